import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFacts, anyRule, nothing, rule } from './facts-under-test.ts'
import { gainsOf } from './gains.ts'
import { MOST_POINTS_AT_ONCE } from './steps.ts'

const story = {
  id: 'outage',
  title: 'The outage',
  isReady: true,
  principles: ['principle-11'],
  rehearsals: 0,
}

describe('what would add most', () => {
  it('is worked out by scoring the facts once more with the one action done', () => {
    const gains = gainsOf({ ...nothing, stories: [story] }, rule)
    expect(gains.find(({ action }) => action.kind === 'rehearse')).toEqual({
      part: 'rehearsal',
      action: { kind: 'rehearse', story: 'outage' },
      text: 'Rehearse the story for Principle 11: “The outage”',
      points: 0.5,
    })
    // Two hours of 285, and no category is even with it yet.
    const study = gains.find(({ action }) => action.kind === 'study')
    expect(study).toMatchObject({ text: 'Study Design for 2 h' })
    expect(study?.points).toBeCloseTo((15 * 2) / 285)
    // Four principles that need two stories each.
    const write = gains.find(({ action }) => action.kind === 'write-story')
    expect(write?.text).toContain('Write a story for Principle 2 that also serves Principle 5;')
    expect(gains.find(({ action }) => action.kind === 'mock')?.points).toBeCloseTo(1.25 * 0.75)
  })

  it('offers a draft to be finished, and an item with evidence a story', () => {
    const gains = gainsOf(
      {
        ...nothing,
        stories: [{ ...story, isReady: false }],
        checklist: [{ id: 'a', text: 'I led.', share: 1, worth: 0.8 }],
      },
      rule,
    )
    const texts = gains.map(({ text }) => text)
    expect(texts).toContain('Finish the story “The outage”')
    expect(texts).toContain('Link a story to: I led.')
  })

  it('never promises nothing, or more than one action may give, and puts the most first', () => {
    fc.assert(
      fc.property(anyFacts, anyRule, (facts, weights) => {
        const points = gainsOf(facts, weights).map((gain) => gain.points)
        for (const value of points) {
          expect(value).toBeGreaterThan(0)
          expect(value).toBeLessThanOrEqual(MOST_POINTS_AT_ONCE + 1e-6)
        }
        expect(points).toEqual(points.toSorted((a, b) => b - a))
      }),
      { numRuns: 60 },
    )
  })
})
