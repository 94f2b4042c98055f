import type { StudyDay } from '#contract/units.ts'
import { addDays, isBefore, startOfWeek } from '../days.ts'
import { withoutNoise } from '../units.ts'
import { studiedDays, usualStudyDays } from './days-off.ts'
import { WEEKS_AHEAD } from './courses.ts'
import type { ForecastFacts } from './facts.ts'
import { remainingHours } from './what-if.ts'

/** The hours of a plan's categories in a week ahead. */
export type ReplannedWeek = Readonly<{
  start: StudyDay
  end: StudyDay
  studyDays: number
  /** In the order of the facts' categories. */
  hours: readonly number[]
  total: number
}>

export type Replan = Readonly<{
  weeks: readonly ReplannedWeek[]
  /** `interview-date`: what is left is spread until then. `weekly-hours`: without a date, at the hours meant. */
  basis: 'interview-date' | 'weekly-hours'
  remainingHours: number
  studyDaysLeft: number
  /** The last day to study; null where nothing is left, or no day. */
  lastDay: StudyDay | null
  /** Hours of a usual week, one without single days off; null where no day is left. */
  usualWeekHours: number | null
  hoursPerStudyDay: number | null
  /** Whether the weekly hours meant are enough; null where it cannot be said. */
  fits: boolean | null
}>

/** Hours are given out in quarters. */
const STEP_HOURS = 0.25

/**
 * Spreads what is left of every category over the days left, evenly by study day: the running week from today, up to
 * the day before the interview. Each week gets quarter hours, the last one what is over, so that the weeks add up to
 * what is left exactly. Without an interview date the week has the hours meant, and the plan ends when it ends.
 */
export function replanOf(facts: ForecastFacts): Replan {
  const { dates, daysOff } = facts
  const left = remainingHours(facts)
  const remaining = withoutNoise(left.reduce((sum, hours) => sum + hours, 0))
  const usual = usualStudyDays(daysOff)
  const basis = dates.interviewDate === null ? 'weekly-hours' : 'interview-date'
  const days =
    dates.interviewDate === null
      ? daysAtPace(facts, remaining)
      : daysUntil(facts, dates.interviewDate)
  const hoursPerStudyDay = days.length === 0 ? null : withoutNoise(remaining / days.length)
  const usualWeekHours =
    basis === 'weekly-hours'
      ? dates.weeklyHours
      : hoursPerStudyDay === null
        ? null
        : withoutNoise(hoursPerStudyDay * usual)
  return {
    weeks: weeksOf(facts, days, left),
    basis,
    remainingHours: remaining,
    studyDaysLeft: days.length,
    lastDay: remaining === 0 ? null : (days.at(-1) ?? null),
    usualWeekHours: remaining === 0 && basis === 'interview-date' ? 0 : usualWeekHours,
    hoursPerStudyDay,
    fits:
      basis === 'weekly-hours'
        ? null
        : remaining === 0 || (usualWeekHours !== null && usualWeekHours <= dates.weeklyHours),
  }
}

function firstDay({ dates }: ForecastFacts): StudyDay {
  return isBefore(dates.today, dates.startDate) ? dates.startDate : dates.today
}

function daysUntil(facts: ForecastFacts, interview: StudyDay): readonly StudyDay[] {
  return studiedDays(firstDay(facts), addDays(interview, -1), facts.daysOff)
}

function daysAtPace(facts: ForecastFacts, remaining: number): readonly StudyDay[] {
  const usual = usualStudyDays(facts.daysOff)
  const from = firstDay(facts)
  if (usual === 0) return []
  const needed = Math.ceil(remaining / (facts.dates.weeklyHours / usual) - 1e-9)
  return studiedDays(from, addDays(from, 7 * WEEKS_AHEAD), facts.daysOff).slice(0, needed)
}

function weeksOf(
  { weekStartsOn }: ForecastFacts,
  days: readonly StudyDay[],
  left: readonly number[],
): readonly ReplannedWeek[] {
  const weeks = [...Map.groupBy(days, (day) => startOfWeek(day, weekStartsOn))]
  let passed = 0
  let given = left.map(() => 0)
  return weeks.map(([start, studied], index) => {
    passed += studied.length
    const isLast = index === weeks.length - 1
    const upTo = left.map((hours) => {
      const exact = (hours * passed) / days.length
      return isLast ? hours : Math.min(hours, Math.round(exact / STEP_HOURS) * STEP_HOURS)
    })
    const hours = upTo.map((value, line) => withoutNoise(value - (given[line] ?? 0)))
    given = upTo
    return {
      start,
      end: addDays(start, 6),
      studyDays: studied.length,
      hours,
      total: withoutNoise(hours.reduce((sum, value) => sum + value, 0)),
    }
  })
}
