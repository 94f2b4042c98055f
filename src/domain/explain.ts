import type { AllocationRow, MilestoneRow } from '#contract/plan.ts'
import type { PlanCategory } from '#contract/playbooks.ts'
import { milestoneTargetLabel, targetLabel } from './milestones.ts'
import { formatCount, formatPercent, formatPoints, trimmedDecimals } from './readable.ts'

/** How a figure came about: its formula in words, the same with the numbers put in, and where it comes from. */
export type Explanation = Readonly<{ formula: string; numbers: string; source?: string }>

/** Where a figure of the playbook stands in its source, and how it was read. */
export type Provenance = PlanCategory['provenance']

/** Said of every figure that the app works out by a rule of its own. */
export const OWN_RULE = 'A rule of Loopready, not of the playbook.'

const SESSION = { one: 'session', many: 'sessions' }

/** Hours as they stand in arithmetic: `12.25 h`. */
export function hoursText(hours: number): string {
  return `${trimmedDecimals(hours)} h`
}

/** A share as it stands in arithmetic: `26.52 %`. */
export function percentText(share: number): string {
  return `${trimmedDecimals(share * 100)} %`
}

/** The line that names a playbook target's place in its source and the reading chosen. */
export function sourceText({ source, reading }: Provenance): string {
  const place = `Playbook target, from "${source}".`
  return reading === undefined ? place : `${place} ${reading}`
}

/** The planned share of a category. */
export function explainPlannedShare(row: AllocationRow, provenance?: Provenance): Explanation {
  return {
    formula: "The playbook's share of study time for this category.",
    numbers: `${row.name}: ${percentText(row.plannedShare)} of the plan`,
    ...(provenance && { source: sourceText(provenance) }),
  }
}

/** The actual share of a category among all rows of the plan. */
export function explainActualShare(
  row: AllocationRow,
  rows: readonly AllocationRow[],
): Explanation {
  const all = rows.reduce((sum, { actualHours }) => sum + actualHours, 0)
  const formula = 'Hours of the category / hours of all categories of this plan.'
  if (all === 0) return { formula, numbers: 'Nothing is logged yet.' }
  return {
    formula,
    numbers: `${hoursText(row.actualHours)} / ${hoursText(all)} = ${formatPercent(row.actualShare)}`,
  }
}

/** The drift of a category. */
export function explainDrift(row: AllocationRow): Explanation {
  const formula = 'Actual share − planned share, in percentage points.'
  if (row.driftPoints === null) return { formula, numbers: 'Nothing is logged yet.' }
  const difference = `${percentText(row.actualShare)} − ${percentText(row.plannedShare)}`
  return {
    formula,
    numbers: `${difference} = ${formatPoints(row.driftPoints)}`,
    source: OWN_RULE,
  }
}

/** The allocation distance of the whole plan. */
export function explainAllocationDistance(
  rows: readonly AllocationRow[],
  distance: number | null,
): Explanation {
  const formula =
    'Half the sum of all drifts, without their signs: 0 is exactly to plan, 100 has nothing in common with it.'
  if (distance === null) return { formula, numbers: 'Nothing is logged yet.', source: OWN_RULE }
  const drifts = rows.map(({ driftPoints }) => trimmedDecimals(Math.abs(driftPoints ?? 0)))
  return {
    formula,
    numbers: `(${drifts.join(' + ')}) / 2 = ${trimmedDecimals(distance)}`,
    source: OWN_RULE,
  }
}

/** The planned hours of a category: the playbook's, or the person's own beside them. */
export function explainPlannedHours(
  row: AllocationRow,
  playbookHours?: PlanCategory['hours'],
  provenance?: Provenance,
): Explanation {
  const label = playbookHours && targetLabel(playbookHours, 'h')
  const isOwn = playbookHours !== undefined && row.plannedHours !== playbookHours.min
  return {
    formula: isOwn
      ? 'Your own hour budget for this category.'
      : 'The hour budget of the playbook for this category.',
    numbers:
      label === undefined || !isOwn
        ? `${row.name}: ${label ?? hoursText(row.plannedHours)}`
        : `${row.name}: ${hoursText(row.plannedHours)} in place of the playbook's ${label}`,
    ...(provenance && { source: sourceText(provenance) }),
  }
}

/** The hours logged in a category. */
export function explainActualHours(row: AllocationRow): Explanation {
  return {
    formula: 'The time of all sessions that count in this category.',
    numbers: `${formatCount(row.sessions, SESSION)}: ${hoursText(row.actualHours)}`,
  }
}

/** The hours left in a category. */
export function explainRemainingHours(row: AllocationRow): Explanation {
  const difference = `${hoursText(row.plannedHours)} − ${hoursText(row.actualHours)}`
  return {
    formula: 'Planned hours − hours logged, and never below 0.',
    numbers:
      row.actualHours > row.plannedHours
        ? `${difference} is below 0, so 0 h are left`
        : `${difference} = ${hoursText(row.remainingHours)}`,
    source: OWN_RULE,
  }
}

const MEASURES: Readonly<Record<MilestoneRow['measure'], string>> = {
  counts: 'counted in your sessions',
  stories: 'of your stories',
  principles: 'of your stories',
  stated: 'as you stated it',
}

/** The progress of a milestone. */
export function explainMilestone(row: MilestoneRow, provenance?: Provenance): Explanation {
  const formula = `Number so far (${MEASURES[row.measure]}) / the least that reaches the target, 100 % at most.`
  const source = row.inPlaybook
    ? provenance && sourceText(provenance)
    : 'Not in the playbook at this level.'
  const actual = formatCount(row.actual, row.unit)
  const label = milestoneTargetLabel(row)
  if (row.target === null || row.progress === null || label === null)
    return { formula, numbers: `${actual}; no target is set`, ...(source && { source }) }
  const target = row.ownTarget ? `your own target ${label}` : `playbook target ${label}`
  const cap = row.actual > row.target ? ', shown as 100 %' : ''
  const quotient = `${trimmedDecimals(row.actual)} / ${trimmedDecimals(row.target)}`
  return {
    formula,
    numbers: `${actual}, ${target}: ${quotient} = ${percentText(row.actual / row.target)}${cap}`,
    ...(source && { source }),
  }
}
