import type { StudyDay } from '#contract/units.ts'
import { addDays, daysBetween, isBefore, startOfWeek } from '../days.ts'
import { elapsedOf } from '../elapsed.ts'
import { SECONDS_PER_HOUR, withoutNoise } from '../units.ts'
import type { Courses } from './courses.ts'
import type { ForecastFacts } from './facts.ts'

/** A day of a burn-up, in hours: the plan, what was done, and between what the courses lie. Null where it says nothing. */
export type BurnUpPoint = Readonly<{
  day: StudyDay
  planned: number
  actual: number | null
  low: number | null
  middle: number | null
  high: number | null
}>

/** The burn-up of a category, or of the whole plan (null). */
export type BurnUp = Readonly<{
  category: string | null
  name: string
  plannedHours: number
  points: readonly BurnUpPoint[]
}>

/** The most weeks back and ahead that a burn-up shows. */
const MOST_BACK = 26
export const MOST_AHEAD = 26

/** How many weeks ahead a burn-up shows: up to the interview, at least 4; 12 without a date. */
export function weeksShown({ dates, weekStartsOn }: ForecastFacts): number {
  const thisWeek = startOfWeek(dates.today, weekStartsOn)
  if (dates.interviewDate === null) return 12
  const weeks = Math.ceil((daysBetween(thisWeek, dates.interviewDate) + 1) / 7)
  return Math.min(MOST_AHEAD, Math.max(4, weeks))
}

/**
 * Hours summed up week by week beside the plan, of each category and of the whole plan. Of each category no more than
 * its budget counts in the whole, as in the pace. Ahead of today stand the tenth, the middle and the ninetieth of a
 * hundred courses; nothing is drawn beyond the budget, or beyond half a year.
 */
export function burnUpsOf(facts: ForecastFacts, courses: Courses | null): readonly BurnUp[] {
  const { categories, dates, weekStartsOn } = facts
  const today = dates.today
  const plannedTotal = categories.reduce((sum, { plannedHours }) => sum + plannedHours, 0)
  const shareAt = (day: StudyDay) => elapsedOf({ ...dates, today: day }, plannedTotal).share
  const firstLogged = facts.days.map(({ day }) => day).toSorted()[0] ?? today
  const begins = [dates.startDate, firstLogged, today].toSorted()[0] ?? today
  const thisWeek = startOfWeek(today, weekStartsOn)
  const earliest = addDays(thisWeek, -7 * MOST_BACK)
  const first = startOfWeek(isBefore(begins, earliest) ? earliest : begins, weekStartsOn)
  const past: StudyDay[] = []
  for (let day = addDays(first, -1); isBefore(day, today); day = addDays(day, 7)) past.push(day)

  const done = categories.map(({ slug }) => cumulative(facts, slug, [...past, today]))
  const ahead = courses?.weeks.slice(0, courses.hoursByWeek[0]?.length ?? 0) ?? []
  const line = (
    plannedHours: number,
    actualAt: (index: number) => number,
    courseAt: (week: number, course: number) => number,
  ): BurnUpPoint[] => {
    const point = (day: StudyDay) => ({
      day,
      planned: withoutNoise(plannedHours * shareAt(day)),
      actual: null,
      low: null,
      middle: null,
      high: null,
    })
    const now = actualAt(past.length)
    return [
      ...past.map((day, index) => ({ ...point(day), actual: actualAt(index) })),
      {
        ...point(today),
        actual: now,
        ...(ahead.length > 0 && { low: now, middle: now, high: now }),
      },
      ...ahead.flatMap(({ end }, week) => {
        if (!isBefore(today, end)) return []
        const size = courses?.hoursByWeek[0]?.[week]?.length ?? 0
        const values = new Float64Array(size)
        for (let course = 0; course < size; course += 1) values[course] = courseAt(week, course)
        values.sort()
        const at = (share: number) => withoutNoise(values[Math.ceil(share * size) - 1] ?? 0)
        return [{ ...point(end), low: at(0.1), middle: at(0.5), high: at(0.9) }]
      }),
    ]
  }
  const reached = (index: number, week: number, course: number) => {
    const { plannedHours = 0, actualHours = 0 } = categories[index] ?? {}
    const added = courses?.hoursByWeek[index]?.[week]?.[course] ?? 0
    return Math.max(actualHours, Math.min(plannedHours, actualHours + added))
  }
  const counted = (index: number, hours: number) =>
    Math.min(hours, categories[index]?.plannedHours ?? 0)
  const sumOver = (of: (index: number) => number) => {
    let sum = 0
    for (let index = 0; index < categories.length; index += 1) sum += of(index)
    return sum
  }
  return [
    {
      category: null,
      name: 'Whole plan',
      plannedHours: withoutNoise(plannedTotal),
      points: line(
        plannedTotal,
        (at) => withoutNoise(sumOver((index) => counted(index, done[index]?.[at] ?? 0))),
        // Its noise is taken off where it is shown, which rounding up or down never reorders.
        (week, course) => sumOver((index) => counted(index, reached(index, week, course))),
      ),
    },
    ...categories.map(({ slug, name, plannedHours }, index) => ({
      category: slug,
      name,
      plannedHours,
      points: line(
        plannedHours,
        (at) => withoutNoise(done[index]?.[at] ?? 0),
        (week, course) => reached(index, week, course),
      ),
    })),
  ]
}

/** The hours of a category up to each of some days, which are in order. What was logged for later counts today. */
function cumulative(
  facts: ForecastFacts,
  slug: string,
  days: readonly StudyDay[],
): readonly number[] {
  const sums = days.map(() => 0)
  const last = days.length - 1
  for (const { day, seconds } of facts.days) {
    const place = days.findIndex((end) => !isBefore(end, day))
    const index = place < 0 ? last : place
    sums[index] = (sums[index] ?? 0) + (seconds[slug] ?? 0)
  }
  let total = 0
  return sums.map((value) => (total += value) / SECONDS_PER_HOUR)
}
