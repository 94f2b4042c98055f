import type { Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import type { Profile } from '#contract/profile.ts'
import { formatHours } from '#domain/duration.ts'
import { decimals, formatCount, formatDay, formatPercent, statusLabel } from '#domain/readable.ts'

/** A part of the report: its title as the PDF has it, and what it will say, in figures. */
export type ReportSection = Readonly<{ title: string; summary: string }>

const SESSION = { one: 'session', many: 'sessions' }
const CATEGORY = { one: 'category', many: 'categories' }
const DAY = { one: 'day', many: 'days' }

/** What the report holds as the data is now, in its order. */
export function reportSectionsOf(status: Status, playbook: Playbook): readonly ReportSection[] {
  return [
    { title: 'Where you stand', summary: standing(status) },
    { title: 'Allocation against the plan', summary: allocation(status) },
    { title: 'Milestones', summary: milestones(status) },
    {
      title: 'Checklist',
      summary: empty(
        playbook.checklist.reduce((sum, group) => sum + group.items.length, 0),
        { one: 'item', many: 'items' },
      ),
    },
    {
      title: 'Success metrics',
      summary: empty(
        playbook.indicators.reduce((sum, group) => sum + group.indicators.length, 0),
        { one: 'metric', many: 'metrics' },
      ),
    },
    { title: 'Stories and principles', summary: '16 Leadership Principles, no data yet' },
    { title: 'Practice log', summary: log(status) },
    { title: 'Methods and sources', summary: 'How every figure comes about, and where it is from' },
  ]
}

function standing({ pace, totals }: Status): string {
  if (totals.sessions === 0)
    return `Nothing logged yet of ${formatHours(pace.plannedHours)} planned`
  const done = `${formatHours(pace.countedHours)} of ${formatHours(pace.plannedHours)} done`
  return `${statusLabel(pace.status)}, ${done}`
}

function allocation({ allocation: rows, allocationDistance }: Status): string {
  const categories = formatCount(rows.length, CATEGORY)
  return allocationDistance === null
    ? `${categories}, no data yet`
    : `${categories}, allocation distance ${decimals(allocationDistance, 1)}`
}

function milestones({ milestones: rows }: Status): string {
  const withTarget = rows.filter(({ target }) => target !== null)
  const without = rows.length - withTarget.length
  const reached = withTarget.filter(({ progress }) => progress === 1).length
  if (rows.length === 0) return 'The playbook has none'
  if (withTarget.length === 0) return `${decimals(without, 0)}, none with a target`
  const rest = without === 0 ? '' : `, ${decimals(without, 0)} more without a target`
  return `${decimals(reached, 0)} of ${decimals(withTarget.length, 0)} reached${rest}`
}

function empty(count: number, unit: Readonly<{ one: string; many: string }>): string {
  return count === 0 ? 'The playbook has none' : `${formatCount(count, unit)}, no data yet`
}

function log({ totals }: Status): string {
  return totals.sessions === 0
    ? 'No sessions yet'
    : `The latest of ${formatCount(totals.sessions, SESSION)} in all`
}

/** The first page, as far as a preview shows it. */
export type CoverView = Readonly<{
  title: string
  subtitle: string
  stripCaption: string
  facts: readonly Readonly<{ label: string; value: string }>[]
}>

/** What stands on the cover. Without a name the level takes its place. */
export function coverOf(status: Status, playbook: Playbook, profile: Profile): CoverView {
  const name = profile.name.trim()
  const { startDate, interviewDate } = status.profile
  const { daysLeft } = status.pace
  return {
    title: name === '' ? `Level ${status.level}` : name,
    subtitle: `Preparation for an Amazon-style loop at level ${status.level}`,
    stripCaption: `The plan by share of study time: ${status.allocation
      .map((row) => `${row.name} ${formatPercent(row.plannedShare)}`)
      .join(', ')}`,
    facts: [
      { label: 'Target level', value: status.level },
      { label: 'Playbook', value: playbook.name },
      { label: 'Data as of', value: formatDay(status.today) },
      { label: 'Start', value: formatDay(startDate) },
      { label: 'Interview', value: interviewDate === null ? 'Not set' : formatDay(interviewDate) },
      { label: 'Time left', value: daysLeft === null ? 'Not known' : formatCount(daysLeft, DAY) },
    ],
  }
}
