import type { ForecastSummary } from '#contract/forecast.ts'
import type { ForecastFacts } from '#domain/forecast/facts.ts'
import type { Forecast } from '#domain/forecast/forecast.ts'
import { without } from '#domain/forecast/reaching.ts'
import { replanOf } from '#domain/forecast/replan.ts'

/** The forecast as the contract has it: every line with its name. */
export function forecastSummaryOf(facts: ForecastFacts, forecast: Forecast): ForecastSummary {
  const { basis, usualWeekHours } = replanOf(facts)
  const unknown = without('too-little')
  return {
    basis: forecast.basis,
    weeks: forecast.past.length,
    weeklyHours: forecast.weeklyHours,
    neededWeeklyHours: basis === 'interview-date' ? usualWeekHours : null,
    plan: forecast.plan,
    categories: facts.categories.map(({ slug, name, actualHours, plannedHours }, index) => ({
      category: slug,
      name,
      actualHours,
      plannedHours,
      ...(forecast.categories[index] ?? unknown),
    })),
    milestones: facts.milestones.map(({ id, name, actual, target }, index) => ({
      milestone: id,
      name,
      actual,
      target,
      ...(forecast.milestones[index] ?? unknown),
    })),
    critical: forecast.critical,
  }
}
