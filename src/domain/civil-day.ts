/** A date of the proleptic Gregorian calendar: month 1 to 12, day 1 to 31. */
export type CivilDate = Readonly<{ year: number; month: number; day: number }>

const DAYS_IN_400_YEARS = 146_097
/** From 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468

/**
 * The number of days from 1970-01-01 to a date; negative before it. Years 0 to 9999.
 *
 * The year is taken to begin in March, so that the leap day is the last day of a year and month lengths follow one
 * straight line: the day of the year is floor((153 x month + 2) / 5) with March as month 0.
 */
export function dayNumberOf({ year, month, day }: CivilDate): number {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_400_YEARS + dayOfEra - EPOCH_SHIFT
}

/** The date that lies a number of days after 1970-01-01: the inverse of `dayNumberOf`. */
export function civilDateOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + EPOCH_SHIFT
  const era = Math.floor(shifted / DAYS_IN_400_YEARS)
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS
  const leapCorrected =
    dayOfEra -
    Math.floor(dayOfEra / 1460) +
    Math.floor(dayOfEra / 36_524) -
    Math.floor(dayOfEra / (DAYS_IN_400_YEARS - 1))
  const yearOfEra = Math.floor(leapCorrected / 365)
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

/** Reads `YYYY-MM-DD`; null when it is written otherwise or is no day of the calendar (2026-02-29). */
export function parseCivilDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return null
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  // A day or month that does not exist comes back as another one.
  const same = civilDateOf(dayNumberOf(date))
  return same.month === date.month && same.day === date.day ? date : null
}
