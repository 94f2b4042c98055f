import type { Seconds, StudyDay } from '#contract/units.ts'

/** One day of the log, newest first, and how many sessions it has. */
export type LogDay = Readonly<{ day: StudyDay; sessions: number; seconds: Seconds }>

/** What stands at one row of the log: the heading of a day, or a session by its place in the whole list. */
export type LogRow =
  | Readonly<{ kind: 'day'; day: LogDay }>
  | Readonly<{ kind: 'session'; offset: number; day: LogDay; isLastOfDay: boolean }>

/** Days and sessions as one flat list, without a row being made before it is asked for. */
export type LogLayout = Readonly<{
  rows: number
  sessions: number
  rowAt: (index: number) => LogRow | undefined
  /** The row of a session. */
  rowOfSession: (offset: number) => number
  /** The row of the heading that a row stands under: itself, for a heading. */
  headingOf: (index: number) => number
  /** The row of the heading of a day, or of the next older day that has sessions. */
  headingOfDay: (day: string) => number
}>

/**
 * Lays out the log. Each day takes one row for its heading and one for each session; where a day begins is summed up
 * once, and any row is then found by halving: 100,000 sessions cost as much as their days.
 */
export function layoutOf(days: readonly LogDay[]): LogLayout {
  const starts: number[] = []
  let rows = 0
  for (const day of days) {
    starts.push(rows)
    rows += 1 + day.sessions
  }
  const sessions = rows - days.length
  /** The day that holds a row: the last one that does not begin after it. */
  const dayIndexOf = (holds: (start: number, index: number) => boolean) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (holds(starts[middle] ?? 0, middle)) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    rows,
    sessions,
    rowAt(index) {
      if (index < 0 || index >= rows) return undefined
      const at = dayIndexOf((start) => start <= index)
      const day = days[at]
      const start = starts[at]
      if (day === undefined || start === undefined) return undefined
      if (index === start) return { kind: 'day', day }
      // Every day up to here has taken one row for its heading.
      return {
        kind: 'session',
        offset: index - (at + 1),
        day,
        isLastOfDay: index === start + day.sessions,
      }
    },
    rowOfSession(offset) {
      const at = dayIndexOf((start, index) => start - index <= offset)
      return offset + at + 1
    },
    headingOf(index) {
      return starts[dayIndexOf((start) => start <= index)] ?? 0
    },
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
