import type { Status } from '#contract/plan.ts'
import { forecastFacts } from '../forecast/facts.ts'
import { rememberedForecast } from '../forecast/remember.ts'
import { forecastSummaryOf } from '../forecast/summary.ts'
import type { ReadContext } from '../handlers.ts'
import { requirePlaybook, statusOf } from '../plan/status.ts'
import { dueReasons } from './due.ts'
import { nextOf } from './next.ts'
import { readinessReading } from './view.ts'

/** The public status object: where the hours went, and what follows from it and from everything else recorded. */
export function wholeStatusOf(context: ReadContext): Status {
  const status = statusOf(context)
  const facts = forecastFacts(context, status)
  const forecast = forecastSummaryOf(facts, rememberedForecast(context, facts).forecast)
  const { summary, gains } = readinessReading(
    context,
    requirePlaybook(context.library, status.level),
  )
  return {
    ...status,
    readiness: summary,
    next: nextOf(status, forecast, gains, dueReasons(context)),
    forecast,
  }
}
