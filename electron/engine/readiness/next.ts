import type { ForecastSummary } from '#contract/forecast.ts'
import type { PlanStatus } from '#contract/plan.ts'
import type { NextStep } from '#contract/readiness.ts'
import type { Gain } from '#domain/readiness/gains.ts'
import { nextSteps } from '#domain/readiness/next.ts'

/** What to do next, from where the plan stands, its forecast and what would add to readiness. */
export function nextOf(
  status: PlanStatus,
  { critical }: Pick<ForecastSummary, 'critical'>,
  gains: readonly Gain[],
  due: ReadonlyMap<string, string>,
): NextStep[] {
  return [
    ...nextSteps({
      gains,
      daysLeft: status.pace.daysLeft,
      weeklyHours: status.profile.weeklyHours,
      behind: new Map(
        status.allocation
          .filter((row) => row.status === 'behind')
          .map((row) => [row.category, row.plannedToDateHours - row.actualHours]),
      ),
      critical,
      due,
    }),
  ]
}
