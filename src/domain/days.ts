import type { StudyDay } from '#contract/units.ts'
import { civilDateOf, dayNumberOf, parseCivilDate } from './civil-day.ts'
import { asStudyDay } from './units.ts'

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** A weekday from its ISO number, 1 to 7; anything else is Monday. */
export function asWeekday(isoNumber: number): Weekday {
  return WEEKDAYS.find((weekday) => weekday === isoNumber) ?? 1
}

function numberOf(day: StudyDay): number {
  const date = parseCivilDate(day)
  if (date === null) throw new RangeError(`Expected a day as YYYY-MM-DD, got ${day}`)
  return dayNumberOf(date)
}

function dayOf(dayNumber: number): StudyDay {
  const { year, month, day } = civilDateOf(dayNumber)
  const digits = (value: number, width: number) => String(value).padStart(width, '0')
  return asStudyDay(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`)
}

/**
 * Days from one study day to another: 1 to the next day, negative when `to` lies before `from`. Calendar days, so a
 * change of clocks in between does not matter.
 */
export function daysBetween(from: StudyDay, to: StudyDay): number {
  return numberOf(to) - numberOf(from)
}

/** The study day a whole number of days later, or earlier when negative. Throws a RangeError outside 0000 to 9999. */
export function addDays(day: StudyDay, days: number): StudyDay {
  return dayOf(numberOf(day) + days)
}

/** The ISO weekday of a study day, Monday 1 to Sunday 7. */
export function weekdayOf(day: StudyDay): Weekday {
  // 1970-01-01 was a Thursday, which is 3 days after a Monday.
  const sinceMonday = (((numberOf(day) + 3) % 7) + 7) % 7
  return WEEKDAYS[sinceMonday] ?? 1
}

/** The first day of the week that a study day lies in; weeks begin on an ISO weekday, Monday 1 to Sunday 7. */
export function startOfWeek(day: StudyDay, startsOn = 1): StudyDay {
  return addDays(day, -((weekdayOf(day) - startsOn + 7) % 7))
}

/** Every study day from one to another, both included, in order; none when `to` lies before `from`. */
export function eachDay(from: StudyDay, to: StudyDay): readonly StudyDay[] {
  const first = numberOf(from)
  const length = Math.max(0, numberOf(to) - first + 1)
  return Array.from({ length }, (_, index) => dayOf(first + index))
}

/** Whether the first day lies before the second. Fixed-width text, so its order is the order of time. */
export function isBefore(day: StudyDay, other: StudyDay): boolean {
  return day < other
}
