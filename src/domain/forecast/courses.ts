import type { StudyDay } from '#contract/units.ts'
import { addDays, startOfWeek } from '../days.ts'
import { seededRandom } from '../seeded-random.ts'
import { studiedDays, usualStudyDays } from './days-off.ts'
import type { ForecastFacts } from './facts.ts'
import type { PastWeek } from './past-weeks.ts'
import { seedOfCourse } from './seed.ts'
import { remainingHours } from './what-if.ts'

/** How many courses are drawn. */
export const COURSES = 1000
/** How many weeks ahead a course is followed; what is not reached by then is not reached. */
export const WEEKS_AHEAD = 104

/** A week ahead: its last day and the days to study on. */
export type WeekAhead = Readonly<{ end: StudyDay; studied: readonly StudyDay[] }>

export type Courses = Readonly<{
  weeks: readonly WeekAhead[]
  /** Per category, per course: the day on which its hours are reached; null within no week looked at. */
  categoryDays: readonly (readonly (StudyDay | null)[])[]
  /** Per milestone, the same. */
  milestoneDays: readonly (readonly (StudyDay | null)[])[]
  /** Per category, per week that was asked for: the hours added by its end, one per course. */
  hoursByWeek: readonly (readonly Float64Array[])[]
}>

/** The running week from tomorrow on, and the weeks after it. */
export function weeksAhead(facts: ForecastFacts, count = WEEKS_AHEAD): readonly WeekAhead[] {
  const { dates, weekStartsOn, daysOff } = facts
  const thisWeek = startOfWeek(dates.today, weekStartsOn)
  return Array.from({ length: count }, (_, index) => {
    const start = addDays(thisWeek, 7 * index)
    const end = addDays(start, 6)
    return {
      end,
      studied: studiedDays(index === 0 ? addDays(dates.today, 1) : start, end, daysOff),
    }
  })
}

/**
 * Draws courses that the time ahead may take: each week of each is a week of the past drawn by lot and put back, as a
 * whole, so that what goes together in a week stays together. A week ahead with fewer study days gets that part of it.
 * The bootstrap of weekly totals: it assumes that the weeks to come are like those that were, and nothing else.
 */
export function drawCourses(
  facts: ForecastFacts,
  past: readonly PastWeek[],
  seed: number,
  weeksKept = 0,
): Courses {
  const weeks = weeksAhead(facts)
  const usual = usualStudyDays(facts.daysOff)
  const leftHours = remainingHours(facts)
  const leftCounts = facts.milestones.map(({ actual, target }) => Math.max(0, target - actual))
  const amounts = past.map(({ hours, counts }) => [...hours, ...counts])
  const left = [...leftHours, ...leftCounts]
  // What no week of the past brought is reached in none ahead: no need to look.
  const reachable = left.map(
    (need, line) => need > 0 && amounts.some((week) => (week[line] ?? 0) > 0),
  )
  const reachableLines = reachable.filter(Boolean).length
  const days = left.map(() => Array<StudyDay | null>(COURSES).fill(null))
  const hoursByWeek = leftHours.map(() =>
    Array.from({ length: weeksKept }, () => new Float64Array(COURSES)),
  )
  for (let course = 0; course < COURSES; course += 1) {
    const random = seededRandom(seedOfCourse(seed, course))
    const reached = new Float64Array(left.length)
    let open = reachableLines
    // Every course looks at up to two years of every line: counted loops, without an object for each week.
    for (let index = 0; index < weeks.length; index += 1) {
      if (open === 0 && index >= weeksKept) break
      const studied = weeks[index]?.studied ?? []
      const drawn = amounts[Math.floor(random() * amounts.length)] ?? []
      const part = usual === 0 ? 0 : studied.length / usual
      for (let line = 0; line < left.length; line += 1) {
        // What is not reached and not drawn need not be added up.
        if (!reachable[line] && line >= leftHours.length) continue
        const before = reached[line] ?? 0
        const added = (drawn[line] ?? 0) * part
        const need = left[line] ?? 0
        reached[line] = before + added
        // A hair's breadth is rounding, not work left to do.
        if (reachable[line] && before < need - 1e-9 && before + added >= need - 1e-9) {
          open -= 1
          const position = Math.ceil(((need - before) / added) * studied.length - 1e-9)
          const list = days[line]
          if (list) list[course] = studied[Math.max(1, position) - 1] ?? studied.at(-1) ?? null
        }
        const kept = hoursByWeek[line]?.[index]
        if (kept) kept[course] = before + added
      }
    }
  }
  return {
    weeks,
    categoryDays: days.slice(0, leftHours.length),
    milestoneDays: days.slice(leftHours.length),
    hoursByWeek,
  }
}
