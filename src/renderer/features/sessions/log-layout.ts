import type { Seconds, StudyDay } from '#contract/units.ts'

/** One day of the log, newest first, and how many sessions it has. */
export type LogDay = Readonly<{ day: StudyDay; sessions: number; seconds: Seconds }>

/** What stands at one row of the log: the heading of a day, or a session by its place in the whole list. */
export type LogRow =
  | Readonly<{ kind: 'day'; day: LogDay }>
  | Readonly<{ kind: 'session'; offset: number; day: LogDay; isLastOfDay: boolean }>

/** Days and sessions as one flat list of rows. Every question but the last is answered without searching. */
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
}>

/**
 * Lays out the log: each day takes one row for its heading and one for each session. The day of every row is written
 * down once, 4 bytes each, because the virtual list asks about all rows again whenever one was measured: with a search
 * in each answer, 100,000 sessions scrolled at one frame a second.
 */
export function layoutOf(days: readonly LogDay[]): LogLayout {
  const sessions = days.reduce((sum, day) => sum + day.sessions, 0)
  const rows = days.length + sessions
  const starts = new Uint32Array(days.length)
  const dayOfRow = new Uint32Array(rows)
  const dayOfSession = new Uint32Array(sessions)
  let start = 0
  days.forEach((day, at) => {
    starts[at] = start
    dayOfRow.fill(at, start, start + 1 + day.sessions)
    // Every day up to here has taken one row for its heading.
    dayOfSession.fill(at, start - at, start - at + day.sessions)
    start += 1 + day.sessions
  })
  const dayAt = (index: number) => dayOfRow[index] ?? 0
  const isHeading = (index: number) => starts[dayAt(index)] === index
  const offsetAt = (index: number) => index - dayAt(index) - 1

  return {
    rows,
    sessions,
    isHeading,
    keyAt: (index) => (isHeading(index) ? -1 - dayAt(index) : offsetAt(index)),
    rowAt(index) {
      const day = index >= 0 && index < rows ? days[dayAt(index)] : undefined
      if (day === undefined) return undefined
      if (isHeading(index)) return { kind: 'day', day }
      const isLastOfDay = index + 1 === rows || isHeading(index + 1)
      return { kind: 'session', offset: offsetAt(index), day, isLastOfDay }
    },
    rowOfSession: (offset) => offset + (dayOfSession[offset] ?? 0) + 1,
    headingOf: (index) => starts[dayAt(index)] ?? 0,
    headingOfDay(day) {
      const at = days.findIndex((candidate) => candidate.day <= day)
      return starts[at === -1 ? days.length - 1 : at] ?? 0
    },
  }
}

/** Where the stretches of `size` sessions begin that hold the given ones, each once, in order. */
export function stretchesHolding(offsets: readonly number[], size: number): readonly number[] {
  const starts = new Set(offsets.map((offset) => Math.floor(offset / size) * size))
  return [...starts].toSorted((a, b) => a - b)
}
