import { describe, expect, it } from 'vitest'
import { markedNote } from './marked-note.ts'

const textOf = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join('')

describe('a note that was found', () => {
  it('keeps every letter and marks what was found', () => {
    const { parts } = markedNote(
      'a cache of caches',
      [
        [2, 7],
        [11, 17],
      ],
      true,
    )
    expect(textOf(parts)).toBe('a cache of caches')
    expect(parts.filter((part) => part.found).map((part) => part.text)).toEqual(['cache', 'caches'])
  })

  it('is one stretch without a search', () => {
    expect(markedNote('plain', [], true).parts).toEqual([{ text: 'plain', found: false }])
    expect(markedNote('', [], true).parts).toEqual([])
  })

  it('begins near the match when that stands far in, until all of it is asked for', () => {
    const note = `${'word '.repeat(60)}needle at the end`
    const start = note.indexOf('needle')
    const short = markedNote(note, [[start, start + 6]], true)
    expect(short.isShortened).toBe(true)
    expect(textOf(short.parts).length).toBeLessThan(80)
    expect(textOf(short.parts)).toMatch(/^… word .*needle at the end$/)
    expect(textOf(markedNote(note, [[start, start + 6]], false).parts)).toBe(note)
  })

  it('is never cut short after its match, even in one endless word', () => {
    const note = `${'x'.repeat(300)}needle`
    const { parts } = markedNote(note, [[300, 306]], true)
    expect(parts.at(-1)).toEqual({ text: 'needle', found: true })
  })
})
