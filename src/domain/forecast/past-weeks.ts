import type { StudyDay } from '#contract/units.ts'
import { addDays, isBefore, startOfWeek } from '../days.ts'
import { SECONDS_PER_HOUR } from '../units.ts'
import { studiedDays, usualStudyDays } from './days-off.ts'
import type { ForecastFacts } from './facts.ts'

/** The most whole weeks that a forecast looks back on. */
export const MOST_WEEKS = 8
/** The fewest that say anything about a pace. */
export const FEWEST_WEEKS = 3

/**
 * A whole week of the past as it would be without single days off: hours by category and counts by milestone, in the
 * order of the facts.
 */
export type PastWeek = Readonly<{
  start: StudyDay
  hours: readonly number[]
  counts: readonly number[]
}>

/**
 * The last whole weeks before the running one, the oldest first: at most eight, and none before the first in which
 * something was logged. Weeks without study are among them, for they are part of the pace. A week with days off is
 * taken up to a whole one, by its study days; one that had less than half of its usual study days is left out.
 */
export function pastWeeksOf(facts: ForecastFacts): readonly PastWeek[] {
  const { dates, weekStartsOn, categories, milestones, days, daysOff } = facts
  const thisWeek = startOfWeek(dates.today, weekStartsOn)
  const firstDay = days.map(({ day }) => day).toSorted()[0]
  if (firstDay === undefined) return []
  const firstWeek = startOfWeek(firstDay, weekStartsOn)
  const byWeek = Map.groupBy(days, ({ day }) => startOfWeek(day, weekStartsOn))
  const usual = usualStudyDays(daysOff)
  const weeks: PastWeek[] = []
  for (let back = MOST_WEEKS; back >= 1; back -= 1) {
    const start = addDays(thisWeek, -7 * back)
    if (isBefore(start, firstWeek)) continue
    const studied = studiedDays(start, addDays(start, 6), daysOff).length
    if (studied === 0 || studied < usual / 2) continue
    const logged = byWeek.get(start) ?? []
    const sum = (of: (day: (typeof logged)[number]) => number | undefined) =>
      (logged.reduce((total, day) => total + (of(day) ?? 0), 0) * usual) / studied
    weeks.push({
      start,
      hours: categories.map(({ slug }) => sum(({ seconds }) => seconds[slug]) / SECONDS_PER_HOUR),
      counts: milestones.map(({ id }) => sum(({ counts }) => counts[id])),
    })
  }
  return weeks
}

/** The mean hours of some weeks. */
export function meanHours(weeks: readonly PastWeek[]): number {
  if (weeks.length === 0) return 0
  return weeks.reduce((sum, week) => sum + totalHours(week), 0) / weeks.length
}

export function totalHours({ hours }: PastWeek): number {
  return hours.reduce((sum, value) => sum + value, 0)
}
