import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type } from './style.ts'
import { breakEvenly, breakLines, clampLines, fitLine } from './text.ts'
import type { Measure } from './text.ts'

/** Every character is one point wide. */
const measure: Measure = (text) => Array.from(text).length
const style = type.body
const lines = (text: string, width: number) => breakLines(text, width, style, measure)

describe('breakLines', () => {
  it('breaks at spaces and drops the space at the end of a line', () => {
    expect(lines('one two three', 8)).toEqual(['one two', 'three'])
  })

  it('breaks a word that is wider than the line between characters', () => {
    expect(lines('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
  })

  it('breaks after a hyphen or a slash between letters, and never inside a range of numbers', () => {
    expect(lines('design-problem', 9)).toEqual(['design-', 'problem'])
    expect(lines('ab 10-12', 6)).toEqual(['ab', '10-12'])
  })

  it('keeps a figure with its unit', () => {
    expect(lines('spent 12.5 h', 10)).toEqual(['spent', '12.5 h'])
    expect(lines('now 35.0 %, then', 10)).toEqual(['now', '35.0 %,', 'then'])
    expect(lines('off 4.0 points', 12)).toEqual(['off', '4.0 points'])
  })

  it('does not take an ordinary word for a unit', () => {
    expect(lines('Drift, points', 8)).toEqual(['Drift,', 'points'])
  })

  it('starts a new line at a line feed and keeps an empty one', () => {
    expect(lines('a\n\nb', 5)).toEqual(['a', '', 'b'])
  })

  it('keeps what a reader sees as one character whole', () => {
    expect(lines('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301', 'e\u0301', 'e\u0301'])
  })

  it('never sets a line wider than asked, and loses nothing but spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary-ascii', maxLength: 80 }),
        fc.integer({ min: 1, max: 30 }),
        (text, width) => {
          const set = lines(text, width)
          for (const line of set) expect(line.length).toBeLessThanOrEqual(width)
          expect(set.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        },
      ),
    )
  })
})

describe('breakEvenly', () => {
  it('leaves no word alone on the last line where shorter lines help', () => {
    expect(breakEvenly('aaaa bbbb cccc dddd ee f', 22, style, measure)).toEqual([
      'aaaa bbbb cccc',
      'dddd ee f',
    ])
  })
})

describe('fitLine and clampLines', () => {
  it('leaves what fits as it is', () => {
    expect(fitLine('short', 5, style, measure)).toBe('short')
    expect(clampLines(['a', 'b'], 2, 5, style, measure)).toEqual(['a', 'b'])
  })

  it('ends what is cut in an ellipsis, within the width', () => {
    expect(fitLine('too long a line', 8, style, measure)).toBe('too lon…')
    expect(clampLines(['abc', 'def', 'ghi'], 2, 5, style, measure)).toEqual(['abc', 'def…'])
  })
})
