import type { PlanFact } from './facts.ts'

/** How far a category is: hours / planned hours, 0 to 1. One without planned hours has no part in it. */
function progressOf({ hours, plannedHours }: PlanFact): number {
  return Math.min(1, Math.max(0, hours / plannedHours))
}

function planned(plan: readonly PlanFact[]): readonly PlanFact[] {
  return plan.filter(({ plannedHours }) => plannedHours > 0)
}

/** The part of the planned hours that is done, 0 to 1; of each category no more than its budget counts. */
export function planProgressOf(plan: readonly PlanFact[]): number {
  const total = plan.reduce((sum, { plannedHours }) => sum + plannedHours, 0)
  if (total === 0) return 0
  return planned(plan).reduce((sum, row) => sum + progressOf(row) * row.plannedHours, 0) / total
}

/**
 * How evenly the plan is carried out, 0 to 1: over every two categories, the progress of the one further behind,
 * weighted by both their hours. It never falls when hours are added (unlike a distance between shares, which grows
 * when the right category is studied first), and is full when every category is. Of a single category it is its
 * progress.
 */
export function evennessOf(plan: readonly PlanFact[]): number {
  const rows = planned(plan)
  if (rows.length === 1)
    return progressOf(rows[0] ?? { category: '', name: '', plannedHours: 1, hours: 0 })
  let sum = 0
  let weights = 0
  rows.forEach((one, index) => {
    for (const other of rows.slice(index + 1)) {
      const weight = one.plannedHours * other.plannedHours
      weights += weight
      sum += weight * Math.min(progressOf(one), progressOf(other))
    }
  })
  return weights === 0 ? 0 : sum / weights
}
