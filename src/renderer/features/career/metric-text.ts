import type { MetricRow, MetricStatus } from '#contract/metrics.ts'
import { metricText } from '#domain/metrics.ts'
import type { Tone } from '../../ui/badge.tsx'

/** A value of an indicator in words: `99.9 %`, `$500,000`, a self-rating as `4 of 5`. */
export function valueText(row: MetricRow, value: number): string {
  return metricText(value, {
    unit: row.kind === 'qualitative' ? 'score' : (row.unit ?? ''),
    range: { max: row.range.max ?? undefined },
  })
}

/** The tone of a status: its badge says the same in words. */
export const STATUS_TONES: Readonly<Record<MetricStatus, Tone>> = {
  met: 'positive',
  close: 'caution',
  'not-met': 'negative',
  'no-value': 'neutral',
}

/** What a value is measured in, for the field that it is typed in. */
export function unitHint(row: MetricRow): string {
  if (row.kind === 'qualitative') return 'From 1 (not at all) to 5 (beyond doubt).'
  const { min, max } = row.range
  const range =
    min !== null && max !== null
      ? `, ${min} to ${max}`
      : min !== null
        ? `, ${min} or more`
        : max !== null
          ? `, ${max} at most`
          : ''
  switch (row.unit) {
    case '%':
      return `In percent${range}.`
    case 'USD':
      return `In US dollars${range}; 1.2M will do.`
    case 'count':
      return `A whole number${range}.`
    case 'score':
      return `On a scale${range}.`
    case null:
    default:
      return `In ${row.unit ?? ''}${range}.`
  }
}
