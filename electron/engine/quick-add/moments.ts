import { createRequire } from 'node:module'
import type * as ChronoNode from 'chrono-node/en'
import type { Chrono, ParsedResult } from 'chrono-node/en'
import { Temporal } from 'temporal-polyfill'
import type { DayPart, FoundDate, FoundMoment, FoundTime } from '#domain/quick-add/moment.ts'
import { asStudyDay, isStudyDay } from '#domain/units.ts'
import type { Clock } from '../api.ts'

let english: Chrono | undefined

/**
 * chrono, loaded when the first line is read: no start of the app or of another verb waits for it.
 *
 * Without its refiners: they put dates and times together and fill in what was not said. Here each is kept by itself,
 * and what was not said is asked.
 */
function parser(): Chrono {
  if (english) return english
  const chrono = createRequire(import.meta.url)('chrono-node/en') as typeof ChronoNode
  english = new chrono.Chrono({ parsers: chrono.casual.parsers, refiners: [] })
  return english
}

/**
 * The dates and times that stand in a line, in order, each by itself. All rest on the clock's moment in its zone.
 * Nothing is judged here but what would be a misreading: a number alone, and relations to another date.
 *
 * chrono reckons on the computer's own clock, where an hour is missing once a year. So it is asked for days from noon,
 * which no change of clocks comes near, and hours are counted off from the clock's instant here.
 */
export function momentsIn(text: string, clock: Clock): readonly FoundMoment[] {
  const timeZone = clock.timeZone()
  const now = Temporal.Instant.fromEpochMilliseconds(clock.nowMs()).toZonedDateTimeISO(timeZone)
  const noon = new Date(now.year, now.month - 1, now.day, 12)
  return (
    resultsIn(text, noon)
      .map((result) => momentOf(result, (found) => instantOf(text, found, now)))
      // A time with seconds is none here, and nothing else may be left of a result.
      .filter(({ date, time, part }) => date !== null || time !== null || part !== null)
      .map((moment) => withAt(text, moment))
  )
}

function resultsIn(text: string, reference: Date): readonly ParsedResult[] {
  const results = parser().parse(text, { instant: reference }, { forwardDate: false })
  return widest(results).filter(
    // A number past all reason ("9999999999999999999945m ago") gives a date that is none.
    (result) => !misread.test(result.text.trim()) && Number.isFinite(result.date().getTime()),
  )
}

/**
 * "7", "19.30" and "18:30" alone (a number, a duration or a time: not for a date parser to say), "-1h", "7 a(nd)",
 * "a few hours ago", and "2 days before", whose other date chrono does not put together with it.
 */
const misread =
  /^\d+(?::\d+){0,2}$|^\d+\.\d+$|^[+-]|^\d+\s*[ap]$|\b(?:few|couple|several)\b|\b(?:before|after|from|later than)$/i

/** Of results that share a letter, the longest. */
function widest(results: readonly ParsedResult[]): readonly ParsedResult[] {
  const kept: ParsedResult[] = []
  for (const result of results.toSorted((a, b) => b.text.length - a.text.length))
    if (!kept.some((other) => startOf(other) < endOf(result) && startOf(result) < endOf(other)))
      kept.push(result)
  return kept.toSorted((a, b) => a.index - b.index)
}

type ParsedComponents = ParsedResult['start']

const startOf = ({ index }: ParsedResult) => index
const endOf = ({ index, text }: ParsedResult) => index + text.length

/** The "at" before "noon", which chrono leaves behind. */
function withAt(line: string, moment: FoundMoment): FoundMoment {
  const at = /\bat\s+$/i.exec(line.slice(0, moment.start))
  if (!at || (!moment.time && !moment.part)) return moment
  return { ...moment, start: at.index, text: line.slice(at.index, moment.end) }
}

function momentOf(
  result: ParsedResult,
  instantOf: (result: ParsedResult) => Pick<FoundMoment, 'date' | 'time'> | null,
): FoundMoment {
  // Some results bring the sign before or behind them along; the dot of "p.m." belongs to it.
  const typed = /\S.*\S|\S/s.exec(result.text)?.[0] ?? ''
  const text = /\d\s*[ap]\.m\.$/i.test(typed) ? typed : typed.replace(/[,.]+$/, '')
  const at = result.index + result.text.indexOf(typed)
  const place = { start: at, end: at + text.length, text }
  const { start } = result
  const instant = instantOf(result)
  if (instant) return { ...place, ...instant, until: null, part: null }
  const [from = '', to = ''] = result.end ? text.split(/\b(?:to|until|till?)\b|[-–~]/i) : [text]
  return {
    ...place,
    date: dateOf(start, text),
    time: timeOf(start, from),
    until: result.end ? timeOf(result.end, to) : null,
    part: start.isCertain('hour') && !/midnight/i.test(text) ? null : partOf(text),
  }
}

