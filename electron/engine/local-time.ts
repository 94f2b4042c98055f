import { Temporal } from 'temporal-polyfill'
import type { Instant, StudyDay } from '#contract/units.ts'
import type { Clock } from './api.ts'

/** A moment as the wall clock of a zone shows it. */
export type WallClock = Readonly<{
  startedAt: Instant
  timeZone: string
  /** The calendar date there. */
  date: StudyDay
  /** `HH:MM`. */
  time: string
  /** The calendar date, or the one before while the study day has not begun (`dayStartsAt`). */
  studyDay: StudyDay
}>

/** The clock's moment, to the second, in its zone. `dayStartsAt` is the hour, 0 to 6, at which a study day begins. */
export function wallClockNow(clock: Clock, dayStartsAt: number): WallClock {
  const now = Temporal.Instant.fromEpochMilliseconds(clock.nowMs())
  return wallClockOf(now.toZonedDateTimeISO(clock.timeZone()), dayStartsAt)
}

/**
 * A date and a time as typed, in a zone. A time that a DST shift skips moves to the other side of the gap, and of
 * one that comes twice the first is meant ("compatible", as calendars do).
 */
export function wallClockAt(
  date: string,
  time: string,
  timeZone: string,
  dayStartsAt: number,
): WallClock {
  const typed = Temporal.PlainDateTime.from(`${date}T${time}`)
  return wallClockOf(typed.toZonedDateTime(timeZone, { disambiguation: 'compatible' }), dayStartsAt)
}

/** A stored instant as the wall clock of its zone showed it. */
export function wallClockOfInstant(
  startedAt: string,
  timeZone: string,
): Pick<WallClock, 'date' | 'time'> {
  const zoned = Temporal.Instant.from(startedAt).toZonedDateTimeISO(timeZone)
  return { date: dateOf(zoned), time: timeOf(zoned) }
}

/** A moment since 1970 as an instant of the contract, cut to whole seconds. */
export function instantOf(ms: number): Instant {
  // The brand is made here, where the text is.
  return `${new Date(ms).toISOString().slice(0, 19)}Z` as Instant
}

/**
 * The instant at which the wall clock of a zone shows the same time, to the second, so many days later (earlier when
 * negative). Where a change of the clocks skips that time or shows it twice, as `wallClockAt` has it.
 */
export function sameTimeDaysLater(startedAt: string, timeZone: string, days: number): Instant {
  const zoned = Temporal.Instant.from(startedAt).toZonedDateTimeISO(timeZone)
  return instantText(zoned.add({ days }).toInstant())
}

/** The instant so many seconds later. */
export function instantAfter(startedAt: string, seconds: number): Instant {
  return instantText(Temporal.Instant.from(startedAt).add({ seconds }))
}

function wallClockOf(zoned: Temporal.ZonedDateTime, dayStartsAt: number): WallClock {
  const studyDate = zoned.hour < dayStartsAt ? zoned.subtract({ days: 1 }) : zoned
  return {
    startedAt: instantText(zoned.toInstant()),
    timeZone: zoned.timeZoneId,
    date: dateOf(zoned),
    time: timeOf(zoned),
    studyDay: dateOf(studyDate),
  }
}

// The brands are made here, at the edge where a checked calendar value becomes text.
function dateOf(zoned: Temporal.ZonedDateTime): StudyDay {
  return zoned.toPlainDate().toString() as StudyDay
}

function timeOf(zoned: Temporal.ZonedDateTime): string {
  return zoned.toPlainTime().toString({ smallestUnit: 'minute' })
}

function instantText(moment: Temporal.Instant): Instant {
  return moment.toString({ smallestUnit: 'second', roundingMode: 'floor' }) as Instant
}
