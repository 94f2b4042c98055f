import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rehearsal } from '#contract/rehearsals.ts'
import { offByPercent, trendOf, trendScale } from './trend.ts'

/** Two minutes, told in so many seconds. */
const told = (seconds: number): Pick<Rehearsal, 'parts' | 'format'> => ({
  format: '2min',
  parts: [{ part: 'action', budgetMs: 60_000, actualMs: seconds * 1000 }],
})

describe('the trend', () => {
  it('says how far each was off, in percent of its format', () => {
    expect([90, 120, 150].map((seconds) => offByPercent(told(seconds)))).toEqual([-25, 0, 25])
  })

  it.each([
    ['unknown', []],
    ['unknown', [150]],
    ['closer', [180, 150]],
    ['closer', [60, 100]],
    ['further', [125, 180]],
    ['steady', [120, 124]],
    // Too short then too long by the same is as far away.
    ['steady', [90, 150]],
    ['closer', [200, 180, 121, 122, 119]],
    ['further', [120, 180, 180, 60]],
  ] as const)('is %s for %j', (direction, seconds) => {
    expect(trendOf(seconds.map(told))).toBe(direction)
  })
})

describe('the scale of its chart', () => {
  it.each([
    [[-5, 8], 15, { min: -25, max: 25, step: 25 }],
    [[-5, 25], 15, { min: -25, max: 25, step: 25 }],
    [[-40, 43], 15, { min: -50, max: 50, step: 25 }],
    [[-100, 20], 15, { min: -100, max: 25, step: 25 }],
    [[-100, 43], 15, { min: -100, max: 50, step: 50 }],
    [[0, 2900], 15, { min: -1000, max: 3000, step: 1000 }],
    // The lines of the tolerance are always inside.
    [[0], 60, { min: -100, max: 100, step: 50 }],
  ] as const)('of %j with a tolerance of %d %% is %j', (values, percent, scale) => {
    expect(trendScale(values, percent)).toEqual(scale)
  })

  it('holds every value, the tolerance and 0, in five steps at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 11_900, noNaN: true })),
        fc.integer({ min: 0, max: 100 }),
        (values, percent) => {
          const { min, max, step } = trendScale(values, percent)
          expect([min % step, max % step].map(Math.abs)).toEqual([0, 0])
          expect((max - min) / step).toBeLessThanOrEqual(5)
          for (const value of [...values, -percent, percent]) {
            expect(value).toBeGreaterThanOrEqual(min)
            expect(value).toBeLessThanOrEqual(max)
          }
        },
      ),
    )
  })
})
