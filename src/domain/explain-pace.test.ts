import { describe, expect, it } from 'vitest'
import type { AllocationRow } from '#contract/plan.ts'
import {
  explainCategoryStatus,
  explainElapsed,
  explainPaceStatus,
  explainPlannedToDate,
  explainRemainingTotal,
  explainRequiredWeeklyHours,
} from './explain-pace.ts'
import { type PlanDates, planDatesOf } from './elapsed.ts'
import { paceOf } from './pace.ts'
import { asStudyDay } from './units.ts'

const known: PlanDates = {
  startDate: asStudyDay('2026-09-01'),
  interviewDate: asStudyDay('2026-12-15'),
  today: asStudyDay('2026-11-24'),
  weeklyHours: 15,
}
const unknown: PlanDates = { ...known, interviewDate: null, today: asStudyDay('2026-09-29') }
const hours = [
  { plannedHours: 100, actualHours: 70 },
  { plannedHours: 85, actualHours: 97.5 },
  { plannedHours: 100, actualHours: 20.25 },
]
const row = (change: Partial<AllocationRow>): AllocationRow => ({
  category: 'coding',
  name: 'Coding practice',
  plannedShare: 0.3,
  actualShare: 0.3,
  driftPoints: 0,
  plannedHours: 85,
  actualHours: 60,
  plannedToDateHours: 68,
  remainingHours: 25,
  sessions: 40,
  status: 'behind',
  ...change,
})

describe('explanations of the pace', () => {
  const pace = paceOf(hours, known)

  it('shows which part of the time has passed', () => {
    expect(explainElapsed(pace, known).numbers).toBe('84 / 105 days = 80 %')
    expect(explainElapsed(paceOf(hours, unknown), unknown).numbers).toBe(
      '4 weeks × 15 h / 285 h = 21.05 %',
    )
    const late = { ...unknown, today: asStudyDay('2028-09-29') }
    expect(explainElapsed(paceOf(hours, late), late).numbers).toMatch(/= 100 %, 100 % at most$/)
    const sameDay = { ...known, interviewDate: known.startDate }
    expect(explainElapsed(paceOf(hours, sameDay), sameDay).numbers).toBe(
      'No days lie between the start and the interview: 100 %',
    )
  })

  it('works out planned to date for one category and for the plan', () => {
    expect(explainPlannedToDate(row({}), pace, known).numbers).toBe(
      '85 h × 80 % = 68 h, where 84 / 105 days = 80 %',
    )
    expect(explainPlannedToDate(pace, pace, known).numbers).toBe(
      '285 h × 80 % = 228 h, where 84 / 105 days = 80 %',
    )
  })

  it.each([
    [row({ actualHours: 60 }), 'Behind: 60 h − 68 h = −8.0 h, below −6.8 h'],
    [row({ actualHours: 70, status: 'on-track' }), 'On track: 70 h − 68 h = +2.0 h, within 6.8 h'],
    [row({ actualHours: 80, status: 'ahead' }), 'Ahead: 80 h − 68 h = +12.0 h, above +6.8 h'],
    [row({ actualHours: 90, status: 'over' }), 'Over budget: 90 h of 85 h'],
    [
      row({ actualHours: 0, plannedToDateHours: 0, status: 'no-data' }),
      'No data: nothing is logged, and no more than 1 h is due',
    ],
    [
      row({ actualHours: 0, plannedToDateHours: 0, status: 'not-started' }),
      'Not started: the start date is still ahead, so nothing is due',
    ],
  ])('explains the status of a category', (figure, numbers) => {
    expect(explainCategoryStatus(figure).numbers).toBe(numbers)
  })

  it('gives the rule of the status object as the numbers of the status', () => {
    expect(explainPaceStatus(pace).numbers).toBe(pace.rule)
  })

  it('counts a category up to its budget in the hours left', () => {
    expect(explainRemainingTotal(pace).numbers).toBe('285 h − 175.25 h = 109.75 h')
  })

  it('explains the weekly hours that it takes, or why they cannot be said', () => {
    const numbers = (dates: PlanDates) =>
      explainRequiredWeeklyHours(paceOf(hours, dates), dates).numbers
    expect(numbers(known)).toBe(
      '109.75 h left / (21 days / 7) = 36.58 h a week, which does not fit the 15 h meant',
    )
    expect(numbers({ ...known, weeklyHours: 40 })).toMatch(/which fits the 40 h meant$/)
    expect(numbers({ ...known, today: asStudyDay('2026-12-14') })).toContain('(1 day / 7)')
    expect(numbers({ ...known, today: asStudyDay('2026-08-01') })).toContain('(105 days / 7)')
    expect(numbers(unknown)).toBe('109.75 h left; no interview date is set')
    expect(numbers({ ...known, today: asStudyDay('2026-12-15') })).toBe(
      '109.75 h left; no days are left, as the interview date is 15 Dec 2026',
    )
  })

  it('takes its dates from the status object', () => {
    const { today, ...profile } = known
    expect(planDatesOf({ profile: { name: 'Ada', ...profile }, today })).toEqual(known)
  })
})
