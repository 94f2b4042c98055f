import { addDays, daysBetween } from '#domain/days.ts'
import { formatHours } from '#domain/duration.ts'
import { hoursText } from '#domain/explain.ts'
import { decimals, formatDay } from '#domain/readable.ts'
import { asStudyDay, isStudyDay } from '#domain/units.ts'
import { numberOf, type ProfileDraft } from './profile-draft.ts'

const daysPerWeek = 7
/** Beyond this the end of the plan is too far away for its date to say anything, in weeks. */
const farAwayWeeks = 520

/**
 * What the plan takes with the dates and hours as they are typed, in a sentence or two; null while they cannot be
 * read. Needed hours a week = planned hours / weeks from the start to the interview.
 */
export function planFit(
  draft: Pick<ProfileDraft, 'startDate' | 'interviewDate' | 'interviewUnknown' | 'weeklyHours'>,
  plan: Readonly<{ level: string; hours: number }>,
): string | null {
  if (!isStudyDay(draft.startDate)) return null
  const weekly = numberOf(draft.weeklyHours)
  const hasWeekly = Number.isFinite(weekly) && weekly > 0
  const planned = `The ${plan.level} plan has ${hoursText(plan.hours)}.`

  if (draft.interviewUnknown || draft.interviewDate === '') {
    if (!hasWeekly) return planned
    const weeks = plan.hours / weekly
    if (weeks > farAwayWeeks) return `${planned} At this pace it would take more than ten years.`
    const end = addDays(asStudyDay(draft.startDate), Math.ceil(weeks * daysPerWeek))
    return `${planned} At ${hoursText(weekly)} a week it takes ${decimals(weeks, 1)} weeks, until ${formatDay(end)}.`
  }

  if (!isStudyDay(draft.interviewDate)) return null
  const days = daysBetween(draft.startDate, draft.interviewDate)
  if (days <= 0) return null
  const weeks = days / daysPerWeek
  const needed = plan.hours / weeks
  const spread = `${planned} Over ${decimals(weeks, 1)} weeks that is ${formatHours(needed)} a week.`
  if (!hasWeekly) return spread
  if (weekly >= needed) return `${spread} Your hours are enough.`
  const reached = weekly * weeks
  return `${spread} With ${hoursText(weekly)} a week you reach ${formatHours(reached)}, ${decimals((reached / plan.hours) * 100, 0)} % of it. That is fine to start with; the plan’s hours can be changed.`
}