/** A winter's noon from which no clock is changed for weeks, wherever the computer stands. */
const calmNoon = () => new Date(2001, 0, 15, 12)

const longestCountMs = 31 * 86_400_000

/** What is counted from now ("2h ago"), or says its offset ("2026-11-20T10:00Z"), as its own wall clock shows it. */
function instantOf(
  text: string,
  { index, start }: ParsedResult,
  now: Temporal.ZonedDateTime,
): Pick<FoundMoment, 'date' | 'time'> | null {
  if (!start.isCertain('timezoneOffset') || !start.isCertain('hour')) return null
  if (!start.tags().has('result/relativeDateAndTime') && !start.tags().has('casualReference/now')) {
    const offsetMs = Number(start.get('timezoneOffset')) * 60_000
    return atMs(clockMs(start) - offsetMs, now.timeZoneId)
  }
  const calm = resultsIn(text, calmNoon()).find((result) => result.index === index)
  const passedMs = calm ? clockMs(calm.start) - Date.UTC(2001, 0, 15, 12) : NaN
  // Nobody counts a month in hours, and the calm does not last longer.
  return Math.abs(passedMs) <= longestCountMs
    ? atMs(now.epochMilliseconds + passedMs, now.timeZoneId)
    : { date: { day: null, says: 'vague' }, time: null }
}

function atMs(epochMs: number, timeZone: string): Pick<FoundMoment, 'date' | 'time'> {
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone)
  return {
    date: { day: asStudyDay(zoned.toPlainDate().toString()), says: 'day' },
    time: { hour: zoned.hour, minute: zoned.minute, isHalfKnown: true },
  }
}

/** What a clock shows, as if it showed the time of Greenwich. */
function clockMs(found: ParsedComponents): number {
  const names = ['year', 'month', 'day', 'hour', 'minute'] as const
  const [year = 0, month = 1, ...rest] = names.map((name) => Number(found.get(name)))
  return Date.UTC(year, month - 1, ...rest)
}

function dateOf(found: ParsedComponents, text: string): FoundDate | null {
  const isNamed = (['year', 'month', 'day', 'weekday'] as const).some((name) =>
    found.isCertain(name),
  )
  // "this morning" is today's, though chrono is not certain of it.
  if (!isNamed && !/^this /i.test(text)) return null
  if (/^midnight/i.test(text)) return null
  const says = saidBy(found, text)
  // Of what has no year, the day of a leap year: the 29th of February is one.
  const year = says === 'yearless' ? LEAP_YEAR : Number(found.get('year'))
  const digits = (component: 'month' | 'day') => String(found.get(component)).padStart(2, '0')
  const day = `${String(year).padStart(4, '0')}-${digits('month')}-${digits('day')}`
  return { day: isStudyDay(day) ? day : null, says }
}

const LEAP_YEAR = 2024

function saidBy(found: ParsedComponents, text: string): FoundDate['says'] {
  if (/\b(?:week|weekend|month|quarter|year)s?$/i.test(text)) return 'vague'
  if (
    /^(?:to(?:day|night)|yesterday|last night|this (?:morning|afternoon|evening|night))$/i.test(
      text,
    )
  )
    return 'nearby'
  if (/^\d{1,2}[/.-]\d{1,2}\b/.test(text)) return 'numeric'
  if (found.isCertain('day')) return found.isCertain('year') ? 'day' : 'yearless'
  return found.isCertain('weekday') ? 'weekday' : 'vague'
}

function timeOf(found: ParsedComponents, text: string): FoundTime | null {
  const hour = found.get('hour')
  // Seconds make it a duration, "24:00" as well; "midnight" is a part of a day: which day is not said.
  if (hour === null || !(hour <= 23) || !found.isCertain('hour') || found.isCertain('second'))
    return null
  if (/midnight/i.test(text)) return null
  const minute = found.get('minute') ?? 0
  // "07:00" and "10:30" are written on a clock of 24 hours; "7", "10" and "7:30" may stand for either half.
  const isHalfKnown =
    found.isCertain('meridiem') || hour === 0 || /noon|(?<!\d)\d\d:\d\d/i.test(text)
  return { hour: isHalfKnown ? hour : hour % 12 || 12, minute, isHalfKnown }
}

function partOf(text: string): DayPart | null {
  const word = /morning|afternoon|evening|midnight|night/i.exec(text)?.[0].toLowerCase()
  return (word as DayPart | undefined) ?? null
}
