import { decimals, formatCount, trimmedDecimals } from '#domain/readable.ts'
import type { Playbook } from '#contract/playbooks.ts'
import type { Block, Cell, Section } from '../model.ts'

type Indicator = Playbook['indicators'][number]['indicators'][number]
type Numeric = Extract<Indicator, { kind: 'numeric' }>

const noData: Cell = { text: 'no data', tone: 'muted' }

/** The level's success metrics with their thresholds: results at work, kept apart from study results. */
export function indicatorsSection({ indicators }: Playbook): Section {
  const all = indicators.reduce((sum, group) => sum + group.indicators.length, 0)
  return {
    id: 'success-metrics',
    title: 'Success metrics',
    lead:
      all === 0
        ? 'This playbook sets no success metrics.'
        : `No data yet for ${formatCount(all, { one: 'metric', many: 'metrics' })}. These are results at work and no part of the study plan.`,
    newPage: false,
    blocks: indicators.flatMap((group): readonly Block[] => [
      {
        kind: 'heading',
        level: 2,
        text: group.name,
        aside: `0 of ${decimals(group.indicators.length, 0)}`,
      },
      {
        kind: 'table',
        summary: `${group.name}: playbook targets, and what is recorded for them.`,
        columns: [
          { head: 'Metric', align: 'left', weight: 1 },
          { head: 'Playbook target', align: 'right', weight: 0, least: 84 },
          { head: 'Recorded', align: 'right', weight: 0, least: 52 },
        ],
        rows: group.indicators.map((indicator) => ({
          kind: 'row',
          cells: [{ text: indicator.text }, { text: thresholdOf(indicator) }, noData],
        })),
      },
    ]),
  }
}

const comparators: Readonly<Record<Numeric['comparator'], string>> = {
  '>': 'above',
  '>=': 'at least',
  '=': 'exactly',
  '<': 'below',
  '<=': 'at most',
}

/** A threshold in words: `above 99.9 %`, `at least 5`, `above 4 of 5`, `above $500,000`. */
export function thresholdOf(indicator: Indicator): string {
  if (indicator.kind === 'qualitative') return 'evidence'
  const value = trimmedDecimals(indicator.threshold)
  const before = `${comparators[indicator.comparator]} `
  switch (indicator.unit) {
    case '%':
      return `${before}${value} %`
    case 'USD':
      return `${before}$${value}`
    case 'count':
      return `${before}${value}`
    case 'score':
      return `${before}${value}${indicator.range?.max === undefined ? '' : ` of ${trimmedDecimals(indicator.range.max)}`}`
    default:
      return `${before}${value} ${indicator.unit}`
  }
}
