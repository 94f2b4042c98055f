import { describe, expect, it } from 'vitest'
import { isStill, piecesOf, removalOf } from './line-edits.ts'

function stretchOf(line: string, text: string) {
  const start = line.indexOf(text)
  return { start, end: start + text.length, text }
}

function without(line: string, text: string, isNote = false) {
  const { start, end } = removalOf(line, stretchOf(line, text), isNote)
  return line.slice(0, start) + line.slice(end)
}

describe('removalOf', () => {
  it('takes one space along, so that no two words grow together and no gap stays', () => {
    expect(without('90m coding yesterday', 'coding')).toBe('90m yesterday')
    expect(without('90m coding yesterday', '90m')).toBe('coding yesterday')
    expect(without('90m coding yesterday', 'yesterday')).toBe('90m coding')
    expect(without('coding', 'coding')).toBe('')
  })

  it('keeps the space before a colon out of it, and the note where it is', () => {
    expect(without('90m coding yesterday: trees', 'yesterday')).toBe('90m coding : trees')
    expect(without('90m: trees', '90m')).toBe(': trees')
  })

  it('takes the colon with the note', () => {
    expect(without('90m coding: trees and graphs', 'trees and graphs', true)).toBe('90m coding')
    expect(without('90m at 19:30 :trees', 'trees', true)).toBe('90m at 19:30')
  })
})

describe('piecesOf', () => {
  it('gives the whole line back, marked or not', () => {
    const line = 'abc 90m xyz'
    const pieces = piecesOf(line, [stretchOf(line, 'xyz'), stretchOf(line, 'abc')])
    expect(pieces.map(({ text }) => text).join('')).toBe(line)
    expect(pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual([
      'abc',
      'xyz',
    ])
  })

  it('marks nothing that is no longer there', () => {
    const before = 'abc 90m'
    expect(isStill('ab 90m', stretchOf(before, 'abc'))).toBe(false)
    expect(piecesOf('ab 90m', [stretchOf(before, 'abc')])).toEqual([
      { text: 'ab 90m', start: 0, isMarked: false },
    ])
  })
})
