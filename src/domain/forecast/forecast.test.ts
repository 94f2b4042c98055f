import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isBefore } from '../days.ts'
import { anyFacts, logged, on, plain, today, weekly } from './facts-under-test.ts'
import { isStudied } from './days-off.ts'
import { forecastOf, forecastWithBurnUps } from './forecast.ts'
import { pastWeeksOf } from './past-weeks.ts'
import type { Reaching } from './reaching.ts'

const runs = { numRuns: 25 }
const times = (count: number, week: Readonly<Record<string, number>>) =>
  Array.from({ length: count }, () => week)
const steady = (weeks: number) => logged(plain, weekly(times(weeks, { design: 6, coding: 4 }), 1))
const reachings = (forecast: ReturnType<typeof forecastOf>): readonly Reaching[] => [
  forecast.plan,
  ...forecast.categories,
  ...forecast.milestones,
]

describe('the weeks that a forecast looks back on', () => {
  it('are whole, at most eight, and begin with the first that has something logged', () => {
    expect(pastWeeksOf(plain)).toEqual([])
    expect(pastWeeksOf(steady(3)).map(({ start }) => start)).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ])
    expect(pastWeeksOf(steady(20))).toHaveLength(8)
  })

  it('hold the weeks without study too', () => {
    const facts = logged(plain, [on(addDays(today, -28), { design: 8 })])
    expect(pastWeeksOf(facts).map(({ hours }) => hours[0])).toEqual([8, 0, 0, 0])
  })

  it('take a week with days off up to a whole one, and leave one out that had too few days', () => {
    const facts = steady(4)
    const off = (...days: number[]) => ({
      ...facts,
      daysOff: { weekdays: [6, 7], days: new Set(days.map((back) => addDays(today, -back))) },
    })
    // Thursday and Friday of last week: three of five study days are left.
    expect(pastWeeksOf(off(5, 4)).at(-1)?.hours[0]).toBeCloseTo(10)
    expect(pastWeeksOf(off(5, 4, 7))).toHaveLength(3)
  })
})

