import type { Pace, Status } from '#contract/plan.ts'
import type { Share, StudyDay } from '#contract/units.ts'
import { daysBetween, isBefore } from './days.ts'
import { asShare, shareOf } from './units.ts'

/** The dates that the pace rests on, and what the person means to study in a week, in hours. */
export type PlanDates = Readonly<{
  startDate: StudyDay
  /** Null while it is not known. */
  interviewDate: StudyDay | null
  today: StudyDay
  weeklyHours: number
}>

/** The dates that a status was drawn up with. */
export function planDatesOf(status: Pick<Status, 'profile' | 'today'>): PlanDates {
  const { startDate, interviewDate, weeklyHours } = status.profile
  return { startDate, interviewDate, today: status.today, weeklyHours }
}

/** How far the plan's time has run. */
export type Elapsed = Readonly<{
  basis: Pace['basis']
  /** Part of the plan that is due by today, 0 to 1. */
  share: Share
  /** False before the start date. */
  isStarted: boolean
  /** Days since the start, at most those up to the interview; 0 before the start. */
  days: number
  /** Days from the start to the interview; null without a date. */
  daysInAll: number | null
}>

/**
 * The part of the plan that is due by today. On the start date nothing is; on the day of the interview everything is.
 *
 * - Interview date known: days since the start / days from the start to the interview, between 0 and 1. Where the
 *   interview is on the start date or before it there is no stretch to divide: 0 before the start, 1 from it on.
 * - Not known: min(planned hours, weeks since the start x weekly hours) / planned hours; 0 for an empty plan.
 */
export function elapsedOf(dates: PlanDates, plannedHours: number): Elapsed {
  const { startDate, interviewDate, today, weeklyHours } = dates
  const isStarted = !isBefore(today, startDate)
  const days = Math.max(0, daysBetween(startDate, today))
  if (interviewDate === null) {
    const due = Math.min(plannedHours, (days / 7) * weeklyHours)
    const share = shareOf(due, plannedHours)
    return { basis: 'weekly-hours', share, isStarted, days, daysInAll: null }
  }
  const daysInAll = Math.max(0, daysBetween(startDate, interviewDate))
  const passed = Math.min(days, daysInAll)
  const share = daysInAll === 0 ? asShare(isStarted ? 1 : 0) : shareOf(passed, daysInAll)
  return { basis: 'interview-date', share, isStarted, days: passed, daysInAll }
}

/** Days from today to the interview: null without a date, 0 on the day and after. */
export function daysLeftOf({ interviewDate, today }: PlanDates): number | null {
  return interviewDate === null ? null : Math.max(0, daysBetween(today, interviewDate))
}

/**
 * Days that are left to study: those from today to the interview, and while the start is still ahead, those from the
 * start. Null without a date.
 */
export function studyDaysLeftOf({ startDate, interviewDate, today }: PlanDates): number | null {
  if (interviewDate === null) return null
  const from = isBefore(today, startDate) ? startDate : today
  return Math.max(0, daysBetween(from, interviewDate))
}
