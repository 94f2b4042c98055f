import { formatDay } from '#domain/readable.ts'
import type { Instant } from '#contract/units.ts'
import { daysBetween } from '#domain/days.ts'
import { asStudyDay, isStudyDay } from '#domain/units.ts'
import { timeAt } from './wall-clock.ts'

/** An instant for people, on the clock of a zone: `24 Nov 2026, 09:05`. */
export function momentInWords(at: string, timeZone: string): string {
  const ms = Date.parse(at)
  return `${formatDay(asStudyDay(dateAt(ms, timeZone)))}, ${timeAt(ms, timeZone)}`
}

/** How long a deleted session can still be put back: `29 days left`, `last day`. */
export function timeLeft(
  deletedAt: Instant,
  today: string,
  keptDays: number,
  timeZone: string,
): string {
  if (!isStudyDay(today)) return ''
  const gone = daysBetween(asStudyDay(dateAt(Date.parse(deletedAt), timeZone)), today)
  const left = keptDays - gone
  if (left <= 0) return 'last day'
  return left === 1 ? '1 day left' : `${left} days left`
}

/** The calendar date of an instant in a time zone, `YYYY-MM-DD`. */
function dateAt(instantMs: number, timeZone: string): string {
  // The Swedish way of writing a date is ISO's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instantMs)
}
