import type { StudyDay } from '#contract/units.ts'
import { isBefore } from '../days.ts'

/**
 * When something is reached:
 * - `done`: it is.
 * - `range`: in nine of ten courses by `latest`, in one of ten by `earliest`.
 * - `open-ended`: in half of the courses by `likely`, but in more than one of ten not within two years.
 * - `not-converging`: in fewer than half of them within two years.
 * - `too-little`: too few whole weeks are logged to say.
 * - `undated`: what was reached so far has no days, so there is no pace.
 */
export type Reaching = Readonly<{
  status: 'done' | 'range' | 'open-ended' | 'not-converging' | 'too-little' | 'undated'
  earliest: StudyDay | null
  likely: StudyDay | null
  latest: StudyDay | null
  /** The part of the courses that reach it before the interview; null without a date or a forecast. */
  inTime: number | null
}>

const nothing = { earliest: null, likely: null, latest: null, inTime: null }

/** When something is reached that has no forecast. */
export function without(status: 'done' | 'too-little' | 'undated'): Reaching {
  return { status, ...nothing }
}

/** When something is reached, from the day of each course (null: not within the weeks looked at). */
export function reachingOf(
  days: readonly (StudyDay | null)[],
  interviewDate: StudyDay | null,
): Reaching {
  const reached = days.filter((day) => day !== null).toSorted()
  const at = (share: number) => reached[Math.ceil(share * days.length) - 1] ?? null
  const inTime =
    interviewDate === null
      ? null
      : reached.filter((day) => isBefore(day, interviewDate)).length / days.length
  const likely = at(0.5)
  if (likely === null) return { status: 'not-converging', ...nothing, inTime }
  const latest = at(0.9)
  return {
    status: latest === null ? 'open-ended' : 'range',
    earliest: at(0.1),
    likely,
    latest,
    inTime,
  }
}

/** The day on which the last of several things is reached, course by course. */
export function lastOf(
  lines: readonly (readonly (StudyDay | null)[])[],
): readonly (StudyDay | null)[] {
  const [first = []] = lines
  return first.map((_, course) => {
    let last: StudyDay | null = null
    for (const line of lines) {
      const day = line[course] ?? null
      if (day === null) return null
      if (last === null || isBefore(last, day)) last = day
    }
    return last
  })
}
