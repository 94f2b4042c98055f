import type { Hours, Seconds, Share, StudyDay } from '#contract/units.ts'
import { parseCivilDate } from './civil-day.ts'

/**
 * Marks a checked value with its unit. The only cast of the domain: a brand exists in types alone, so nothing but a
 * cast can put it on, and every caller below has checked the value first.
 */
function branded<Branded>(value: unknown): Branded {
  return value as Branded
}

/** A duration in whole seconds, 0 or more. Throws a RangeError on anything else: that is a bug, not an input. */
export function asSeconds(value: number): Seconds {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`Expected whole seconds of 0 or more, got ${value}`)
  // `+ 0` turns -0 into 0.
  return branded(value + 0)
}

/** Decimal hours, 0 or more. Throws a RangeError on anything else. */
export function asHours(value: number): Hours {
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError(`Expected hours of 0 or more, got ${value}`)
  return branded(value + 0)
}

/** A part of a whole, 0 to 1. Throws a RangeError on anything else. */
export function asShare(value: number): Share {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`Expected a share of 0 to 1, got ${value}`)
  return branded(value + 0)
}

/** A calendar day, `YYYY-MM-DD`, years 0000 to 9999. Throws a RangeError on anything else. */
export function asStudyDay(text: string): StudyDay {
  if (!isStudyDay(text)) throw new RangeError(`Expected a day as YYYY-MM-DD, got ${text}`)
  return text
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isStudyDay(text: string): text is StudyDay {
  return parseCivilDate(text) !== null
}

export const SECONDS_PER_MINUTE = 60
export const SECONDS_PER_HOUR = 3600
export const SECONDS_PER_DAY = 86_400

/** Seconds as decimal hours: seconds / 3600. */
export function secondsToHours(value: Seconds): Hours {
  return asHours(value / SECONDS_PER_HOUR)
}

/** Hours as seconds, to the nearest whole one: round(hours x 3600). */
export function hoursToSeconds(value: Hours): Seconds {
  return asSeconds(Math.round(value * SECONDS_PER_HOUR))
}

/** A part of a whole as a share; 0 where the whole is 0, as nothing is part of nothing. */
export function shareOf(part: number, whole: number): Share {
  return whole === 0 ? asShare(0) : asShare(part / whole)
}

/**
 * A number to nine decimals: takes the noise of binary fractions away (100 x (0.39 - 0.35) is 4.000000000000004), so
 * that a limit that is met exactly is met, and the public status object reads as a person would write it.
 */
export function withoutNoise(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0
}
