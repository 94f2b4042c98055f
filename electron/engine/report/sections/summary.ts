import { formatHours } from '#domain/duration.ts'
import {
  decimals,
  formatCount,
  formatDay,
  formatPoints,
  formatWeekday,
  statusLabel,
} from '#domain/readable.ts'
import type { Pace, Status } from '#contract/plan.ts'
import { asStudyDay } from '#domain/units.ts'
import type { Block, KeyFigure, Section } from '../model.ts'
import { timeLeft } from './time-left.ts'

const sessions = { one: 'session', many: 'sessions' }
const studyDays = { one: 'day', many: 'days' }

/** One page that answers "where do I stand": the figures first, then the rule that judged them. */
export function summaryOf(status: Status): Section {
  const { pace } = status
  return {
    id: 'where-you-stand',
    title: 'Where you stand',
    lead: [headline(pace), timeLeft(status).sentence]
      .filter((sentence) => sentence !== '')
      .join(' '),
    newPage: true,
    blocks: [
      {
        kind: 'key-figures',
        items: [logged(status), distance(status), paceFigure(pace), required(status)],
      },
      { kind: 'heading', level: 2, text: 'Hours against the plan' },
      hoursChart(pace),
      { kind: 'paragraph', text: pace.rule, tone: 'muted' },
      ...elsewhere(status),
      { kind: 'heading', level: 2, text: 'By category' },
      categories(status),
      { kind: 'heading', level: 2, text: 'The last seven days' },
      week(status),
    ],
  }
}

function headline(pace: Pace): string {
  const difference = formatHours(Math.abs(pace.differenceHours))
  switch (pace.status) {
    case 'no-data':
      return 'No data yet: nothing is logged, and little is due so far.'
    case 'not-started':
      return 'The plan has not started yet.'
    case 'behind':
      return `Behind the plan by ${difference}.`
    case 'on-track':
      return 'On track with the plan.'
    case 'ahead':
      return `Ahead of the plan by ${difference}.`
    case 'over':
      return 'Every hour of the plan is done.'
  }
}

function logged({ totals, pace }: Status): KeyFigure {
  return {
    label: 'Hours logged',
    value: formatHours(pace.actualHours),
    detail:
      totals.sessions === 0
        ? `of ${formatHours(pace.plannedHours)} planned. No data yet.`
        : `of ${formatHours(pace.plannedHours)} planned, in ${formatCount(totals.sessions, sessions)} on ${formatCount(totals.studyDays, studyDays)}`,
  }
}

function distance({ allocationDistance }: Status): KeyFigure {
  return {
    label: 'Allocation distance',
    value: allocationDistance === null ? 'No data' : decimals(allocationDistance, 1),
    detail:
      allocationDistance === null
        ? 'Nothing is logged yet'
        : 'points from the plan; 0 is exactly to plan',
  }
}

function paceFigure(pace: Pace): KeyFigure {
  const off = formatHours(Math.abs(pace.differenceHours))
  const side = pace.differenceHours < 0 ? 'below' : 'above'
  const even = off === formatHours(0)
  return {
    label: 'Pace',
    value: statusLabel(pace.status),
    detail: even
      ? `${formatHours(pace.plannedToDateHours)} due by today`
      : `${off} ${side} the ${formatHours(pace.plannedToDateHours)} due by today`,
  }
}

function required({ pace, profile }: Status): KeyFigure {
  const label = 'Needed from now on'
  const meant = formatHours(pace.weeklyHours)
  if (pace.requiredWeeklyHours === null)
    return {
      label,
      value: 'Not known',
      detail:
        profile.interviewDate === null
          ? `No interview date is set. You set ${meant} a week.`
          : `No days are left. ${formatHours(pace.remainingHours)} are open.`,
    }
  return {
    label,
    value: formatHours(pace.requiredWeeklyHours),
    detail: `a week for the ${formatHours(pace.remainingHours)} left. You set ${meant}.`,
  }
}

function hoursChart(pace: Pace): Block {
  const actual = `Logged ${formatHours(pace.actualHours)}`
  const plannedToDate = `Due by today ${formatHours(pace.plannedToDateHours)}`
  const planned = `Plan ${formatHours(pace.plannedHours)}`
  return {
    kind: 'pace-chart',
    alt: `Bar: ${[actual, plannedToDate, planned].join('; ')}.`,
    planned: pace.plannedHours,
    plannedToDate: pace.plannedToDateHours,
    actual: pace.actualHours,
    legend: { actual, plannedToDate, planned },
  }
}

/** Time that the plan of this level does not count would be missed if nothing said where it is. */
function elsewhere({ totals, unmapped }: Status): readonly Block[] {
  if (totals.seconds === totals.mappedSeconds) return []
  const hours = formatHours(unmapped.reduce((sum, row) => sum + row.hours, 0))
  const text = `${hours} more are logged in categories that have no place in this plan; see “Allocation against the plan”.`
  return [{ kind: 'note', text }]
}

function categories({ allocation }: Status): Block {
  return {
    kind: 'table',
    summary: 'Hours logged of the hours planned, drift and status of each category.',
    columns: [
      { head: 'Category', align: 'left', weight: 3 },
      { head: 'Hours logged of hours planned', align: 'left', weight: 3 },
      { head: 'Logged', align: 'right', weight: 0 },
      { head: 'Planned', align: 'right', weight: 0 },
      { head: 'Drift', align: 'right', weight: 0 },
      { head: 'Status', align: 'left', weight: 0 },
    ],
    rows: allocation.map((row, category) => ({
      kind: 'row',
      cells: [
        { text: row.name, swatch: category, lines: 3 },
        {
          text: '',
          swatch: category,
          bar: row.plannedHours > 0 ? row.actualHours / row.plannedHours : null,
        },
        { text: formatHours(row.actualHours) },
        { text: formatHours(row.plannedHours) },
        row.driftPoints === null
          ? { text: 'no data', tone: 'muted' }
          : { text: formatPoints(row.driftPoints) },
        { text: statusLabel(row.status), tone: row.status === 'no-data' ? 'muted' : 'body' },
      ],
    })),
  }
}

function week({ week: days }: Status): Block {
  if (days.every(({ hours }) => hours === 0))
    return {
      kind: 'paragraph',
      tone: 'muted',
      text: 'No data: nothing was logged in the last seven days.',
    }
  const rows = days.map(({ day, hours }) => {
    const studyDay = asStudyDay(day)
    const label = `${formatWeekday(studyDay).slice(0, 3)} ${formatDay(studyDay).split(' ').slice(0, 2).join(' ')}`
    return { label, hours, text: formatHours(hours) }
  })
  return {
    kind: 'week-chart',
    alt: `Hours a day: ${rows.map((row) => `${row.label} ${row.text}`).join('; ')}.`,
    days: rows,
  }
}
