import type { Streak } from '#contract/plan.ts'
import type { StudyDay } from '#contract/units.ts'
import { addDays, daysBetween, isBefore, startOfWeek } from './days.ts'
import { asHours, asSeconds, hoursToSeconds, secondsToHours } from './units.ts'

/** Time logged on a study day. A day may occur several times: its times add up. */
export type LoggedDay = Readonly<{ day: StudyDay; seconds: number }>

/** What streaks rest on. */
export type StreakRules = Readonly<{
  today: StudyDay
  /** The weekly goal, in hours, above 0. */
  weeklyHours: number
  /** ISO weekday on which a week begins, Monday 1 to Sunday 7. */
  weekStartsOn: number
}>

/** Days or weeks that follow each other, each of which counts. */
type Run = Readonly<{ length: number; from: StudyDay; to: StudyDay }>

/** A week and what was logged in it. */
export type LoggedWeek = Readonly<{ start: StudyDay; hours: number; reached: boolean }>

/**
 * Current and longest streak, by study day and by weekly goal.
 *
 * - By day: study days that follow each other on the calendar. The current one is the last of them if it reaches
 *   today or yesterday: a day that is not over has not been missed. (It may reach beyond today, where somebody
 *   flew west over the date line.)
 * - By week: weeks that follow each other and hold the goal's hours each, whatever days they were logged on, so a
 *   rest day breaks nothing. The current one reaches the running week or the one before. Past weeks are held
 *   against today's goal.
 *
 * Study days are calendar days stored with each session, so time zones and changes of the clocks do not matter.
 */
export function streakOf(days: Iterable<LoggedDay>, rules: StreakRules): Streak {
  const logged = sumsByDay(days)
  const byDay = runsOf([...logged.keys()], 1)
  const reached = weeksOf(logged, rules).filter((week) => week.reached)
  const byWeek = runsOf(
    reached.map(({ start }) => start),
    7,
  )
  const longest = longestOf(byDay)
  const thisWeek = startOfWeek(rules.today, rules.weekStartsOn)
  return {
    currentDays: currentOf(byDay, addDays(rules.today, -1)),
    longestDays: longest?.length ?? 0,
    longestFrom: longest?.from ?? null,
    longestTo: longest?.to ?? null,
    studiedToday: logged.has(rules.today),
    currentWeeks: currentOf(byWeek, addDays(thisWeek, -7)),
    longestWeeks: longestOf(byWeek)?.length ?? 0,
  }
}

/** The last so many weeks with their hours, oldest first, the running week last; weeks off are among them. */
export function lastWeeks(
  days: Iterable<LoggedDay>,
  count: number,
  rules: StreakRules,
): readonly LoggedWeek[] {
  const thisWeek = startOfWeek(rules.today, rules.weekStartsOn)
  const logged = new Map(weeksOf(sumsByDay(days), rules).map((week) => [week.start, week]))
  return Array.from({ length: count }, (_, index) => {
    const start = addDays(thisWeek, 7 * (index + 1 - count))
    return logged.get(start) ?? { start, hours: 0, reached: false }
  })
}

function sumsByDay(days: Iterable<LoggedDay>): ReadonlyMap<StudyDay, number> {
  const sums = new Map<StudyDay, number>()
  for (const { day, seconds } of days) {
    if (seconds > 0) sums.set(day, (sums.get(day) ?? 0) + seconds)
  }
  return sums
}

/** The weeks in which something was logged. Compared in whole seconds, so that 3 x 20 minutes are an hour. */
function weeksOf(
  logged: ReadonlyMap<StudyDay, number>,
  { weeklyHours, weekStartsOn }: StreakRules,
): readonly LoggedWeek[] {
  const sums = new Map<StudyDay, number>()
  for (const [day, seconds] of logged) {
    const start = startOfWeek(day, weekStartsOn)
    sums.set(start, (sums.get(start) ?? 0) + seconds)
  }
  const goal = hoursToSeconds(asHours(weeklyHours))
  return Array.from(sums, ([start, seconds]) => ({
    start,
    hours: secondsToHours(asSeconds(seconds)),
    reached: seconds >= goal,
  }))
}

/** Days as runs in which each follows the one before it by `step` days, in the order of time. */
function runsOf(days: readonly StudyDay[], step: number): readonly Run[] {
  const runs: Run[] = []
  for (const day of days.toSorted()) {
    const last = runs.at(-1)
    if (last && daysBetween(last.to, day) === step)
      runs[runs.length - 1] = { ...last, length: last.length + 1, to: day }
    else runs.push({ length: 1, from: day, to: day })
  }
  return runs
}

function longestOf(runs: readonly Run[]): Run | undefined {
  const length = Math.max(0, ...runs.map((run) => run.length))
  return runs.findLast((run) => run.length === length)
}

/** The length of the last run, or 0 where it ended before the day that it has to reach. */
function currentOf(runs: readonly Run[], reach: StudyDay): number {
  const last = runs.at(-1)
  return last && !isBefore(last.to, reach) ? last.length : 0
}
