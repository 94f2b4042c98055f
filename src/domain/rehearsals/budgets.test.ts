import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultStorySettings, formatSeconds } from '../spoken.ts'
import { partOrder } from '../story-fields.ts'
import { partBudgets } from './budgets.ts'

const { shares: defaultShares } = defaultStorySettings

describe('the budgets of a format', () => {
  it('share two minutes 15/10/50/15/5/5', () => {
    expect(partBudgets(120, defaultShares)).toEqual({
      situation: 18_000,
      task: 12_000,
      action: 60_000,
      result: 18_000,
      reflection: 6_000,
      growth: 6_000,
    })
  })

  it('keep half seconds in half a minute', () => {
    expect(Object.values(partBudgets(formatSeconds['30s'], defaultShares))).toEqual([
      4500, 3000, 15_000, 4500, 1500, 1500,
    ])
  })

  it('follow shares that do not add up to 100', () => {
    expect(partBudgets(60, { ...defaultShares, action: 100, growth: 0 }).growth).toBe(0)
  })

  it('add up to the format exactly, each within a millisecond of its share', () => {
    const shares = fc.record(
      Object.fromEntries(partOrder.map((part) => [part, fc.integer({ min: 1, max: 100 })])) as {
        [P in (typeof partOrder)[number]]: fc.Arbitrary<number>
      },
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3600 }), shares, (seconds, given) => {
        const budgets = partBudgets(seconds, given)
        const whole = Object.values(given).reduce((sum, share) => sum + share, 0)
        expect(Object.values(budgets).reduce((sum, ms) => sum + ms, 0)).toBe(seconds * 1000)
        for (const part of partOrder)
          expect(
            Math.abs(budgets[part] - (seconds * 1000 * given[part]) / whole),
          ).toBeLessThanOrEqual(1)
      }),
    )
  })
})
