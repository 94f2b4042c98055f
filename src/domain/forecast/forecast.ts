import { withoutNoise } from '../units.ts'
import { type BurnUp, burnUpsOf, weeksShown } from './burn-up.ts'
import { type Courses, drawCourses } from './courses.ts'
import type { ForecastFacts, WhatIf } from './facts.ts'
import { FEWEST_WEEKS, meanHours, type PastWeek, pastWeeksOf } from './past-weeks.ts'
import { lastOf, type Reaching, reachingOf, without } from './reaching.ts'
import { seedOf } from './seed.ts'
import { remainingHours, steadyWeek, weeksWithHours } from './what-if.ts'

/**
 * What a forecast rests on: `recent` the last weeks; `what-if` those with other hours; `steady` hours that are the same
 * every week, as too little is logged for a spread; `nothing` too little, and no hours were given.
 */
export type ForecastBasis = 'recent' | 'what-if' | 'steady' | 'nothing'

export type Forecast = Readonly<{
  basis: ForecastBasis
  /** The weeks drawn from, as they were. */
  past: readonly PastWeek[]
  /** The mean hours of a usual week that the forecast goes on with. */
  weeklyHours: number
  /** The whole plan: all categories. */
  plan: Reaching
  /** In the order of the facts. */
  categories: readonly Reaching[]
  milestones: readonly Reaching[]
  /** The slug of the category that holds the plan up most; null when none is open, or nothing can be said. */
  critical: string | null
}>

/** The forecast of a plan, as far as its data say anything. */
export function forecastOf(facts: ForecastFacts, whatIf?: WhatIf): Forecast {
  return forecastWith(facts, whatIf, 0).forecast
}

/** The forecast with the burn-up of every category. */
export function forecastWithBurnUps(
  facts: ForecastFacts,
  whatIf?: WhatIf,
): Readonly<{ forecast: Forecast; burnUps: readonly BurnUp[] }> {
  const { forecast, courses } = forecastWith(facts, whatIf, weeksShown(facts))
  return { forecast, burnUps: burnUpsOf(facts, courses) }
}

function forecastWith(facts: ForecastFacts, whatIf: WhatIf | undefined, weeksKept: number) {
  const past = pastWeeksOf(facts)
  const isEnough = past.length >= FEWEST_WEEKS
  const basis: ForecastBasis = isEnough
    ? whatIf
      ? 'what-if'
      : 'recent'
    : whatIf
      ? 'steady'
      : 'nothing'
  const drawn: Readonly<Record<ForecastBasis, () => readonly PastWeek[]>> = {
    recent: () => past,
    'what-if': () => (whatIf ? weeksWithHours(facts, past, whatIf) : past),
    steady: () => [steadyWeek(facts, whatIf?.weeklyHours ?? 0)],
    nothing: () => [],
  }
  const weeks = drawn[basis]()
  // Always of the weeks as they were: other hours are then compared along the same courses.
  const courses = weeks.length === 0 ? null : drawCourses(facts, weeks, seedOf(past), weeksKept)
  const left = remainingHours(facts)
  const categories = left.map((hours, index) =>
    reaching(facts, hours <= 0, courses?.categoryDays[index]),
  )
  const milestones = facts.milestones.map(({ actual, target, isDated }, index) => {
    if (actual < target && !isDated) return without('undated')
    const isKnown = basis === 'recent' || basis === 'what-if'
    return reaching(facts, actual >= target, isKnown ? courses?.milestoneDays[index] : undefined)
  })
  const open = courses?.categoryDays.filter((_, index) => (left[index] ?? 0) > 0)
  const forecast: Forecast = {
    basis,
    past,
    weeklyHours: withoutNoise(meanHours(weeks)),
    plan: reaching(
      facts,
      left.every((hours) => hours <= 0),
      open && lastOf(open),
    ),
    categories,
    milestones,
    critical: criticalOf(facts, categories, weeks, left),
  }
  return { forecast, courses }
}

function reaching(
  { dates }: ForecastFacts,
  isDone: boolean,
  days: Courses['categoryDays'][number] | undefined,
): Reaching {
  if (isDone) return without('done')
  return days === undefined ? without('too-little') : reachingOf(days, dates.interviewDate)
}

/**
 * The critical category: of those still open, the one that takes the most weeks at its pace (hours left / mean hours a
 * week), and of those with no pace at all the one with most hours left. The plan is not done before it.
 */
function criticalOf(
  { categories }: ForecastFacts,
  reached: readonly Reaching[],
  weeks: readonly PastWeek[],
  left: readonly number[],
): string | null {
  if (weeks.length === 0) return null
  const ranked = categories
    .map(({ slug }, index) => {
      const mean = weeks.reduce((sum, { hours }) => sum + (hours[index] ?? 0), 0) / weeks.length
      const hours = left[index] ?? 0
      return {
        slug,
        hours,
        weeks: mean === 0 ? Infinity : hours / mean,
        status: reached[index]?.status,
      }
    })
    .filter(({ status }) => status !== 'done')
    .toSorted((a, b) => (a.weeks === b.weeks ? b.hours - a.hours : b.weeks - a.weeks))
  return ranked[0]?.slug ?? null
}
