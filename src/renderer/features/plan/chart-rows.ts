import type { AllocationRow } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { decimals, formatPercent } from '#domain/readable.ts'

/** What the bars measure: parts of the whole, or hours. */
export type ChartMeasure = 'shares' | 'hours'

/** One category of the chart: a pair of bars and what they say. */
export type ChartRow = Readonly<{
  /** Counts from 1: the category's place in the plan, and so its colour. */
  position: number
  /** The name in lines short enough to stand beside the bars. */
  label: readonly string[]
  planned: number
  /** Null while nothing is logged: there is no bar then, which is not the same as a bar of 0. */
  actual: number | null
  /** Where the plan wants the category to be today. Shares have no such mark: they are the same every day. */
  toDate: number | null
  /** The name in full, and the lines that the tooltip says of each bar. */
  name: string
  plannedText: readonly string[]
  actualText: readonly string[]
}>

const LABEL_LETTERS = 15
const LABEL_LINES = 2

/** The plan's categories as rows of the bar chart: shares in percent, or hours. */
export function chartRowsOf(
  allocation: readonly AllocationRow[],
  measure: ChartMeasure,
): readonly ChartRow[] {
  const isAnythingLogged = allocation.some((row) => row.driftPoints !== null)
  return allocation.map((row, index) => {
    const shown = {
      position: index + 1,
      label: wrapLabel(row.name, LABEL_LETTERS, LABEL_LINES),
      name: row.name,
    }
    if (measure === 'hours')
      return {
        ...shown,
        planned: row.plannedHours,
        actual: isAnythingLogged ? row.actualHours : null,
        toDate: row.plannedToDateHours,
        plannedText: [
          `${formatHours(row.plannedHours)} planned`,
          `${formatHours(row.plannedToDateHours)} of them by today`,
        ],
        actualText: [`${formatHours(row.actualHours)} actual`],
      }
    return {
      ...shown,
      planned: 100 * row.plannedShare,
      actual: isAnythingLogged ? 100 * row.actualShare : null,
      toDate: null,
      plannedText: [`${formatPercent(row.plannedShare)} planned`],
      actualText: [`${formatPercent(row.actualShare)} actual`],
    }
  })
}

/** A figure at the chart's axis: `20 %`, `50 h`. */
export function axisLabel(value: number, measure: ChartMeasure): string {
  return `${decimals(value, Number.isInteger(value) ? 0 : 1)} ${measure === 'shares' ? '%' : 'h'}`
}

/**
 * A name broken at its spaces into so many lines of so many letters at most; what does not fit ends in "…". A single
 * word that is too long for a line is cut as well.
 */
export function wrapLabel(name: string, letters: number, lines: number): readonly string[] {
  const wrapped: string[] = []
  for (const word of name.trim().split(/\s+/)) {
    const last = wrapped.at(-1)
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= letters)
      wrapped[wrapped.length - 1] = `${last} ${word}`
    else wrapped.push(word)
  }
  const shown = wrapped.slice(0, lines)
  const isCut = wrapped.length > lines
  return shown.map((line, index) => shortened(line, letters, isCut && index === shown.length - 1))
}

function shortened(line: string, letters: number, alwaysMark: boolean): string {
  const all = lettersOf(line)
  if (all.length <= letters - (alwaysMark ? 1 : 0)) return alwaysMark ? `${line}…` : line
  return `${all
    .slice(0, letters - 1)
    .join('')
    .trimEnd()}…`
}

function lengthOf(text: string): number {
  return lettersOf(text).length
}

const segmenter = new Intl.Segmenter('en')

/** A text as readers see its letters, so that none is cut in half. */
function lettersOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
