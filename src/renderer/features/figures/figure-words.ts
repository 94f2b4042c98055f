import type { Evidence } from '#contract/evidence.ts'
import { writeAmount } from '#domain/amount.ts'

type Facts = Pick<Evidence, 'baseline' | 'target' | 'achieved' | 'unit'>

/** What a figure says in a line: "850 → 285 ms, target 300". Empty where it has no number. */
export function figureInWords({ baseline, target, achieved, unit }: Facts): string {
  const withUnit = (text: string) => (unit === '' ? text : `${text} ${unit}`)
  const way = [baseline, achieved].flatMap((value) => (value === null ? [] : [writeAmount(value)]))
  const main = baseline !== null && achieved === null ? `from ${way.join('')}` : way.join(' → ')
  const aim = target === null ? '' : `target ${writeAmount(target)}`
  if (main === '') return aim === '' ? '' : withUnit(aim)
  return [withUnit(main), aim].filter((text) => text !== '').join(', ')
}

/** By how much it changed, in percent of the baseline: "-66 %". Empty where that cannot be said. */
export function changeInWords({ baseline, achieved }: Facts): string {
  if (baseline === null || achieved === null || baseline === 0) return ''
  const percent = Math.round(((achieved - baseline) / Math.abs(baseline)) * 100)
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${writeAmount(Math.abs(percent))} %`
}
