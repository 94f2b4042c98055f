import { describe, expect, it } from 'vitest'
import { importedWords, sectionWords, sizeWords } from './words.ts'

const counts = { rows: 9, new: 0, changed: 0, duplicate: 9, skipped: 0, rejected: 0, open: 0 }
const done = { counts, sessions: 0, rejected: [], overlaps: { rows: 0, examples: [] } }

describe('the words of an import', () => {
  it('say what was added', () => {
    const words = (change: Partial<typeof counts>, sessions: number, replaced = false) =>
      importedWords(
        { ...done, importedBefore: null, counts: { ...counts, ...change }, sessions },
        replaced,
      )
    expect(words({}, 0)).toBe('Nothing new was in the file')
    expect(words({ new: 1 }, 1)).toBe('Imported 1 session')
    expect(words({ new: 1200 }, 1000)).toBe('Imported 1,000 sessions')
    expect(words({ new: 3 }, 0)).toBe('Imported 3 rows')
    expect(words({ changed: 2 }, 0)).toBe('Nothing new was in the file')
    expect(words({ changed: 1 }, 0, true)).toBe('Changed 1 row')
    expect(words({ new: 1, changed: 2 }, 1, true)).toBe('Imported 1 session, changed 2 rows')
  })

  it('say how large a file is', () => {
    expect([1, 1023, 20_480, 3_000_000].map(sizeWords)).toEqual([
      '1 byte',
      '1,023 bytes',
      '20 KiB',
      '2.9 MiB',
    ])
  })

  it('take the names of sections apart', () => {
    expect(sectionWords('milestoneChoices')).toBe('milestone choices')
  })
})
