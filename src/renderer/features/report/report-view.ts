import type { Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import type { ReportSectionId } from '#contract/report.ts'
import { reachingText } from '#domain/forecast/reaching-text.ts'
import { formatHours } from '#domain/duration.ts'
import { decimals, formatCount, statusLabel } from '#domain/readable.ts'

const SESSION = { one: 'session', many: 'sessions' }
const CATEGORY = { one: 'category', many: 'categories' }

/** What each part of the report will say, in figures, as the data is now. */
export function reportSummaries(
  status: Status,
  playbook: Playbook,
): Readonly<Record<ReportSectionId, string>> {
  return {
    cover: 'Name, dates and the plan; without it no contents',
    readiness: `${decimals(status.readiness.score, 1)} of 100, what is missing most, next steps`,
    'where-you-stand': standing(status),
    allocation: allocation(status),
    forecast:
      status.forecast.basis === 'nothing'
        ? 'Too little is logged to tell'
        : `Plan: ${reachingText(status.forecast.plan)}`,
    milestones: milestones(status),
    checklist: checklist(status, playbook),
    'success-metrics': metrics(status, playbook),
    scope: 'Yours beside the ranges of the levels',
    principles: 'The matrix of principles and stories',
    stories: 'In the length chosen below, with scope and numbers',
    rehearsals: 'How often, how they went, what is due',
    'practice-log': log(status),
    methods: 'How every figure comes about, and where it is from',
  }
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

function checklist({ checklist: { items, shown, shownWithStory } }: Status, playbook: Playbook) {
  if (playbook.checklist.length === 0) return 'The playbook has none'
  const done = shown + shownWithStory
  return done === 0
    ? `${formatCount(items, { one: 'item', many: 'items' })}, none shown yet`
    : `${decimals(done, 0)} of ${decimals(items, 0)} shown`
}

function metrics({ metrics: { indicators, met, noValue } }: Status, playbook: Playbook) {
  if (playbook.indicators.length === 0) return 'The playbook has none'
  return noValue === indicators
    ? `${formatCount(indicators, { one: 'metric', many: 'metrics' })}, no data yet`
    : `${decimals(met, 0)} of ${decimals(indicators, 0)} met`
}

function log({ totals }: Status): string {
  return totals.sessions === 0
    ? 'No sessions yet'
    : `The latest of ${formatCount(totals.sessions, SESSION)} in all`
}
