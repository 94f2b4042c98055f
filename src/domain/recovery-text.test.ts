import { describe, expect, it } from 'vitest'
import { missingText, readText } from './recovery-text.ts'

describe('what came of a damaged data file', () => {
  it('is told in one and in many, and what there is nothing of is not told', () => {
    const found = [
      { what: 'profile', n: 1, missing: 0 },
      { what: 'sessions', n: 1492, missing: 8 },
      { what: 'stories', n: 1, missing: 0 },
      { what: 'figures', n: 0, missing: null },
      { what: 'story versions', n: 3, missing: 1 },
    ]
    expect(readText(found)).toBe('the profile, 1,492 sessions, 1 story, 3 story versions')
    expect(missingText(found)).toBe(
      '8 sessions, 1 story version; figures (how many cannot be told)',
    )
    expect(readText([])).toBe('nothing')
    expect(missingText([])).toBe('')
  })
})
