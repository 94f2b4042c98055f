import { forecastWithBurnUps } from '#domain/forecast/forecast.ts'
import type { ForecastFacts, WhatIf } from '#domain/forecast/facts.ts'
import type { ReadContext } from '../handlers.ts'

type Forecasts = ReturnType<typeof forecastWithBurnUps>

/** How many are kept: the plan as it is, and the last hours that were tried out beside it. */
const mostKept = 8

/** The last forecasts, by the library of their engine and by what they rest on; the one asked for last stands last. */
const remembered = new WeakMap<ReadContext['library'], Map<string, Forecasts>>()

/**
 * The forecast of some facts, or the one that was drawn before from the very same ones: a forecast follows from its
 * facts and from nothing else. One screen asks for it three times, as the forecast, in the status and for what is next.
 * Known by the facts rather than by what was changed since: so another day, or a look at a backup, needs no rule.
 */
export function rememberedForecast(
  { library }: Pick<ReadContext, 'library'>,
  facts: ForecastFacts,
  whatIf?: WhatIf,
): Forecasts {
  const known = remembered.get(library) ?? new Map<string, Forecasts>()
  remembered.set(library, known)
  const basis = JSON.stringify([facts, [...facts.daysOff.days], whatIf])
  const drawn = known.get(basis) ?? forecastWithBurnUps(facts, whatIf)
  known.delete(basis)
  known.set(basis, drawn)
  for (const oldest of known.keys()) {
    if (known.size <= mostKept) break
    known.delete(oldest)
  }
  return drawn
}
