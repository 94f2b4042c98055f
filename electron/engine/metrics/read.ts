import type { Evidence } from '#contract/evidence.ts'
import type { MetricRow, MetricsSummary } from '#contract/metrics.ts'
import type { Indicator } from '#contract/playbook-level.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { figureText } from '#domain/figure-text.ts'
import { checkMetricValue, sameUnit } from '#domain/metric-value.ts'
import {
  judge,
  judgeQualitative,
  latestOf,
  metricRule,
  metricsSummaryOf,
  metricTarget,
  QUALITATIVE_RULE,
  RATING,
} from '#domain/metrics.ts'
import type { ReadContext } from '../handlers.ts'
import { figuresProving } from '../proof/figures.ts'
import { readProofs } from '../proof/store.ts'
import { figuresTaken, readValues } from './store.ts'

export type Metrics = Readonly<{
  groups: readonly Readonly<{ id: string; name: string; indicators: readonly MetricRow[] }>[]
  summary: MetricsSummary
}>

/** The success indicators of a level with the person's own values. */
export function readMetrics(context: ReadContext, playbook: Playbook): Metrics {
  const rowOf = rowsOf(context, playbook.id)
  const groups = playbook.indicators.map(({ id, name, indicators }) => ({
    id,
    name,
    indicators: indicators.map(rowOf),
  }))
  const statuses = groups.flatMap(({ indicators }) => indicators.map(({ status }) => status))
  return { groups, summary: metricsSummaryOf(statuses) }
}

/** Reads all that is said at a level once; returns what makes a row of an indicator. */
function rowsOf(context: ReadContext, playbook: string) {
  const { db } = context
  const stored = Map.groupBy(readValues(db, playbook), ({ indicator }) => indicator)
  const taken = figuresTaken(db, playbook)
  const proofs = readProofs(context, { subject: 'indicator', playbook })
  const figures = figuresProving(db, 'indicator', playbook)

  return (indicator: Indicator): MetricRow => {
    const { id, kind, text, provenance } = indicator
    const values = (stored.get(id) ?? []).map(({ indicator: _, ...value }) => value)
    const given = [...(proofs.get(id) ?? [])]
    const proving = figures.get(id) ?? []
    const latest = latestOf(values)
    const shared = {
      id,
      kind,
      text,
      provenance: provenance ?? null,
      latest,
      values,
      proofs: given,
      figures: proving
        .filter((figure) => kind === 'qualitative' || !taken.has(`${id} ${figure.id}`))
        .map((figure) => ({
          id: figure.id,
          metric: figure.metric,
          text: figureText(figure),
          obstacle: obstacleTo(figure, indicator),
        })),
    }
    if (indicator.kind === 'qualitative')
      return {
        ...shared,
        target: 'Evidence and a self-rating of 4 or more',
        comparator: null,
        threshold: null,
        unit: null,
        range: { min: RATING.min, max: RATING.max },
        change: false,
        status: judgeQualitative(latest?.value ?? null, given.length + proving.length),
        rule: QUALITATIVE_RULE,
      }
    const { comparator, threshold, unit, range, change } = indicator
    return {
      ...shared,
      target: metricTarget(indicator),
      comparator,
      threshold,
      unit,
      range: { min: range?.min ?? null, max: range?.max ?? null },
      change,
      status: judge(latest?.value ?? null, indicator),
      rule: metricRule(indicator),
    }
  }
}

/** Why a figure of the ledger cannot be a value of an indicator; null where it can. */
export function obstacleTo(
  { achieved, unit }: Pick<Evidence, 'achieved' | 'unit'>,
  indicator: Indicator,
): string | null {
  if (indicator.kind === 'qualitative') return 'A qualitative indicator is rated from 1 to 5.'
  if (achieved === null) return 'The figure says no achieved number.'
  if (!sameUnit(unit, indicator.unit))
    return `The figure is in ${unit === '' ? 'no unit' : `“${unit}”`}, the indicator in “${indicator.unit}”.`
  const checked = checkMetricValue(achieved, indicator)
  return checked.ok ? null : checked.message
}
