import { describe, expect, it } from 'vitest'
import type { Rehearsal } from '#contract/rehearsals.ts'
import { offByPercent, trendOf } from './trend.ts'

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
