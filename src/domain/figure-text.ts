import type { EvidenceFacts } from '#contract/evidence.ts'
import { decimals } from './readable.ts'

/** What a figure of the ledger says, without what it measures: `from 850 to 285 ms (target 300), Q4 2023`. */
export function figureText(
  figure: Pick<EvidenceFacts, 'baseline' | 'target' | 'achieved' | 'unit' | 'period'>,
): string {
  const { baseline, achieved, target, unit, period } = figure
  const number = (value: number) => decimals(value, 6).replace(/\.?0+$/, '')
  const movement =
    baseline !== null && achieved !== null
      ? `from ${number(baseline)} to ${number(achieved)}`
      : achieved !== null
        ? number(achieved)
        : baseline !== null
          ? `${number(baseline)} before`
          : ''
  const measured = [movement, movement === '' ? '' : unit].filter((part) => part !== '').join(' ')
  const goal =
    target === null ? '' : `(target ${number(target)}${movement === '' && unit ? ` ${unit}` : ''})`
  const said = [measured, goal].filter((part) => part !== '').join(' ')
  return [said, period].filter((part) => part !== '').join(', ')
}
