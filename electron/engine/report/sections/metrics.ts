import { metricStatusLabel, metricText } from '#domain/metrics.ts'
import { decimals, formatCount, formatDay, formatPercent } from '#domain/readable.ts'
import type { MetricRow } from '#contract/metrics.ts'
import { asStudyDay } from '#domain/units.ts'
import type { Block, Cell, ReportData, Section } from '../model.ts'

const noValue: Cell = { text: 'no data', tone: 'muted' }

/** The level's success metrics: results at work, kept apart from study results. */
export function metricsSection({ metrics: { groups, summary } }: ReportData): Section {
  const recorded = summary.indicators - summary.noValue
  return {
    id: 'success-metrics',
    title: 'Success metrics',
    lead:
      summary.indicators === 0
        ? 'This playbook sets no success metrics.'
        : recorded === 0
          ? `No data yet for ${formatCount(summary.indicators, { one: 'metric', many: 'metrics' })}. These are results at work and no part of the study plan.`
          : `${decimals(summary.met, 0)} of ${decimals(summary.indicators, 0)} met, ${decimals(summary.close, 0)} close, ${decimals(summary.noValue, 0)} without data: ${formatPercent(summary.share)} in all. These are results at work and no part of the study plan.`,
    newPage: false,
    blocks: groups.flatMap((group): readonly Block[] => [
      {
        kind: 'heading',
        level: 2,
        text: group.name,
        aside: `${decimals(group.indicators.filter(({ status }) => status === 'met').length, 0)} of ${decimals(group.indicators.length, 0)}`,
      },
      {
        kind: 'table',
        summary: `${group.name}: playbook targets, what is recorded for them, and whether they are met.`,
        columns: [
          { head: 'Metric', align: 'left', weight: 1 },
          { head: 'Playbook target', align: 'right', weight: 0, least: 84 },
          { head: 'Recorded', align: 'right', weight: 0, least: 62 },
          { head: 'Status', align: 'left', weight: 0, least: 44 },
        ],
        rows: group.indicators.map((row) => {
          const detail = supportOf(row)
          return {
            kind: 'row',
            cells: [
              { text: row.text, ...(detail === '' ? {} : { detail }) },
              { text: row.kind === 'qualitative' ? 'evidence' : row.target },
              recordedOf(row),
              row.status === 'no-value' ? noValue : { text: metricStatusLabel(row.status) },
            ],
          }
        }),
      },
    ]),
  }
}

/** The value that counts, with its unit. */
export function recordedOf(row: MetricRow): Cell {
  if (row.latest === null) return noValue
  const { value, day } = row.latest
  const text =
    row.kind === 'qualitative'
      ? `${decimals(value, 0)} of 5`
      : metricText(value, {
          unit: row.unit ?? '',
          range: {
            ...(row.range.min === null ? {} : { min: row.range.min }),
            ...(row.range.max === null ? {} : { max: row.range.max }),
          },
        })
  return { text, detail: formatDay(asStudyDay(day)) }
}

function supportOf({ latest, proofs, figures }: MetricRow): string {
  return [
    ...(latest === null ? [] : [latest.period, latest.source]),
    ...proofs.map(({ text }) => text),
    ...figures.map(({ metric, text }) => `Figure: ${metric}, ${text}`),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
