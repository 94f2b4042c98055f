import type { MetricsSummary, MetricStatus } from '#contract/metrics.ts'
import type { NumericIndicator } from '#contract/playbook-level.ts'
import { decimals } from './readable.ts'
import { withoutNoise } from './units.ts'

/** As much of a numeric indicator as its rules look at. */
export type Threshold = Pick<NumericIndicator, 'comparator' | 'threshold' | 'unit'> &
  Readonly<{ range?: NumericIndicator['range'] }>

/** How far off is still close: this part of the threshold. */
const CLOSE_PART = 0.1

/** Whether a value meets the threshold. Strict: `> 99.9` is not met by 99.9, `= 0` is met by 0 alone. */
export function meets(value: number, { comparator, threshold }: Threshold): boolean {
  switch (comparator) {
    case '>':
      return value > threshold
    case '>=':
      return value >= threshold
    case '=':
      return value === threshold
    case '<':
      return value < threshold
    case '<=':
      return value <= threshold
  }
}

/**
 * How far on the wrong side of the threshold a value is still close: 10 % of the threshold, and at most the room that
 * the range leaves beyond it. So 81 to 90 % retention is close to "> 90 %", and 99.8 to 99.9 % availability to
 * "> 99.9 %", where 10 % would let 90 % pass for close. Of a threshold of 0 it is 0: nothing is close to none.
 */
export function closeWindow({ comparator, threshold, range }: Threshold): number {
  const part = Math.abs(threshold) * CLOSE_PART
  const limit =
    comparator === '>' || comparator === '>='
      ? range?.max
      : comparator === '<' || comparator === '<='
        ? range?.min
        : undefined
  const room = limit === undefined ? part : Math.abs(limit - threshold)
  return withoutNoise(Math.min(part, room))
}

/** Met, close, not met; `no-value` without one. */
export function judge(value: number | null, indicator: Threshold): MetricStatus {
  if (value === null) return 'no-value'
  if (meets(value, indicator)) return 'met'
  const off = withoutNoise(Math.abs(value - indicator.threshold))
  const window = closeWindow(indicator)
  return window > 0 && off <= window ? 'close' : 'not-met'
}

/** The scale of a self-rating. */
export const RATING = { min: 1, max: 5 } as const

/**
 * A qualitative indicator is met by evidence and a self-rating of 4 or 5. It is close with evidence and a 3, or with a
 * 4 or 5 that nothing proves: a rating alone is not enough. Without a rating there is no value.
 */
export function judgeQualitative(rating: number | null, proofs: number): MetricStatus {
  if (rating === null) return 'no-value'
  if (rating >= 4) return proofs > 0 ? 'met' : 'close'
  return rating >= 3 && proofs > 0 ? 'close' : 'not-met'
}

/** The rule of a qualitative indicator in words. */
export const QUALITATIVE_RULE =
  'Met: evidence and a self-rating of 4 or 5. Close: evidence and a 3, or a 4 or 5 without evidence.'

/** How many indicators are met, and the share that counts: the part that is met, one that is close counting half. */
export function metricsSummaryOf(statuses: readonly MetricStatus[]): MetricsSummary {
  const count = (status: MetricStatus) => statuses.filter((each) => each === status).length
  const [met, close] = [count('met'), count('close')]
  return {
    indicators: statuses.length,
    met,
    close,
    notMet: count('not-met'),
    noValue: count('no-value'),
    share: statuses.length === 0 ? 0 : withoutNoise((met + close / 2) / statuses.length),
  }
}

/** The value that counts: the latest by its day, and of one day the last of the list. Null without any. */
export function latestOf<V extends Readonly<{ day: string }>>(values: readonly V[]): V | null {
  return values.reduce<V | null>(
    (latest, value) => (latest === null || value.day >= latest.day ? value : latest),
    null,
  )
}

const STATUS_LABELS: Readonly<Record<MetricStatus, string>> = {
  met: 'Met',
  close: 'Close',
  'not-met': 'Not met',
  'no-value': 'No value',
}

/** A status in words. */
export function metricStatusLabel(status: MetricStatus): string {
  return STATUS_LABELS[status]
}

const SIGNS = { '>': '> ', '>=': '≥ ', '=': 'exactly ', '<': '< ', '<=': '≤ ' } as const

/** A value with its unit as people write it: `99.9 %`, `$500,000`, `4.2 of 5`, `3`. */
export function metricText(
  value: number,
  { unit, range }: Pick<Threshold, 'unit' | 'range'>,
): string {
  const number = decimals(value, 6)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  if (unit === 'USD') return number.startsWith('−') ? `−$${number.slice(1)}` : `$${number}`
  if (unit === 'score') return range?.max === undefined ? number : `${number} of ${range.max}`
  return unit === 'count' ? number : `${number} ${unit}`
}

/** The target in words: `> 99.9 %`, `≥ 5`, `exactly 0`. */
export function metricTarget(indicator: Threshold): string {
  return `${SIGNS[indicator.comparator]}${metricText(indicator.threshold, indicator)}`
}

/** When it is met and when close, with the numbers. */
export function metricRule(indicator: Threshold): string {
  const { comparator, threshold } = indicator
  const met = `Met: ${metricTarget(indicator)}.`
  const window = closeWindow(indicator)
  if (window === 0) return `${met} Nothing else is close.`
  const text = (value: number) => metricText(withoutNoise(value), indicator)
  const [low, high] = [text(threshold - window), text(threshold + window)]
  switch (comparator) {
    case '>':
      return `${met} Close: ${low} to ${text(threshold)}.`
    case '>=':
      return `${met} Close: from ${low}, below ${text(threshold)}.`
    case '=':
      return `${met} Close: ${low} to ${high}.`
    case '<':
      return `${met} Close: ${text(threshold)} to ${high}.`
    case '<=':
      return `${met} Close: above ${text(threshold)}, up to ${high}.`
  }
}
