import { formatHours } from '#domain/duration.ts'
import { inTimeText, reachingText, reachingWhy } from '#domain/forecast/reaching-text.ts'
import { decimals, formatDay, trimmedDecimals } from '#domain/readable.ts'
import type { Status } from '#contract/plan.ts'
import { asStudyDay } from '#domain/units.ts'
import type { Block, Section, TableRow } from '../model.ts'

type Reaching = Status['forecast']['plan']

/** Where the last weeks lead, if those to come are like them. */
export function forecastSection(status: Status): Section {
  const { forecast, pace } = status
  return {
    id: 'forecast',
    title: 'Trend and forecast',
    lead:
      forecast.basis === 'nothing'
        ? 'Too little is logged to say where it leads.'
        : `At ${formatHours(forecast.weeklyHours)} a week the plan is reached: ${reachingText(forecast.plan)}.`,
    newPage: false,
    blocks: [
      { kind: 'heading', level: 2, text: 'Hours a week' },
      trend(status),
      { kind: 'heading', level: 2, text: 'When it is reached' },
      {
        kind: 'table',
        summary:
          'When plan, categories and milestones are reached, and in how many courses in time.',
        columns: [
          { head: 'What', align: 'left', weight: 2 },
          { head: 'So far', align: 'right', weight: 0, least: 84 },
          { head: 'Reached', align: 'left', weight: 1.6 },
          { head: 'In time', align: 'left', weight: 1 },
        ],
        rows: [
          row(
            'Whole plan',
            `${formatHours(pace.actualHours)} of ${formatHours(pace.plannedHours)}`,
            forecast.plan,
          ),
          ...forecast.categories.map((each) =>
            row(
              each.name,
              `${formatHours(each.actualHours)} of ${formatHours(each.plannedHours)}`,
              each,
            ),
          ),
          ...forecast.milestones.map((each) =>
            row(each.name, `${trimmedDecimals(each.actual)} of ${decimals(each.target, 0)}`, each),
          ),
        ],
      },
      { kind: 'paragraph', tone: 'muted', text: reachingWhy(forecast.plan) },
    ],
  }
}

function row(name: string, done: string, reaching: Reaching): TableRow {
  return {
    kind: 'row',
    cells: [
      { text: name },
      { text: done },
      { text: reachingText(reaching), tone: reaching.status === 'too-little' ? 'muted' : 'body' },
      { text: inTimeText(reaching) ?? '' },
    ],
  }
}

function trend({ weeks }: Status): Block {
  if (weeks.every(({ hours }) => hours === 0))
    return { kind: 'paragraph', tone: 'muted', text: 'No data: nothing was logged in these weeks.' }
  const rows = weeks.map(({ start, hours }) => ({
    label: formatDay(asStudyDay(start)).split(' ').slice(0, 2).join(' '),
    hours,
    text: formatHours(hours),
  }))
  return {
    kind: 'week-chart',
    alt: `Hours a week, by its first day: ${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}.`,
    days: rows,
  }
}
