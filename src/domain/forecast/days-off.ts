import type { StudyDay } from '#contract/units.ts'
import { eachDay, weekdayOf } from '../days.ts'

/** Days on which nothing is meant to be studied: weekdays that rest every week, and single days. */
export type DaysOff = Readonly<{
  /** ISO weekdays, Monday 1 to Sunday 7. */
  weekdays: readonly number[]
  days: ReadonlySet<StudyDay>
}>

export const NO_DAYS_OFF: DaysOff = { weekdays: [], days: new Set() }

/** Whether a day is one to study on. */
export function isStudied(day: StudyDay, off: DaysOff): boolean {
  return !off.weekdays.includes(weekdayOf(day)) && !off.days.has(day)
}

/** The days to study on from one day to another, both included, in order. */
export function studiedDays(from: StudyDay, to: StudyDay, off: DaysOff): readonly StudyDay[] {
  return eachDay(from, to).filter((day) => isStudied(day, off))
}

/** How many days of a week without single days off are studied on, 0 to 7. */
export function usualStudyDays({ weekdays }: DaysOff): number {
  return 7 - new Set(weekdays).size
}

/** Days as runs without a gap, in order: what a person calls a holiday. */
export function runsOfDays(
  days: readonly StudyDay[],
): readonly Readonly<{ from: StudyDay; to: StudyDay; days: number }>[] {
  const runs: { from: StudyDay; to: StudyDay; days: number }[] = []
  for (const day of [...new Set(days)].toSorted()) {
    const last = runs.at(-1)
    if (last && eachDay(last.to, day).length === 2)
      Object.assign(last, { to: day, days: last.days + 1 })
    else runs.push({ from: day, to: day, days: 1 })
  }
  return runs
}
