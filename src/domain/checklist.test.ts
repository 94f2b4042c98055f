import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checklistGaps,
  checklistProgressOf,
  checklistStates,
  hasGap,
  saidOf,
  stateOf,
  worthOf,
  type ProgressItem,
} from './checklist.ts'

const said = ['open', 'partial', 'shown'] as const
const item = fc.record({
  said: fc.constantFrom(...said),
  stories: fc.nat(3),
  proofs: fc.nat(3),
  own: fc.boolean(),
})
const items = fc.array(item, { maxLength: 40 })
const bare: ProgressItem = { said: 'open', stories: 0, proofs: 0, own: false }

describe('the state of an item', () => {
  it('is shown with a story exactly where it is shown and a story is linked', () => {
    expect(stateOf('shown', 1)).toBe('shown-with-story')
    expect(stateOf('shown', 0)).toBe('shown')
    expect(stateOf('partial', 2)).toBe('partial')
    expect(stateOf('open', 2)).toBe('open')
    for (const state of checklistStates) expect(stateOf(saidOf(state), 1)).not.toBe('shown')
  })
})

describe('what an item is worth', () => {
  it.each([
    ['open with a story', { said: 'open', stories: 1, proofs: 2 }, 0],
    ['partial, bare', { said: 'partial', stories: 0, proofs: 0 }, 0.2],
    ['partial with evidence', { said: 'partial', stories: 0, proofs: 1 }, 0.4],
    ['a bare tick', { said: 'shown', stories: 0, proofs: 0 }, 0.4],
    ['shown with evidence', { said: 'shown', stories: 0, proofs: 3 }, 0.8],
    ['shown with a story', { said: 'shown', stories: 1, proofs: 0 }, 1],
  ] as const)('%s', (_, facts, worth) => {
    expect(worthOf(facts)).toBeCloseTo(worth, 12)
  })

  it('never falls as the state moves on or evidence is added, and stays from 0 to 1', () => {
    fc.assert(
      fc.property(item, fc.nat(2), fc.nat(2), fc.nat(2), (one, on, stories, proofs) => {
        const more = {
          ...one,
          said: said[Math.min(2, said.indexOf(one.said) + on)] ?? one.said,
          stories: one.stories + stories,
          proofs: one.proofs + proofs,
        }
        expect(worthOf(more)).toBeGreaterThanOrEqual(worthOf(one))
        expect(worthOf(more)).toBeLessThanOrEqual(1)
        expect(worthOf(one)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('is always less for a bare tick than for one with evidence', () => {
    fc.assert(
      fc.property(fc.constantFrom('partial', 'shown'), fc.integer({ min: 1, max: 5 }), (s, n) => {
        const tick = worthOf({ said: s, stories: 0, proofs: 0 })
        expect(worthOf({ said: s, stories: 0, proofs: n })).toBeGreaterThan(tick)
        expect(worthOf({ said: s, stories: n, proofs: 0 })).toBeGreaterThan(tick)
      }),
    )
  })
})

describe('progress', () => {
  it('is 1 where every item is shown with a story, 0.4 where all are bare ticks, 0 without items', () => {
    const all = (one: Partial<ProgressItem>) =>
      Array.from({ length: 32 }, () => ({ ...bare, ...one }))
    expect(checklistProgressOf(all({ said: 'shown', stories: 1 })).progress).toBe(1)
    expect(checklistProgressOf(all({ said: 'shown' })).progress).toBe(0.4)
    expect(checklistProgressOf([])).toMatchObject({ items: 0, progress: 0 })
  })

  it('counts each item of the playbook in one state, and own ones apart', () => {
    fc.assert(
      fc.property(items, (all) => {
        const {
          open,
          partial,
          shown,
          shownWithStory,
          items: n,
          own,
          progress,
        } = checklistProgressOf(all)
        expect(open + partial + shown + shownWithStory).toBe(n)
        expect(n + own).toBe(all.length)
        expect(progress).toBeGreaterThanOrEqual(0)
        expect(progress).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is not moved by items of one’s own', () => {
    fc.assert(
      fc.property(items, items, (all, added) => {
        const more = [...all, ...added.map((one) => ({ ...one, own: true }))]
        expect(checklistProgressOf(more).progress).toBe(checklistProgressOf(all).progress)
      }),
    )
  })

  it('moves by one item’s part at most when one item changes', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), item, (all, changed) => {
        const mine = all.map((one) => ({ ...one, own: false }))
        const after = [{ ...changed, own: false }, ...mine.slice(1)]
        const moved = Math.abs(
          checklistProgressOf(after).progress - checklistProgressOf(mine).progress,
        )
        expect(moved).toBeLessThanOrEqual(1 / mine.length + 1e-8)
      }),
    )
  })
})

describe('gaps', () => {
  it.each([
    ['open', { state: 'open', confidence: null, stories: 0, proofs: 1 }, ['open', 'no-story']],
    [
      'a bare tick',
      { state: 'shown', confidence: 2, stories: 0, proofs: 0 },
      ['unproved', 'no-story', 'unsure'],
    ],
    [
      'partial, proved',
      { state: 'partial', confidence: 3, stories: 0, proofs: 1 },
      ['partial', 'no-story'],
    ],
    ['proved by a story', { state: 'shown-with-story', confidence: 5, stories: 1, proofs: 0 }, []],
  ] as const)('%s', (_, facts, expected) => {
    expect(checklistGaps.filter((gap) => hasGap(gap, facts))).toEqual(expected)
  })
})
