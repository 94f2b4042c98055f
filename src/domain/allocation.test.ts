import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LoggedTime, allocationDistanceOf, allocationOf } from './allocation.ts'
import { type BudgetedCategory, scaleBudget } from './budget.ts'
import type { Elapsed } from './elapsed.ts'
import { asHours, asSeconds, asShare } from './units.ts'

const category = (slug: string, share: number, hours: number): BudgetedCategory => ({
  slug,
  name: slug,
  share: asShare(share),
  hours: asHours(hours),
  isOwn: false,
})
const plan = [
  category('system-design', 0.35, 100),
  category('coding', 0.3, 85),
  category('stories', 0.25, 70),
  category('deep-dives', 0.1, 30),
]
const logged = (slug: string, hours: number, sessions = 1): LoggedTime => ({
  category: slug,
  seconds: asSeconds(hours * 3600),
  sessions,
})
const elapsed = (share: number, isStarted = true): Elapsed => ({
  basis: 'interview-date',
  share: asShare(share),
  isStarted,
  days: 0,
  daysInAll: 105,
})

describe('allocationOf', () => {
  const rows = allocationOf(
    plan,
    [logged('system-design', 40, 20), logged('coding', 50, 30), logged('stories', 10, 8)],
    elapsed(0.4),
  )

  it('draws up a row that can be checked by hand', () => {
    expect(rows[0]).toEqual({
      category: 'system-design',
      name: 'system-design',
      plannedShare: 0.35,
      actualShare: 0.4,
      driftPoints: 5,
      plannedHours: 100,
      actualHours: 40,
      plannedToDateHours: 40,
      remainingHours: 60,
      sessions: 20,
      status: 'on-track',
    })
  })

  it('measures every drift, and the distance as half their sum', () => {
    expect(rows.map((row) => row.driftPoints)).toEqual([5, 20, -15, -10])
    expect(allocationDistanceOf(rows)).toBe(25)
  })

  it('judges each category by itself', () => {
    // Due: 40, 34, 28 and 12 h.
    expect(rows.map((row) => row.status)).toEqual(['on-track', 'ahead', 'behind', 'behind'])
  })

  it('has neither drift nor distance while nothing is logged', () => {
    const empty = allocationOf(plan, [], elapsed(0))
    expect(empty.map((row) => row.driftPoints)).toEqual([null, null, null, null])
    expect(empty.map((row) => row.actualShare)).toEqual([0, 0, 0, 0])
    expect(empty.map((row) => row.status)).toEqual(['no-data', 'no-data', 'no-data', 'no-data'])
    expect(allocationDistanceOf(empty)).toBeNull()
    expect(allocationDistanceOf([])).toBeNull()
  })

  it('calls a category behind when nothing is logged anywhere and a lot is due', () => {
    const late = allocationOf(plan, [], elapsed(0.8))
    expect(late.map((row) => row.status)).toEqual(['behind', 'behind', 'behind', 'behind'])
    expect(late.map((row) => row.driftPoints)).toEqual([null, null, null, null])
  })

  it('says on track, not no data, of one empty category while hardly anything is due', () => {
    const early = allocationOf(plan, [logged('coding', 1)], elapsed(0.01))
    expect(early.map((row) => row.status)).toEqual(['on-track', 'on-track', 'on-track', 'on-track'])
  })

  it('has no hours left below 0 and says over when a budget is used up', () => {
    const over = allocationOf(plan, [logged('deep-dives', 30.5)], elapsed(0.4))
    expect(over[3]).toMatchObject({ remainingHours: 0, status: 'over', actualHours: 30.5 })
    const full = allocationOf(plan, [logged('deep-dives', 30)], elapsed(0.4))
    expect(full[3]).toMatchObject({ remainingHours: 0, status: 'ahead' })
  })

  it('waits for the start', () => {
    const early = allocationOf(plan, [logged('coding', 2)], elapsed(0, false))
    expect(early[0]?.status).toBe('not-started')
    expect(early[1]).toMatchObject({ status: 'not-started', actualHours: 2 })
  })

  it('adds up what comes from several categories of another level', () => {
    const [row] = allocationOf(
      plan,
      [logged('system-design', 3, 2), logged('system-design', 1.5, 1)],
      elapsed(0.4),
    )
    expect(row).toMatchObject({ actualHours: 4.5, sessions: 3 })
  })

  it('leaves time without a place in the plan out of every share', () => {
    const withOther = allocationOf(
      plan,
      [logged('coding', 5), logged('strategic-thinking', 95)],
      elapsed(0.4),
    )
    expect(withOther.map((row) => row.actualShare)).toEqual([0, 1, 0, 0])
  })

  const anyPlan = fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => {
      const shares = scaleBudget(weights, 100)
      return shares.map((share, index) => category(`c${index}`, share / 100, share * 3))
    })
  const anyTimes = fc.array(fc.nat(400_000), { minLength: 12, maxLength: 12 })

  it('has shares of 1 in all, drifts of 0 in all, and a distance of 0 to 100', () => {
    fc.assert(
      fc.property(anyPlan, anyTimes, (categories, times) => {
        const list = categories.map(({ slug }, index) => ({
          category: slug,
          seconds: asSeconds(times[index] ?? 0),
          sessions: 1,
        }))
        const all = allocationOf(categories, list, elapsed(0.5))
        const distance = allocationDistanceOf(all)
        const sum = (of: (row: (typeof all)[number]) => number) =>
          all.reduce((total, row) => total + of(row), 0)
        if (sum((row) => row.actualHours) === 0) {
          expect(distance).toBeNull()
          return
        }
        expect(sum((row) => row.actualShare)).toBeCloseTo(1, 9)
        expect(sum((row) => row.driftPoints ?? Number.NaN)).toBeCloseTo(0, 6)
        expect(distance).toBeGreaterThanOrEqual(0)
        expect(distance).toBeLessThanOrEqual(100)
        for (const row of all) {
          expect(row.remainingHours).toBeGreaterThanOrEqual(0)
          expect(row.remainingHours).toBeCloseTo(Math.max(0, row.plannedHours - row.actualHours), 6)
        }
      }),
    )
  })

  it('has a distance of 0 exactly when time is spent as planned', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 50 }), (categories, weeks) => {
        // 200 half points make whole seconds of every share.
        const list = categories.map(({ slug, share }) => ({
          category: slug,
          seconds: asSeconds(Math.round(share * 200) * 18 * weeks),
          sessions: 1,
        }))
        expect(allocationDistanceOf(allocationOf(categories, list, elapsed(0.5)))).toBe(0)
      }),
    )
  })

  it('does not depend on how much is logged, only on its proportions', () => {
    fc.assert(
      fc.property(anyTimes, fc.integer({ min: 2, max: 9 }), (times, factor) => {
        const distance = (by: number) =>
          allocationDistanceOf(
            allocationOf(
              plan,
              plan.map(({ slug }, index) => ({
                category: slug,
                seconds: asSeconds((times[index] ?? 0) * by),
                sessions: 1,
              })),
              elapsed(0.5),
            ),
          )
        expect(distance(factor)).toEqual(distance(1))
      }),
    )
  })
})
