import { formatCount, formatDay } from '#domain/readable.ts'
import type { Status } from '#contract/plan.ts'

/** The time until the interview as a figure with what it is measured by, and as a sentence: empty without a date. */
export type TimeLeft = Readonly<{ value: string; detail: string; sentence: string }>

/** Counts the days to an interview that is ahead; of one that is today or was, no count says that as well as its date. */
export function timeLeft({
  pace,
  profile,
  today,
}: Pick<Status, 'pace' | 'profile' | 'today'>): TimeLeft {
  const { interviewDate } = profile
  if (interviewDate === null || pace.daysLeft === null)
    return { value: 'Not known', detail: 'No interview date is set', sentence: '' }
  const day = formatDay(interviewDate)
  if (interviewDate === today)
    return {
      value: 'Today',
      detail: 'is the interview date',
      sentence: 'The interview is today.',
    }
  if (pace.daysLeft === 0)
    return {
      value: 'Over',
      detail: `the interview was on ${day}`,
      sentence: `The interview was on ${day}.`,
    }
  const value = formatCount(pace.daysLeft, { one: 'day', many: 'days' })
  return {
    value,
    detail: `until ${day}`,
    sentence:
      pace.daysLeft === 1
        ? 'One day is left until the interview.'
        : `${value} are left until the interview.`,
  }
}