describe('the forecast', () => {
  it('says that it is too early after two whole weeks', () => {
    const { basis, plan, categories, critical } = forecastOf(steady(2))
    expect({ basis, critical }).toEqual({ basis: 'nothing', critical: null })
    for (const { status, likely } of [plan, ...categories])
      expect({ status, likely }).toEqual({ status: 'too-little', likely: null })
  })

  it('of a pace that never varies is one day, worked out by hand', () => {
    const { categories, plan, weeklyHours, milestones } = forecastOf(steady(4))
    expect(weeklyHours).toBe(10)
    // 60 - 24 = 36 h at 6 h a week. This week has five of its seven days left, so 36 h take 5/7 + 5 weeks and 2 days.
    const reached = {
      status: 'range',
      earliest: '2027-01-05',
      likely: '2027-01-05',
      latest: '2027-01-05',
      inTime: 1,
    }
    expect(categories[0]).toEqual(reached)
    expect(plan).toEqual(reached)
    // 12 - 4 problems, one a week.
    expect(milestones[0]?.likely).toBe('2027-01-19')
    expect(milestones[1]).toMatchObject({ status: 'undated', likely: null })
  })

  it('does not converge where nothing is done, and calls that category critical', () => {
    const facts = logged(plain, weekly(times(5, { design: 8 })))
    const { plan, categories, critical } = forecastOf(facts)
    expect(categories.map(({ status }) => status)).toEqual(['range', 'not-converging'])
    expect(plan).toMatchObject({ status: 'not-converging', likely: null, inTime: 0 })
    expect(critical).toBe('coding')
  })

  it('leaves the late end open where a tenth of the courses does not arrive', () => {
    const weeks = [...times(7, {}), { design: 2.2 }]
    const facts = logged(plain, [on(addDays(today, -60), { design: 33 }), ...weekly(weeks)])
    expect(forecastOf(facts).categories[0]).toMatchObject({ status: 'open-ended', latest: null })
  })

  it('moves by the days off', () => {
    const facts = steady(4)
    const holiday = Array.from({ length: 14 }, (_, index) => addDays(today, 6 + index))
    const later = forecastOf({ ...facts, daysOff: { weekdays: [], days: new Set(holiday) } })
    expect(later.plan.likely).toBe('2027-01-19')
  })

  it('with too little logged and hours given divides them as what is left, without a spread', () => {
    const { basis, plan, categories } = forecastOf(plain, { weeklyHours: 10, split: 'plan' })
    expect(basis).toBe('steady')
    expect(plan.earliest).toBe(plan.latest)
    expect(new Set(categories.map(({ likely }) => likely))).toEqual(new Set([plan.likely]))
  })

  it('is the same for the same data', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(forecastOf(facts)).toEqual(forecastOf({ ...facts, days: [...facts.days] }))
      }),
      { numRuns: 8 },
    )
  })

  it('gives ranges in order, ahead of today, that end on a study day', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { status, earliest, likely, latest, inTime } of reachings(forecastOf(facts))) {
          const days = [earliest, likely, latest].filter((day) => day !== null)
          expect(days).toEqual(days.toSorted())
          for (const day of days) {
            expect(isBefore(today, day)).toBe(true)
            expect(isStudied(day, facts.daysOff)).toBe(true)
          }
          if (status === 'range') expect(days).toHaveLength(3)
          if (status === 'not-converging' || status === 'too-little') expect(days).toEqual([])
          if (inTime !== null) expect(inTime >= 0 && inTime <= 1).toBe(true)
        }
      }),
      runs,
    )
  })

  it('is never later with more hours a week', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('recent' as const, 'plan' as const),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (facts, split, weeklyHours, more) => {
          const few = forecastOf(facts, { weeklyHours, split })
          const many = forecastOf(facts, { weeklyHours: weeklyHours + more, split })
          reachings(many).forEach((reached, index) => {
            const before = reachings(few)[index]
            if (before?.likely) expect(reached.likely && reached.likely <= before.likely).toBe(true)
            expect(reached.inTime ?? 0).toBeGreaterThanOrEqual(before?.inTime ?? 0)
          })
        },
      ),
      runs,
    )
  })
})

describe('a burn-up', () => {
  it('goes through the hours done, week by week, and ends at the budget', () => {
    const { burnUps } = forecastWithBurnUps(steady(4))
    const [whole, design] = burnUps
    expect(whole?.category).toBeNull()
    const past = design?.points.filter(({ actual }) => actual !== null)
    // The ends of the last four weeks, and today.
    expect(past?.map(({ actual }) => actual).slice(-5)).toEqual([6, 12, 18, 24, 24])
    expect(design?.points.at(-1)).toMatchObject({
      day: '2027-02-07',
      planned: 60,
      actual: null,
      high: 60,
    })
  })

  it('shows no forecast where there is none', () => {
    const { burnUps } = forecastWithBurnUps(steady(1))
    expect(burnUps[0]?.points.every(({ low, high }) => low === null && high === null)).toBe(true)
  })

  it('rises, with its limits in order, and never beyond the budget of the whole plan', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { category, points, plannedHours } of forecastWithBurnUps(facts).burnUps) {
          const days = points.map(({ day }) => day)
          expect(days).toEqual([...new Set(days)].toSorted())
          for (const key of ['planned', 'actual', 'low', 'middle', 'high'] as const) {
            const values = points.map((point) => point[key]).filter((value) => value !== null)
            for (const [index, value] of values.entries())
              expect(value).toBeGreaterThanOrEqual((values[index - 1] ?? 0) - 1e-6)
          }
          for (const { low, middle, high } of points) {
            if (low === null || middle === null || high === null) continue
            expect(low <= middle && middle <= high).toBe(true)
            if (category === null) expect(high).toBeLessThanOrEqual(plannedHours + 1e-6)
          }
        }
      }),
      runs,
    )
  })
})
