import type { Threshold } from './metrics.ts'
import { metricText } from './metrics.ts'

/** A typed value: the number, or what is wrong with it and what to write. */
export type TypedValue =
  | Readonly<{ ok: true; value: number }>
  | Readonly<{ ok: false; message: string }>

/** Units that mean the same, in lower case and without spaces; each list begins with the playbook's own word. */
const SAME_UNITS: readonly (readonly string[])[] = [
  ['%', 'percent', 'pct', 'percentage'],
  ['usd', '$', 'dollar', 'dollars', 'us$'],
  ['count', ''],
  ['score', ''],
]
/** What a letter or a word behind an amount multiplies it by. */
const FACTORS: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6, b: 1e9 }

/** Whether a unit as somebody wrote it means the unit of an indicator. Case and spaces do not matter. */
export function sameUnit(written: string, unit: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/\s/g, '')
  const [one, other] = [plain(written), plain(unit)]
  return (
    one === other || SAME_UNITS.some(([own, ...others]) => own === other && others.includes(one))
  )
}

/** What is measured in, for a sentence: `in percent (%)`. */
function unitWords({ unit, range }: Threshold): string {
  if (unit === '%') return 'in percent'
  if (unit === 'USD') return 'in US dollars'
  if (unit === 'count') return 'as a count'
  if (unit === 'score')
    return range?.max === undefined ? 'as a score' : `as a score of ${range.max} at most`
  return `in ${unit}`
}

/**
 * Reads a value as somebody types it: `99.95`, `99.95 %`, `1,200,000`, `$1.2M`, `4.2 of 5`, `4.2/5`. Refused are what
 * is no number, another unit (`850 ms` where percent is meant), another scale (`4 of 10`), part of a whole (a count of
 * 2.5) and what lies outside the range (120 % retention, 6.0 of 5.0).
 */
export function parseMetricValue(typed: string, indicator: Threshold): TypedValue {
  const { unit, range } = indicator
  const no = (message: string): TypedValue => ({ ok: false, message })
  const text = typed.trim().replaceAll('−', '-')
  const shape =
    /^(?<sign>[-+]?)\s*(?<before>us\$|\$|usd)?\s*(?<number>[-+]?[\d.,]+)\s*(?<rest>.*)$/i.exec(text)
  const parts = shape?.groups ?? {}
  const { sign = '', before = '', number = '', rest = '' } = parts
  if (shape === null || !/\d/.test(number))
    return no(`Write a number, such as ${metricText(indicator.threshold, indicator)}.`)
  const plain = plainNumber(`${sign}${number}`)
  if (plain === null)
    return no('Write it with a point before decimals, such as 99.5, and commas for thousands only.')
  const factor = unit === 'USD' ? /^(k|thousand|m|mn|million|b|bn|billion)\b\s*/i.exec(rest) : null
  const value =
    plain * (factor === null ? 1 : (FACTORS[(factor[1] ?? '').charAt(0).toLowerCase()] ?? 1))
  const after = factor === null ? rest : rest.slice(factor[0].length)
  const scale = /^(?:of|\/)\s*(\d+(?:\.\d+)?)$/i.exec(after)
  if (scale !== null && unit === 'score') {
    if (range?.max !== undefined && Number(scale[1]) !== range.max)
      return no(`This is measured on a scale of ${range.max}, not of ${scale[1]}.`)
  } else {
    const written = [before, after].filter((part) => part !== '')
    const strange = written.find((part) => !sameUnit(part, unit))
    if (strange !== undefined)
      return no(`This is measured ${unitWords(indicator)}, not in “${strange}”.`)
  }
  return checkMetricValue(value, indicator)
}

/** Refuses what the indicator cannot be: outside its range, part of a whole, or past all reason. */
export function checkMetricValue(value: number, indicator: Threshold): TypedValue {
  const { unit, range } = indicator
  const no = (message: string): TypedValue => ({ ok: false, message })
  const text = (limit: number) => metricText(limit, { unit, range: undefined })
  const { min, max } = range ?? {}
  if ((min !== undefined && value < min) || (max !== undefined && value > max))
    return no(
      min !== undefined && max !== undefined
        ? `${text(value)} is not possible: the range is ${text(min)} to ${text(max)}.`
        : min !== undefined
          ? `${text(value)} is not possible: ${text(min)} is the least.`
          : `${text(value)} is not possible: ${text(max ?? 0)} is the most.`,
    )
  if (unit === 'count' && !Number.isInteger(value))
    return no('This is a count: write a whole number.')
  if (!Number.isFinite(value) || Math.abs(value) > 1e15)
    return no('This is past all reason: 10^15 at most.')
  return { ok: true, value: value + 0 }
}

/** `1,200,000.5` and `-0.5`; null for `1,5`, `1.2.3` and `12,34`. */
function plainNumber(text: string): number | null {
  return /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text) || /^[-+]?\.\d+$/.test(text)
    ? Number(text.replaceAll(',', ''))
    : null
}
