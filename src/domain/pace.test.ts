import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanDates } from './elapsed.ts'
import { type PaceRow, paceOf } from './pace.ts'
import { asStudyDay } from './units.ts'

const row = (plannedHours: number, actualHours: number): PaceRow => ({ plannedHours, actualHours })
const l6 = (...actual: number[]) =>
  [100, 85, 70, 30].map((planned, index) => row(planned, actual[index] ?? 0))

function dates(change: Partial<Record<'start' | 'today', string>> & { interview?: string | null }) {
  const { start = '2026-09-01', today = '2026-11-24', interview = '2026-12-15' } = change
  return {
    startDate: asStudyDay(start),
    interviewDate: interview === null ? null : asStudyDay(interview),
    today: asStudyDay(today),
    weeklyHours: 15,
  } satisfies PlanDates
}

describe('paceOf', () => {
  it('works out every figure of a plan that is behind', () => {
    expect(paceOf(l6(70, 60, 20, 10.5), dates({}))).toEqual({
      status: 'behind',
      rule: 'Behind: 228.0 h of 285.0 h are due by today, day 84 of 105; 160.5 h count, which is 67.5 h less (up to 22.8 h, 10 % of what is due, either way is on track).',
      basis: 'interview-date',
      elapsedShare: 0.8,
      plannedHours: 285,
      plannedToDateHours: 228,
      actualHours: 160.5,
      countedHours: 160.5,
      differenceHours: -67.5,
      toleranceHours: 22.8,
      remainingHours: 124.5,
      daysLeft: 21,
      requiredWeeklyHours: 41.5,
      weeklyHours: 15,
      fits: false,
    })
  })

  it('does not let too much of one category stand in for another', () => {
    // 230 h are logged and 228 h due; but 145 h of the coding lie beyond its 85 h.
    const pace = paceOf(l6(0, 230, 0, 0), dates({}))
    expect(pace).toMatchObject({ actualHours: 230, countedHours: 85, differenceHours: -143 })
    expect(pace).toMatchObject({ status: 'behind', remainingHours: 200 })
    expect(pace.rule).toBe(
      "Behind: 228.0 h of 285.0 h are due by today, day 84 of 105; 85.0 h count, which is 143.0 h less (up to 22.8 h, 10 % of what is due, either way is on track); 145.0 h beyond a category's budget do not count.",
    )
  })

  it('is on track and ahead by the same rule', () => {
    expect(paceOf(l6(80, 68, 56, 24), dates({}))).toMatchObject({
      status: 'on-track',
      differenceHours: 0,
    })
    expect(paceOf(l6(80, 68, 56, 24), dates({})).rule).toContain('228.0 h count, as planned')
    expect(paceOf(l6(100, 85, 56, 24), dates({}))).toMatchObject({
      status: 'ahead',
      differenceHours: 37,
    })
  })

  it('is over once every budget is filled and more is logged, and not before', () => {
    expect(paceOf(l6(100, 85, 70, 30), dates({})).status).toBe('ahead')
    expect(paceOf(l6(100, 85, 70, 42.5), dates({}))).toMatchObject({
      status: 'over',
      remainingHours: 0,
      requiredWeeklyHours: 0,
      fits: true,
      rule: 'Over budget: all 285.0 h of the plan are done, and 12.5 h more are logged.',
    })
    expect(paceOf(l6(100, 200, 70, 29), dates({})).status).toBe('ahead')
  })

  it('says no data on the first day and behind once a lot is due, when nothing is logged', () => {
    expect(paceOf(l6(), dates({ today: '2026-09-01' }))).toMatchObject({
      status: 'no-data',
      rule: 'No data: nothing is logged yet, and with 0.0 h due by today that is not behind (up to 1.0 h either way is on track).',
    })
    expect(paceOf(l6(), dates({}))).toMatchObject({
      status: 'behind',
      rule: 'Behind: 228.0 h of 285.0 h are due by today, day 84 of 105; nothing is logged, which is 228.0 h less (up to 22.8 h, 10 % of what is due, either way is on track).',
    })
  })

  it('waits for the start, and asks for hours from the start on', () => {
    const pace = paceOf(l6(), dates({ today: '2026-08-25' }))
    expect(pace).toMatchObject({
      status: 'not-started',
      plannedToDateHours: 0,
      daysLeft: 112,
      requiredWeeklyHours: 19,
      rule: 'Not started: the plan starts on 1 Sep 2026, in 7 days, and nothing is due before then.',
    })
    expect(paceOf(l6(5), dates({ today: '2026-08-31' })).rule).toBe(
      'Not started: the plan starts on 1 Sep 2026, in 1 day, and nothing is due before then; 5.0 h count already.',
    )
  })

  it('rests on weekly hours while the interview date is unknown', () => {
    const pace = paceOf(l6(40), dates({ today: '2026-09-29', interview: null }))
    expect(pace).toMatchObject({
      basis: 'weekly-hours',
      plannedToDateHours: 60,
      daysLeft: null,
      requiredWeeklyHours: null,
      fits: null,
      status: 'behind',
    })
    expect(pace.rule).toBe(
      'Behind: 60.0 h of 285.0 h are due by today, after 4.0 weeks at 15.0 h a week as no interview date is set; 40.0 h count, which is 20.0 h less (up to 6.0 h, 10 % of what is due, either way is on track).',
    )
  })

  it('asks for nothing more once no days are left', () => {
    for (const today of ['2026-12-15', '2027-01-10'])
      expect(paceOf(l6(50), dates({ today }))).toMatchObject({
        daysLeft: 0,
        requiredWeeklyHours: null,
        fits: null,
        plannedToDateHours: 285,
      })
  })

  it('fits when exactly the weekly hours are needed', () => {
    // 21 days are 3 weeks; 45 h are left.
    expect(paceOf(l6(100, 85, 55, 0), dates({}))).toMatchObject({
      requiredWeeklyHours: 15,
      fits: true,
    })
    expect(paceOf(l6(100, 85, 54, 0), dates({})).fits).toBe(false)
  })

  it('gives an empty plan no status to be ashamed of', () => {
    expect(paceOf([row(0, 0)], dates({}))).toMatchObject({ status: 'no-data', remainingHours: 0 })
    expect(paceOf([], dates({}))).toMatchObject({ status: 'no-data', plannedHours: 0 })
    expect(paceOf([row(0, 2)], dates({})).status).toBe('over')
  })

  const quarters = fc.integer({ min: 0, max: 800 }).map((n) => n / 4)
  const anyRows = fc.array(fc.tuple(quarters, quarters), { minLength: 1, maxLength: 8 })

  it('splits the plan into what counts and what is left, and never counts more than was logged', () => {
    fc.assert(
      fc.property(anyRows, (pairs) => {
        const pace = paceOf(
          pairs.map(([planned, actual]) => row(planned, actual)),
          dates({}),
        )
        expect(pace.countedHours + pace.remainingHours).toBe(pace.plannedHours)
        expect(pace.countedHours).toBeLessThanOrEqual(pace.actualHours)
        const left = pairs.reduce(
          (sum, [planned, actual]) => sum + Math.max(0, planned - actual),
          0,
        )
        expect(pace.remainingHours).toBe(left)
      }),
    )
  })

  it('is done on the day when the required hours are studied from now on', () => {
    fc.assert(
      fc.property(anyRows, (pairs) => {
        const pace = paceOf(
          pairs.map(([planned, actual]) => row(planned, actual)),
          dates({}),
        )
        expect(((pace.requiredWeeklyHours ?? -1) * (pace.daysLeft ?? 0)) / 7).toBeCloseTo(
          pace.remainingHours,
          6,
        )
      }),
    )
  })

  it('says its numbers in one sentence', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 30 }), fc.boolean(), (pairs, day, known) => {
        const { rule } = paceOf(
          pairs.map(([planned, actual]) => row(planned, actual)),
          dates({
            today: `2026-09-${String(day).padStart(2, '0')}`,
            interview: known ? '2026-12-15' : null,
          }),
        )
        expect(rule).toMatch(/^[A-Z][a-z ]+: .*\d.*\.$/)
        expect(rule).not.toMatch(/NaN|undefined|Infinity|null/)
      }),
    )
  })
})
