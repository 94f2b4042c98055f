import type { AllocationRow, Pace, PaceStatus } from '#contract/plan.ts'
import { type PlanDates, daysLeftOf, elapsedOf, studyDaysLeftOf } from './elapsed.ts'
import { paceRule } from './pace-rule.ts'
import { statusOf, toleranceOf } from './pace-status.ts'
import { withoutNoise } from './units.ts'

/** The rows' figures that the pace of the whole plan is made of. */
export type PaceRow = Readonly<Pick<AllocationRow, 'plannedHours' | 'actualHours'>>

/**
 * Where the whole plan stands by today, and what it takes from now on.
 *
 * - counted hours = sum over categories of min(actual, planned): hours beyond a category's whole budget do not bring
 *   the plan nearer its end, so 85 h too many of coding cannot hide that no story is written.
 * - difference = counted hours - planned to date; the status rule is `statusOf` on counted hours. Once every budget
 *   is filled and more is logged, the status is `over`.
 * - hours left = sum of max(0, planned - actual) = planned - counted.
 * - required weekly hours = hours left / (days left to study / 7); before the start, days from the start count.
 * - fits = required weekly hours <= weekly hours. Both null without an interview date or with no days left.
 */
export function paceOf(rows: readonly PaceRow[], dates: PlanDates): Pace {
  const total = (hoursOf: (row: PaceRow) => number) =>
    withoutNoise(rows.reduce((sum, row) => sum + hoursOf(row), 0))
  const plannedHours = total((row) => row.plannedHours)
  const actualHours = total((row) => row.actualHours)
  const countedHours = total((row) => Math.min(row.actualHours, row.plannedHours))
  const remainingHours = withoutNoise(plannedHours - countedHours)

  const elapsed = elapsedOf(dates, plannedHours)
  const plannedToDateHours = withoutNoise(plannedHours * elapsed.share)
  const isOver = remainingHours === 0 && actualHours > plannedHours
  const status: PaceStatus = isOver
    ? 'over'
    : statusOf({
        hours: countedHours,
        plannedHours,
        plannedToDateHours,
        isStarted: elapsed.isStarted,
        isAnythingLogged: actualHours > 0,
      })
  const studyDays = studyDaysLeftOf(dates)
  const requiredWeeklyHours =
    studyDays === null || studyDays === 0 ? null : withoutNoise(remainingHours / (studyDays / 7))

  const figures = {
    status,
    basis: elapsed.basis,
    elapsedShare: elapsed.share,
    plannedHours,
    plannedToDateHours,
    actualHours,
    countedHours,
    differenceHours: withoutNoise(countedHours - plannedToDateHours),
    toleranceHours: toleranceOf(plannedToDateHours),
    remainingHours,
    daysLeft: daysLeftOf(dates),
    requiredWeeklyHours,
    weeklyHours: dates.weeklyHours,
    fits: requiredWeeklyHours === null ? null : requiredWeeklyHours <= dates.weeklyHours,
  }
  return { ...figures, rule: paceRule(figures, elapsed, dates) }
}
