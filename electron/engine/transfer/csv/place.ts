import { instantOf } from '../../local-time.ts'
import type { DateOrder } from '#contract/transfer.ts'
import type { Instant, Seconds, StudyDay } from '#contract/units.ts'
import { addDays } from '#domain/days.ts'
import { dayByOrder, readDate } from '#domain/transfer-date.ts'
import { lengthFault, quoted, type WrittenRow } from '#domain/transfer-row.ts'
import { asSeconds } from '#domain/units.ts'
import type { Zones } from '../zone-days.ts'

/** What places rows in time. */
export type PlacingRules = Readonly<{
  zones: Zones
  /** Null: a date that can be read in several orders waits for an answer. */
  order: DateOrder | null
  /** The zone of rows that name none. */
  timeZone: string
  dayStartsAt: number
  now: Instant
}>

/** Where a row lies in time. */
export type Placed = Readonly<{
  startedAt: Instant
  timeZone: string
  studyDay: StudyDay
  date: StudyDay
  /** `HH:MM:SS` of the wall clock. */
  time: string
  durationS: Seconds
  /** The file gives no time of day: the start was chosen here. */
  isTimeless: boolean
}>

type Answer = Readonly<
  | { kind: 'placed'; placed: Placed }
  | { kind: 'open'; reason: string }
  | { kind: 'rejected'; reason: string }
>

type Start = Pick<Placed, 'startedAt' | 'timeZone' | 'date' | 'time'> & {
  studyDay: StudyDay | null
}
type Found = Readonly<{ kind: 'start'; start: Start }> | Exclude<Answer, { kind: 'placed' }>

/** Where the first row of a day begins that gives no time, in seconds after midnight: nine in the morning. */
const firstStart = 9 * 3600
const lastStart = 86_340

/**
 * Places the rows of a file, one after the other. A row without a time of day begins where the one before it on the
 * same day ends, the first of a day at nine; what counts is the sum, and so no hour is counted twice.
 */
export function placer(rules: PlacingRules): (row: WrittenRow) => Answer {
  const { dayStartsAt, now } = rules
  /** Where the last row of each day ends, in seconds after midnight. */
  const ends = new Map<StudyDay, number>()

  return (row) => {
    const found = row.startedAt === '' ? writtenStart(row, rules) : ownStart(row, rules)
    if (found.kind !== 'start') return found
    const isTimeless = found.start.time === ''
    const start = isTimeless ? follow(found.start, ends, rules) : found.start
    if (start.startedAt > now) return { kind: 'rejected', reason: 'It begins in the future.' }
    if (start.startedAt < '1970') return { kind: 'rejected', reason: 'It lies before 1970.' }
    const length = lengthOf(row, start, rules)
    if (typeof length !== 'number') return length
    ends.set(start.date, secondsOfDay(start.time) + length)
    const { studyDay, ...rest } = start
    const placed = {
      ...rest,
      studyDay: studyDay ?? studyDayOf(start.date, start.time, dayStartsAt),
      durationS: length,
      isTimeless,
    }
    return { kind: 'placed', placed }
  }
}

function unknownZone(zone: string): Exclude<Answer, { kind: 'placed' }> {
  return { kind: 'rejected', reason: `There is no time zone ${quoted(zone)}.` }
}

/** The start by date, time and, where it is given, distance to UTC. The time is "" where there is none. */
function writtenStart(row: WrittenRow, rules: PlacingRules): Found {
  const timeZone = row.timeZone === '' ? rules.timeZone : row.timeZone
  if (!rules.zones.has(timeZone)) return unknownZone(timeZone)
  const day = dayOf(row.start.date, rules.order)
  if (day.kind !== 'day') return day
  const moment = momentOf(day.day, row.start, timeZone, rules.zones)
  return { kind: 'start', start: { ...moment, timeZone, studyDay: null } }
}

function momentOf(
  day: StudyDay,
  { time, offset }: WrittenRow['start'],
  timeZone: string,
  zones: Zones,
): Pick<Start, 'startedAt' | 'date' | 'time'> {
  if (offset !== '') {
    const startedAt = instantOf(Date.parse(`${day}T${time}${offset}`))
    return { startedAt, ...zones.wallOf(startedAt, timeZone) }
  }
  return {
    startedAt: zones.instantAt(day, time === '' ? '00:00:00' : time, timeZone),
    date: day,
    time,
  }
}

/**
 * The start of a row of our own file: its instant, exact also where clocks change. Where somebody has changed the date
 * or the time beside it, these count; a spreadsheet that only wrote them differently has changed nothing.
 */
