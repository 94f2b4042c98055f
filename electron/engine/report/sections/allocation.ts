import { formatHours } from '#domain/duration.ts'
import {
  decimals,
  formatCount,
  formatPercent,
  formatPoints,
  statusLabel,
} from '#domain/readable.ts'
import type { AllocationRow, Status } from '#contract/plan.ts'
import type { Block, Cell, Section, TableRow } from '../model.ts'

const noData: Cell = { text: 'no data', tone: 'muted' }
const sessions = { one: 'session', many: 'sessions' }

/** Where the hours went, against where the plan wants them: a chart of shares, then every figure. */
export function allocationSection(status: Status): Section {
  const anything = status.allocationDistance !== null
  return {
    id: 'allocation',
    title: 'Allocation against the plan',
    lead: anything
      ? `${decimals(status.allocationDistance ?? 0, 1)} points away from the plan. 0 is exactly to plan, 100 has nothing in common with it.`
      : 'No data yet: the chart shows the plan alone until the first session is logged.',
    newPage: true,
    blocks: [
      { kind: 'heading', level: 2, text: 'Share of study time' },
      shareChart(status, anything),
      { kind: 'heading', level: 2, text: 'Shares and hours' },
      table(status, anything),
      {
        kind: 'paragraph',
        tone: 'muted',
        text: 'Drift is actual minus planned share, in percentage points. Due is the part of a budget that falls until today. Shares and hours come from the playbook separately and round differently, so neither is worked out from the other.',
      },
      ...outside(status),
    ],
  }
}

function shareChart({ allocation }: Status, anything: boolean): Block {
  const rows = allocation.map((row, category) => ({
    name: row.name,
    category,
    planned: row.plannedShare,
    actual: anything ? row.actualShare : null,
    plannedText: formatPercent(row.plannedShare),
    actualText: anything ? formatPercent(row.actualShare) : 'no data',
  }))
  return {
    kind: 'share-chart',
    alt: `Share of study time by category. ${rows.map((row) => `${row.name}: planned ${row.plannedText}, actual ${row.actualText}`).join('; ')}.`,
    legend: { planned: 'Planned', actual: 'Actual' },
    rows,
  }
}

function table(status: Status, anything: boolean): Block {
  const { allocation, pace } = status
  const sum = (of: (row: AllocationRow) => number) =>
    allocation.reduce((total, row) => total + of(row), 0)
  const rows = allocation.map((row, category): TableRow => ({
    kind: 'row',
    cells: [
      { text: row.name, detail: formatCount(row.sessions, sessions), swatch: category },
      { text: formatPercent(row.plannedShare) },
      anything ? { text: formatPercent(row.actualShare) } : noData,
      row.driftPoints === null ? noData : { text: bare(formatPoints(row.driftPoints)) },
      { text: formatHours(row.plannedHours) },
      { text: formatHours(row.plannedToDateHours) },
      { text: formatHours(row.actualHours) },
      { text: formatHours(row.remainingHours) },
      { text: statusLabel(row.status), tone: row.status === 'no-data' ? 'muted' : 'body' },
    ],
  }))
  const total: TableRow = {
    kind: 'total',
    cells: [
      { text: 'All categories' },
      { text: formatPercent(sum((row) => row.plannedShare)) },
      anything ? { text: formatPercent(sum((row) => row.actualShare)) } : noData,
      { text: '' },
      { text: formatHours(pace.plannedHours) },
      { text: formatHours(pace.plannedToDateHours) },
      { text: formatHours(pace.actualHours) },
      { text: formatHours(pace.remainingHours) },
      { text: statusLabel(pace.status) },
    ],
  }
  return {
    kind: 'table',
    summary:
      'Planned and actual share, drift, and hours planned, due, logged and left for each category of the plan.',
    columns: [
      { head: 'Category', align: 'left', weight: 1 },
      { head: 'Share planned', align: 'right', weight: 0 },
      { head: 'Share actual', align: 'right', weight: 0 },
      { head: 'Drift, points', align: 'right', weight: 0 },
      { head: 'Hours planned', align: 'right', weight: 0 },
      { head: 'Due by today', align: 'right', weight: 0 },
      { head: 'Hours logged', align: 'right', weight: 0 },
      { head: 'Hours left', align: 'right', weight: 0 },
      { head: 'Status', align: 'left', weight: 0 },
    ],
    rows: [...rows, total],
  }
}

/** The unit stands in the column's head. */
function bare(points: string): string {
  return points.replace(/ points?$/, '')
}

function outside({ unmapped, level }: Status): readonly Block[] {
  if (unmapped.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Time outside this plan' },
    {
      kind: 'paragraph',
      tone: 'muted',
      text: `Logged in categories of another level that are not mapped to a category of ${level}. It is kept, and counts in none of the figures above.`,
    },
    {
      kind: 'table',
      summary: 'Hours and sessions in categories that have no place in this plan.',
      columns: [
        { head: 'Category', align: 'left', weight: 1 },
        { head: 'Level', align: 'left', weight: 0 },
        { head: 'Sessions', align: 'right', weight: 0 },
        { head: 'Hours', align: 'right', weight: 0 },
      ],
      rows: unmapped.map((row) => ({
        kind: 'row',
        cells: [
          { text: row.name },
          { text: row.playbook },
          { text: decimals(row.sessions, 0) },
          { text: formatHours(row.hours) },
        ],
      })),
    },
  ]
}
