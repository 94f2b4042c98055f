import type { Seconds } from '#contract/units.ts'
import type { DurationUnit } from '#contract/transfer.ts'
import { parseDuration } from './duration.ts'
import { asSeconds, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from './units.ts'

/** A moment as a cell gives it: a date, a time (`HH:MM:SS`), and `Z` or `+02:00` where it says its distance to UTC. */
export type WrittenMoment = Readonly<{ date: string; time: string; offset: string }>

/** Longer cells are no moments, and are not searched. */
const LONGEST = 60

const TIME = /^(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(?:([ap])\.?m\.?)?$/i

/**
 * Reads a time of day as `HH:MM:SS`: `9:05`, `09:05:33`, `9:05 PM`, `9 am`. Null for anything else; an hour alone is
 * taken with am or pm only.
 */
export function readTime(text: string): string | null {
  const match = TIME.exec(text.trim())
  if (!match) return null
  const [, hours = '', minutes, seconds = '0', half = ''] = match
  const isHalf = half !== ''
  if (minutes === undefined && !isHalf) return null
  const hour = Number(hours)
  if (isHalf ? hour < 1 || hour > 12 : hour > 23) return null
  if (Number(minutes ?? 0) > 59 || Number(seconds) > 59) return null
  const of24 = isHalf ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour
  return [of24, Number(minutes ?? 0), Number(seconds)]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

/**
 * Takes a cell apart that may hold a date, a time, or both (`2026-08-12T09:05:00Z`, `12/08/2026 9:05 PM`). What is
 * missing comes back as an empty text; the date is as written.
 */
export function splitMoment(cell: string): WrittenMoment {
  const text = cell.trim()
  if (text.length > LONGEST) return { date: text, time: '', offset: '' }
  if (text === '') return { date: '', time: '', offset: '' }
  const alone = readTime(text)
  if (alone !== null) return { date: '', time: alone, offset: '' }
  const match =
    /^(.*?\d)(?:T|,?\s+)(\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?)?\s*(?:[ap]\.?m\.?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    )
  const time = match ? readTime(match[2] ?? '') : null
  if (!match || time === null) return { date: text, time: '', offset: '' }
  return { date: match[1] ?? '', time, offset: offsetOf(match[3] ?? '') }
}

function offsetOf(text: string): string {
  if (text === '') return ''
  if (/^(z|utc)$/i.test(text)) return 'Z'
  return text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`
}

/** A duration as a cell gives it: its length, a bare number whose unit has to be known, or why it is none. */
export type WrittenDuration = Readonly<
  | { kind: 'seconds'; seconds: Seconds }
  | { kind: 'number'; value: number }
  | { kind: 'wrong'; message: string }
>

const UNIT_SECONDS: Readonly<Record<DurationUnit, number>> = {
  hours: SECONDS_PER_HOUR,
  minutes: SECONDS_PER_MINUTE,
  seconds: 1,
  milliseconds: 0.001,
}

/**
 * Reads a duration: `1:30` (hours and minutes), `01:30:15`, `47:06 min` (minutes and seconds), what `parseDuration` takes with units (`1h 30m`, `1,5 h`),
 * or a bare number, `1.5` or `1,5`. Never a thousands separator: `1,500` is one and a half.
 */
export function readDuration(text: string): WrittenDuration {
  const typed = text.trim()
  // Toggl Track writes minutes and seconds so when a person has chosen that.
  const short = /^(\d{1,4}):([0-5]\d) min$/.exec(typed)
  if (short)
    return { kind: 'seconds', seconds: asSeconds(Number(short[1]) * 60 + Number(short[2])) }
  const clock = /^(\d{1,4}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?$/.exec(typed)
  if (clock) {
    const [hours = 0, minutes = 0, seconds = 0] = [clock[1], clock[2], clock[3] ?? 0].map(Number)
    return minutes > 59 || seconds > 59
      ? { kind: 'wrong', message: `“${typed}” has a part above 59.` }
      : { kind: 'seconds', seconds: asSeconds(hours * 3600 + minutes * 60 + seconds) }
  }
  if (/^\d{1,12}([.,]\d{1,9})?$/.test(typed)) return { kind: 'number', value: numberOf(typed) }
  const parsed = parseDuration(typed)
  return parsed.ok
    ? { kind: 'seconds', seconds: parsed.seconds }
    : { kind: 'wrong', message: parsed.message }
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'))
}

/** A bare number as whole seconds. */
export function secondsOf(value: number, unit: DurationUnit): Seconds {
  return asSeconds(Math.round(value * UNIT_SECONDS[unit]))
}
