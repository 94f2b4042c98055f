import type { MetricRow, MetricsSummary } from '#contract/metrics.ts'
import type { OutputOf } from '#contract/index.ts'
import { metricStatusLabel, metricText } from '#domain/metrics.ts'
import type { Paint } from '../verb.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'

/** The success metrics for people: each indicator with its target and the value that counts. */
export function metricsText(
  { groups, summary }: Pick<OutputOf<'metrics.get'>, 'groups' | 'summary'>,
  paint: Paint,
): string {
  const parts = groups.map(({ name, indicators }) =>
    [
      paint('bold', name),
      ...table(
        indicators.map((row) => [
          metricStatusLabel(row.status).toLowerCase(),
          valueOfRow(row),
          row.kind === 'numeric' ? row.target : 'self-rating',
          paint('dim', row.id),
          printable(row.text),
        ]),
        ['left', 'right', 'left', 'left', 'left'],
      ),
    ].join('\n'),
  )
  return [...parts, summaryLine(summary)].join('\n\n')
}

/** An indicator after a change, in one line. */
export function changedMetric(row: MetricRow): string {
  return `${printable(row.text)}: ${valueOfRow(row)}, ${metricStatusLabel(row.status).toLowerCase()}. ${row.rule}`
}

function summaryLine({ met, indicators, close, notMet, noValue }: MetricsSummary): string {
  return `${met} of ${indicators} met, ${close} close, ${notMet} not met, ${noValue} without a value.`
}

function valueOfRow({ latest, kind, unit, range }: MetricRow): string {
  if (latest === null) return ''
  const scale = { unit: kind === 'qualitative' ? 'score' : (unit ?? '') }
  return metricText(latest.value, { ...scale, range: { max: range.max ?? undefined } })
}
