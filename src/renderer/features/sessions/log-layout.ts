import type { Seconds, StudyDay } from '#contract/units.ts'
import { startOfWeek } from '#domain/days.ts'

/** One day of the log, newest first, and how many sessions it has. */
export type LogDay = Readonly<{ day: StudyDay; sessions: number; seconds: Seconds }>

/** A week of the log with what is listed of it in all; `start` is its first day. */
export type LogWeek = Readonly<{ start: StudyDay; days: number; sessions: number; seconds: number }>

/** What stands at one row: the heading of a week or a day, or a session by its place in the whole list. */
export type LogRow =
  | Readonly<{ kind: 'week'; week: LogWeek }>
  | Readonly<{ kind: 'day'; day: LogDay }>
  | Readonly<{ kind: 'session'; offset: number; day: LogDay; isLastOfDay: boolean }>

/** Weeks, days and sessions as one flat list of rows. Every question but the last two is answered without searching. */
export type LogLayout = Readonly<{
  rows: number
  sessions: number
  rowAt: (index: number) => LogRow | undefined
  isHeading: (index: number) => boolean
  /** Tells rows apart for as long as the list stays as it is: sessions from 0 up, headings from -1 down. */
  keyAt: (index: number) => number
  /** The row of a session. */
  rowOfSession: (offset: number) => number
  /** The row of the heading that a row stands under: itself, for a heading. */
  headingOf: (index: number) => number
  /** The row of the heading of a day, or of the next older day that has sessions. */
  headingOfDay: (day: string) => number
  /** Where the sessions of a day begin and how many there are; null where it has none. */
  sessionsOfDay: (day: string) => Readonly<{ offset: number; sessions: number }> | null
}>

/**
 * Lays out the log: each week takes one row for its heading, each day one for its own and one for each session. The
 * day of every row is written down once, 4 bytes each, because the virtual list asks about all rows again whenever one
 * was measured: with a search in each answer, 100,000 sessions scrolled at one frame a second.
 */
export function layoutOf(days: readonly LogDay[], weekStartsOn = 1): LogLayout {
  const sessions = days.reduce((sum, day) => sum + day.sessions, 0)
  const weeks = weeksOf(days, weekStartsOn)
  const rows = weeks.length + days.length + sessions
  /** Of each day: the row of its heading, the place of its first session, and its week. */
  const starts = new Uint32Array(days.length)
  const firsts = new Uint32Array(days.length)
  const weekOfDay = new Uint32Array(days.length)
  const dayOfRow = new Uint32Array(rows)
  const dayOfSession = new Uint32Array(sessions)
  let row = 0
  let first = 0
  let at = 0
  weeks.forEach((week, weekAt) => {
    // The heading of a week goes with its newest day.
    dayOfRow[row] = at
    row += 1
    for (const end = at + week.days; at < end; at += 1) {
      const { sessions: ofDay } = days[at] ?? { sessions: 0 }
      starts[at] = row
      firsts[at] = first
      weekOfDay[at] = weekAt
      dayOfRow.fill(at, row, row + 1 + ofDay)
      dayOfSession.fill(at, first, first + ofDay)
      row += 1 + ofDay
      first += ofDay
    }
  })
  const dayAt = (index: number) => dayOfRow[index] ?? 0
  const startAt = (index: number) => starts[dayAt(index)] ?? 0
  const isHeading = (index: number) => index <= startAt(index)
  const offsetAt = (index: number) => index - startAt(index) - 1 + (firsts[dayAt(index)] ?? 0)
  const dayFrom = (day: string) => {
    const found = days.findIndex((candidate) => candidate.day <= day)
    return found === -1 ? days.length - 1 : found
  }

  return {
    rows,
    sessions,
    isHeading,
    keyAt: (index) => {
      if (!isHeading(index)) return offsetAt(index)
      const ofDay = -1 - 2 * dayAt(index)
      return index === startAt(index) ? ofDay : ofDay - 1
    },
    rowAt(index) {
      const day = index >= 0 && index < rows ? days[dayAt(index)] : undefined
      if (day === undefined) return undefined
      if (index === startAt(index)) return { kind: 'day', day }
      if (index < startAt(index)) {
        const week = weeks[weekOfDay[dayAt(index)] ?? 0]
        return week && { kind: 'week', week }
      }
      const isLastOfDay = index + 1 === rows || isHeading(index + 1)
      return { kind: 'session', offset: offsetAt(index), day, isLastOfDay }
    },
    rowOfSession: (offset) => {
      const day = dayOfSession[offset] ?? 0
      return offset - (firsts[day] ?? 0) + (starts[day] ?? 0) + 1
    },
    headingOf: (index) => Math.min(index, startAt(index)),
    headingOfDay: (day) => starts[dayFrom(day)] ?? 0,
    sessionsOfDay(day) {
      const found = dayFrom(day)
      const logged = days[found]
      if (logged?.day !== day) return null
      return { offset: firsts[found] ?? 0, sessions: logged.sessions }
    },
  }
}

/** The weeks of days that come newest first, with what is on their days in all. */
function weeksOf(days: readonly LogDay[], weekStartsOn: number): readonly LogWeek[] {
  const weeks: LogWeek[] = []
  for (const { day, sessions, seconds } of days) {
    const last = weeks.at(-1)
    if (last === undefined || day < last.start)
      weeks.push({ start: startOfWeek(day, weekStartsOn), days: 1, sessions, seconds })
    else
      weeks[weeks.length - 1] = {
        start: last.start,
        days: last.days + 1,
        sessions: last.sessions + sessions,
        seconds: last.seconds + seconds,
      }
  }
  return weeks
}

/** Where the stretches of `size` sessions begin that hold the given ones, each once, in order. */
export function stretchesHolding(offsets: readonly number[], size: number): readonly number[] {
  const starts = new Set(offsets.map((offset) => Math.floor(offset / size) * size))
  return [...starts].toSorted((a, b) => a - b)
}
