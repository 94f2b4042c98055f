import type { ForecastFacts, WhatIf } from './facts.ts'
import { meanHours, type PastWeek, totalHours } from './past-weeks.ts'

/** Hours that each category still needs, in the order of the facts. */
export function remainingHours({ categories }: ForecastFacts): readonly number[] {
  return categories.map(({ plannedHours, actualHours }) => Math.max(0, plannedHours - actualHours))
}

/**
 * The past weeks as they would have been with other weekly hours: their ups and downs stay, their mean becomes the
 * hours asked for. `recent` keeps the mix of every week; `plan` divides each week's hours as what is left of the plan,
 * and each milestone's counts follow the hours of its category.
 */
export function weeksWithHours(
  facts: ForecastFacts,
  weeks: readonly PastWeek[],
  { weeklyHours, split }: WhatIf,
): readonly PastWeek[] {
  const mean = meanHours(weeks)
  if (mean === 0) return [steadyWeek(facts, weeklyHours)]
  const scale = weeklyHours / mean
  if (split === 'recent')
    return weeks.map(({ start, hours, counts }) => ({
      start,
      hours: hours.map((value) => value * scale),
      counts: counts.map((value) => value * scale),
    }))
  const shares = sharesLeft(facts)
  const factors = facts.milestones.map(({ category }) => {
    const place = facts.categories.findIndex(({ slug }) => slug === category)
    const before = weeks.reduce((sum, { hours }) => sum + (hours[place] ?? 0), 0) / weeks.length
    return before === 0 ? scale : (weeklyHours * (shares[place] ?? 0)) / before
  })
  return weeks.map((week) => ({
    start: week.start,
    hours: shares.map((share) => totalHours(week) * scale * share),
    counts: week.counts.map((value, index) => value * (factors[index] ?? 0)),
  }))
}

/** A week of so many hours, divided as what is left of the plan: all that can be said while too little is logged. */
export function steadyWeek(facts: ForecastFacts, weeklyHours: number): PastWeek {
  return {
    start: facts.dates.today,
    hours: sharesLeft(facts).map((share) => weeklyHours * share),
    counts: facts.milestones.map(() => 0),
  }
}

function sharesLeft(facts: ForecastFacts): readonly number[] {
  const left = remainingHours(facts)
  const total = left.reduce((sum, value) => sum + value, 0)
  return left.map((value) => (total === 0 ? 0 : value / total))
}
