import { describe, expect, it } from 'vitest'
import { foldedSegments } from './folded-segments.ts'

const long = 'word '.repeat(200)

describe('a comparison of long texts', () => {
  it('shows changes whole, with some of what stands around them', () => {
    const folded = foldedSegments([
      { kind: 'same', text: `begin ${long}end` },
      { kind: 'removed', text: long },
      { kind: 'same', text: `begin ${long}end` },
      { kind: 'added', text: long },
      { kind: 'same', text: `begin ${long}end` },
    ])
    expect(folded[1]?.text).toBe(long)
    expect(folded[3]?.text).toBe(long)
    expect(folded[0]?.text).toMatch(/^… \n[^]*end$/)
    expect(folded[2]?.text).toMatch(/^begin[^]* … [^]*end$/)
    expect(folded[4]?.text).toMatch(/^begin[^]* …$/)
    for (const at of [0, 2, 4]) expect(folded[at]?.text.length).toBeLessThan(600)
  })

  it('leaves short stretches as they are', () => {
    const segments = [{ kind: 'same' as const, text: 'a short one' }]
    expect(foldedSegments(segments)).toEqual(segments)
  })
})
