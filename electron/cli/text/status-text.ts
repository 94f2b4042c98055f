import type { AllocationRow, MilestoneRow, PaceStatus, Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { interviewPassed } from '#domain/interview-words.ts'
import { milestoneTargetLabel } from '#domain/milestones.ts'
import {
  decimals,
  formatCount,
  formatDay,
  formatLongDay,
  formatPercent,
  formatPoints,
  statusLabel,
} from '#domain/readable.ts'
import type { Paint } from '../verb.ts'
import { bar } from './bar.ts'
import { printable } from './printable.ts'
import { forecastText } from './readiness-text.ts'
import { table } from './table.ts'

const barWidth = 16

/** The status object for people: plan against actual, the pace with its rule, milestones. */
export function statusText(status: Status, paint: Paint): string {
  return [
    heading(status, paint),
    allocation(status, paint),
    pace(status, paint),
    milestones(status, paint),
    ahead(status, paint),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function heading(
  { level, profile, today, totals, pace: { daysLeft } }: Status,
  paint: Paint,
): string {
  const title = [printable(profile.name), level, formatLongDay(today)].filter(Boolean).join(' · ')
  const interview =
    profile.interviewDate === null
      ? 'interview date unknown'
      : `interview ${formatDay(profile.interviewDate)}${daysLeft ? `, in ${formatCount(daysLeft, days)}` : ''}`
  const logged = `${formatCount(totals.sessions, sessions)} on ${formatCount(totals.studyDays, days)}`
  return `${paint('bold', title)}\n${logged} · start ${formatDay(profile.startDate)} · ${interview}`
}

const days = { one: 'day', many: 'days' }
const sessions = { one: 'session', many: 'sessions' }

function allocation(
  { allocation: rows, allocationDistance, pace: whole, unmapped }: Status,
  paint: Paint,
): string {
  const head = ['Category', 'Hours', '', 'Due', 'Share', 'Plan', 'Drift', ''].map((text) =>
    paint('dim', text),
  )
  const total = [
    'Total',
    hoursBar(whole, paint),
    hoursOf(whole),
    decimals(whole.plannedToDateHours, 1),
    '',
    '',
    '',
    statusWord(whole.status, paint),
  ]
  const lines = table(
    [head, ...rows.map((row) => allocationLine(row, paint)), total],
    ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'left'],
  )
  const distance =
    allocationDistance === null
      ? []
      : [`Distance from the plan's shares: ${decimals(allocationDistance, 1)} of 100.`]
  const homeless = unmapped.map(
    ({ playbook, category, hours }) =>
      `Not in this plan: ${formatHours(hours)} of ${playbook} ${printable(category)}.`,
  )
  return [
    ...lines,
    ...(distance.length + homeless.length > 0 ? [''] : []),
    ...distance,
    ...homeless,
  ].join('\n')
}

function allocationLine(row: AllocationRow, paint: Paint): string[] {
  return [
    row.category,
    hoursBar(row, paint),
    hoursOf(row),
    decimals(row.plannedToDateHours, 1),
    row.driftPoints === null ? '–' : formatPercent(row.actualShare),
    `${decimals(row.plannedShare * 100, 0)} %`,
    row.driftPoints === null ? '–' : formatPoints(row.driftPoints).replace(/ points$/, ''),
    statusWord(row.status, paint),
  ]
}

type Hours = Readonly<{
  actualHours: number
  plannedHours: number
  plannedToDateHours: number
  status: PaceStatus
}>

function hoursBar(
  { actualHours, plannedHours, plannedToDateHours, status }: Hours,
  paint: Paint,
): string {
  const part = (hours: number) => (plannedHours === 0 ? 0 : hours / plannedHours)
  return paint(colourOf[status], bar(part(actualHours), barWidth, part(plannedToDateHours)))
}

function hoursOf({ actualHours, plannedHours }: Hours): string {
  return `${decimals(actualHours, 1)} of ${decimals(plannedHours, 0)}`
}

function pace(
  {
    pace: { rule, requiredWeeklyHours, weeklyHours, fits, remainingHours },
    profile,
    today,
  }: Status,
  paint: Paint,
): string {
  const lines = [`${paint('bold', 'Pace')}  ${printable(rule)}`]
  if (requiredWeeklyHours !== null)
    lines.push(
      `${paint('bold', 'From now on')}  ${formatHours(requiredWeeklyHours)} a week for the ${formatHours(remainingHours)} left; ` +
        `you mean to study ${formatHours(weeklyHours)}${fits === false ? ', which is not enough' : ', which is enough'}.`,
    )
  const passed = interviewPassed(profile.interviewDate, today)
  if (passed !== null)
    lines.push(`${passed} Set a new one: loopready init --interview YYYY-MM-DD, or unknown.`)
  return lines.join('\n')
}

function milestones({ milestones: rows }: Status, paint: Paint): string {
  if (rows.length === 0) return ''
  return [
    paint('bold', 'Milestones'),
    ...table(
      rows.map((row) => [
        printable(row.name),
        row.progress === null
          ? ''
          : paint(row.progress === 1 ? 'green' : 'cyan', bar(row.progress, barWidth)),
        decimals(row.actual, 0),
        targetOf(row),
      ]),
      ['left', 'left', 'right', 'left'],
    ),
  ].join('\n')
}

function ahead({ readiness: { score }, forecast, next: [first] }: Status, paint: Paint): string {
  return [
    `${paint('bold', 'Readiness')}  ${decimals(score, 1)} of 100 by what is recorded; not a chance of being hired.`,
    `${paint('bold', 'Forecast')}  ${forecastText(forecast)}`,
    ...(first ? [`${paint('bold', 'Next')}  ${printable(first.text)}`] : []),
  ].join('\n')
}

/** The figure as its source writes it: `of ~100`, `of 10-12`, `of 15+`. */
function targetOf(row: MilestoneRow): string {
  const label = milestoneTargetLabel(row)
  if (label === null) return 'no target set'
  return `of ${label}${row.ownTarget ? ' (your own target)' : ''}`
}

const colourOf = {
  'no-data': 'dim',
  'not-started': 'dim',
  behind: 'yellow',
  'on-track': 'green',
  ahead: 'green',
  over: 'magenta',
} as const satisfies Record<PaceStatus, Parameters<Paint>[0]>

function statusWord(status: PaceStatus, paint: Paint): string {
  return paint(colourOf[status], statusLabel(status).toLowerCase())
}