function ownStart(row: WrittenRow, rules: PlacingRules): Found {
  const timeZone = row.timeZone === '' ? rules.timeZone : row.timeZone
  if (!rules.zones.has(timeZone)) return unknownZone(timeZone)
  const startedAt = row.startedAt
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(startedAt) || Number.isNaN(Date.parse(startedAt)))
    return { kind: 'rejected', reason: `${quoted(startedAt)} is not an instant in UTC.` }
  // Checked by the line above.
  const instant = startedAt as Instant
  const wall = rules.zones.wallOf(instant, timeZone)
  const { date, time } = row.start
  const isSameDay = date === '' || couldBe(date, wall.date)
  const isSameTime = time === '' || time === wall.time || time === `${wall.time.slice(0, 5)}:00`
  if (isSameDay && isSameTime) {
    const near = [wall.date, addDays(wall.date, -1)]
    const studyDay = near.find((day) => couldBe(row.studyDay, day)) ?? null
    return { kind: 'start', start: { startedAt: instant, timeZone, ...wall, studyDay } }
  }
  const day = isSameDay ? { kind: 'day' as const, day: wall.date } : dayOf(date, rules.order)
  if (day.kind !== 'day') return day
  const changed = { date, time: isSameTime ? wall.time : time, offset: '' }
  const moment = momentOf(day.day, changed, timeZone, rules.zones)
  return { kind: 'start', start: { ...moment, timeZone, studyDay: null } }
}

/** Whether a date as written is a certain day in some order. */
function couldBe(text: string, day: StudyDay): boolean {
  const read = readDate(text)
  if (read.kind === 'by-order') return Object.values(read.days).includes(day)
  return read.kind === 'day' && read.day === day
}

function dayOf(
  text: string,
  order: DateOrder | null,
): Readonly<{ kind: 'day'; day: StudyDay }> | Exclude<Answer, { kind: 'placed' }> {
  if (text === '') return { kind: 'rejected', reason: 'It has no date.' }
  const read = readDate(text)
  if (read.kind === 'by-order' && order === null)
    return { kind: 'open', reason: `${quoted(text)} can be read in more than one order.` }
  const day = order === null ? null : dayByOrder(read, order)
  if (read.kind === 'day') return { kind: 'day', day: read.day }
  return day === null
    ? { kind: 'rejected', reason: `${quoted(text)} is not a date.` }
    : { kind: 'day', day }
}

/** The start of a row without a time: after the row before it on that day, and never later than now. */
function follow(
  start: Start,
  ends: ReadonlyMap<StudyDay, number>,
  { zones, now }: PlacingRules,
): Start {
  const today = zones.wallOf(now, start.timeZone)
  const latest = start.date === today.date ? secondsOfDay(today.time) : lastStart
  const seconds = Math.min(ends.get(start.date) ?? firstStart, latest)
  const time = new Date(seconds * 1000).toISOString().slice(11, 19)
  return { ...start, time, startedAt: zones.instantAt(start.date, time, start.timeZone) }
}

function lengthOf(
  row: WrittenRow,
  start: Start,
  rules: PlacingRules,
): Seconds | Exclude<Answer, { kind: 'placed' }> {
  if (row.durationS !== null) return row.durationS
  if (row.end.time === '')
    return row.needsUnit
      ? { kind: 'open', reason: 'Its duration is a bare number.' }
      : { kind: 'rejected', reason: 'It has no duration and no end.' }
  const day = row.end.date === '' ? null : dayOf(row.end.date, rules.order)
  if (day !== null && day.kind !== 'day') return day
  const endOn = (date: StudyDay) =>
    Date.parse(momentOf(date, row.end, start.timeZone, rules.zones).startedAt)
  const from = Date.parse(start.startedAt)
  let to = endOn(day?.day ?? start.date)
  // "22:30 to 0:15" ends on the next day.
  if (day === null && to < from) to = endOn(addDays(start.date, 1))
  if (to < from) return { kind: 'rejected', reason: 'It ends before it begins.' }
  const seconds = Math.round((to - from) / 1000)
  const fault = lengthFault(seconds)
  return fault === null ? asSeconds(seconds) : { kind: 'rejected', reason: fault }
}

function studyDayOf(date: StudyDay, time: string, dayStartsAt: number): StudyDay {
  return Number(time.slice(0, 2)) < dayStartsAt ? addDays(date, -1) : date
}

function secondsOfDay(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}
