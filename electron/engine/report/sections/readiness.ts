import { formatHours } from '#domain/duration.ts'
import { decimals, formatCount, statusLabel } from '#domain/readable.ts'
import type { Block, ReportData, Section } from '../model.ts'
import { timeLeft } from './time-left.ts'

const points = { one: 'point', many: 'points' }
/** More would not stand on one page, and nobody does more at once. */
const most = 3

/** To decide from: the score with all its parts, what is missing most, and what to do next. It is one page. */
export function readinessSection({ readiness, status }: ReportData): Section {
  const { pace } = status
  const { value, detail } = timeLeft(status)
  return {
    id: 'readiness',
    title: 'Readiness',
    lead: lead(readiness, status),
    newPage: true,
    onePage: true,
    blocks: [
      {
        kind: 'key-figures',
        items: [
          {
            label: 'Readiness',
            value: decimals(readiness.score, 1),
            detail: `of 100 points for ${readiness.level}; not a chance of being hired`,
          },
          { label: 'Time left', value, detail },
          {
            label: 'Hours logged',
            value: formatHours(pace.actualHours),
            detail: `of ${formatHours(pace.plannedHours)} planned`,
          },
          {
            label: 'Pace',
            value: statusLabel(pace.status),
            detail: `${formatHours(pace.plannedToDateHours)} due by today`,
          },
        ],
      },
      { kind: 'heading', level: 2, text: 'What it is made of' },
      waterfall(readiness),
      { kind: 'heading', level: 2, text: 'What is missing most' },
      ...missing(readiness),
      { kind: 'heading', level: 2, text: 'Next steps' },
      ...next(status.next),
    ],
  }
}

function lead({ score }: ReportData['readiness'], status: ReportData['status']): string {
  const points = `${decimals(score, 1)} of 100 points`
  const { value, sentence } = timeLeft(status)
  return (status.pace.daysLeft ?? 0) > 0
    ? `${points}, ${value} before the interview.`
    : `${points}. ${sentence}`.trim()
}

function waterfall({ parts, score }: ReportData['readiness']): Block {
  const rows = parts.map((part) => ({
    name: part.name,
    points: part.points,
    weight: part.weight,
    text: part.hasData
      ? `${decimals(part.points, 1)} of ${decimals(part.weight, 0)}`
      : `no data, of ${decimals(part.weight, 0)}`,
  }))
  const total = { name: 'Readiness', points: score, text: `${decimals(score, 1)} of 100` }
  return {
    kind: 'waterfall',
    alt: `Points of readiness by part. ${[...rows, total].map(({ name, text }) => `${name}: ${text}`).join('; ')}.`,
    rows,
    total,
  }
}

function missing({ gains }: ReportData['readiness']): readonly Block[] {
  if (gains.length === 0)
    return [
      { kind: 'paragraph', tone: 'muted', text: 'Nothing that is recorded would add points.' },
    ]
  return [
    {
      kind: 'table',
      summary: 'What would add most to readiness, with its points.',
      columns: [
        { head: 'What would add most', align: 'left', weight: 1 },
        { head: 'Points', align: 'right', weight: 0 },
      ],
      rows: gains.slice(0, most).map((gain) => ({
        kind: 'row',
        cells: [{ text: gain.text, lines: 2 }, { text: `+${decimals(gain.points, 1)}` }],
      })),
    },
  ]
}

function next(steps: ReportData['status']['next']): readonly Block[] {
  if (steps.length === 0)
    return [{ kind: 'paragraph', tone: 'muted', text: 'No step suggests itself.' }]
  return [
    {
      kind: 'table',
      summary: 'What to do next, the best use of the next hour first.',
      columns: [
        { head: 'What to do', align: 'left', weight: 1 },
        { head: 'Takes about', align: 'right', weight: 0 },
        { head: 'Adds', align: 'right', weight: 0, least: 46 },
      ],
      rows: steps.slice(0, most).map((step) => ({
        kind: 'row',
        cells: [
          { text: step.text, lines: 2 },
          { text: formatHours(step.hours) },
          { text: formatCount(Number(step.points.toFixed(1)), points) },
        ],
      })),
    },
  ]
}
