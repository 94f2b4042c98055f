import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patched } from './story-content.ts'
import { emptyContent } from './story-fields.ts'
import {
  isSameValue,
  patchOf,
  rebased,
  stillTyped,
  storyKeys,
  typedOf,
  underneath,
  valueOf,
  type Typed,
} from './story-merge.ts'

/** A few fields of each kind, with few values, so that both sides often touch the same. */
const aTyped: fc.Arbitrary<Typed> = fc.record(
  {
    title: fc.constantFrom('', 'a', 'b'),
    'parts.action': fc.constantFrom('', 'I', 'I led'),
    'formats.30s': fc.constantFrom('', 'short'),
    tags: fc.constantFrom([], ['x'], ['x', 'y']),
    teams: fc.constantFrom(null, 0, 3),
  },
  { requiredKeys: [] },
)

describe('the fields of an editor', () => {
  it('are those of the content, parts and formats one by one', () => {
    expect(storyKeys).toContain('parts.growth')
    expect(storyKeys).toContain('formats.3min')
    expect(storyKeys).not.toContain('parts')
    expect(new Set(storyKeys).size).toBe(Object.keys(emptyContent).length - 2 + 6 + 5)
    for (const key of storyKeys) expect(valueOf(emptyContent, key)).not.toBe(undefined)
  })

  it('become a patch and back', () => {
    fc.assert(
      fc.property(aTyped, (typed) => {
        expect(typedOf(patchOf(typed))).toEqual(typed)
        const content = patched(emptyContent, patchOf(typed))
        expect(stillTyped(typed, content)).toEqual({})
      }),
    )
  })
})

describe('typing on top of a story that has moved on', () => {
  it('loses nothing: what was changed in one place stands, what was changed in both is asked', () => {
    fc.assert(
      fc.property(aTyped, aTyped, aTyped, (start, mine, theirs) => {
        const base = patched(emptyContent, patchOf(start))
        const typed = stillTyped(mine, base)
        const now = patched(base, patchOf(theirs))
        const { typed: left, conflicts } = rebased(typed, underneath(typed, base), now)
        const shown = patched(now, patchOf(left))
        for (const key of storyKeys) {
          const isTyped = Object.hasOwn(typed, key)
          const before = valueOf(base, key)
          const here = isTyped ? typed[key] : before
          const there = valueOf(now, key)
          // What the editor shows is what was typed, or else what the other place says.
          expect(valueOf(shown, key)).toEqual(isTyped ? typed[key] : there)
          const bothChanged = isTyped && !isSameValue(there, before) && !isSameValue(here, there)
          expect(conflicts.includes(key)).toBe(bothChanged)
        }
      }),
    )
  })

  it('is asked about a part and not about its neighbour', () => {
    const base = patched(emptyContent, { parts: { task: 'old', action: 'old' } })
    const typed: Typed = { 'parts.task': 'mine' }
    const now = patched(base, { parts: { task: 'theirs', action: 'theirs' } })
    expect(rebased(typed, underneath(typed, base), now)).toEqual({
      typed: { 'parts.task': 'mine' },
      conflicts: ['parts.task'],
    })
  })
})
