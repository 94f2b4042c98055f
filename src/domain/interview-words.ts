import type { StudyDay } from '#contract/units.ts'
import { isBefore } from './days.ts'
import { formatDay } from './readable.ts'

/**
 * Says that the interview date lies in the past, for the page and the terminal alike: nothing is due "by" that date
 * any more. Null on the day itself, before it, and while no date is known.
 */
export function interviewPassed(interviewDate: StudyDay | null, today: StudyDay): string | null {
  if (interviewDate === null || !isBefore(interviewDate, today)) return null
  return `The interview date has passed (${formatDay(interviewDate)}). The whole plan counts as due.`
}
