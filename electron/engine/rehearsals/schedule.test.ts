import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StudyDay } from '#contract/units.ts'
import { addDays } from '#domain/days.ts'
import { intervalAfter, type Review } from './schedule.ts'

const start = '2026-10-01' as StudyDay

/** Rehearsals so many days apart with their ratings. */
const reviews = (
  steps: readonly Readonly<{ after: number; rating: number | null }>[],
): Review[] => {
  let day = start
  return steps.map(({ after, rating }) => {
    day = addDays(day, after)
    return { day, rating }
  })
}

const step = fc.record({
  after: fc.integer({ min: 0, max: 40 }),
  rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
})

describe('the schedule', () => {
  it('brings a story back soon that went badly, and late that went well', () => {
    const first = [1, 2, 3, 4, 5].map((rating) => intervalAfter([{ day: start, rating }]))
    expect(first).toEqual([1, 1, 2, 3, 8])
  })

  it('lets a story that keeps going well wait longer each time', () => {
    const good = [1, 2, 3, 4].map((times) =>
      intervalAfter(reviews(Array.from({ length: times }, () => ({ after: 7, rating: 4 })))),
    )
    expect(good).toEqual(good.toSorted((a, b) => a - b))
    expect(good[3]).toBeGreaterThan(good[0] ?? 0)
  })

  it('gives the same days for the same rehearsals, at least one and half a year at most', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
        const interval = intervalAfter(reviews(steps))
        expect(interval).toBe(intervalAfter(reviews(steps)))
        expect(Number.isInteger(interval)).toBe(true)
        expect(interval).toBeGreaterThanOrEqual(1)
        expect(interval).toBeLessThanOrEqual(180)
      }),
    )
  })

  it('never brings a story back later for a worse rating', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 10 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (before, after, rating) => {
          const worse = intervalAfter(reviews([...before, { after, rating }]))
          const better = intervalAfter(reviews([...before, { after, rating: rating + 1 }]))
          expect(worse).toBeLessThanOrEqual(better)
        },
      ),
    )
  })
})
