import type { AllocationRow } from '#contract/plan.ts'
import type { Seconds } from '#contract/units.ts'
import type { BudgetedCategory } from './budget.ts'
import type { Elapsed } from './elapsed.ts'
import { statusOf } from './pace-status.ts'
import { asSeconds, secondsToHours, shareOf, withoutNoise } from './units.ts'

/** Time that counts in one category of the plan. A category may come up more than once: its times add up. */
export type LoggedTime = Readonly<{ category: string; seconds: Seconds; sessions: number }>

/**
 * What was logged beside what was planned, one row per category in the plan's order.
 *
 * - actual share = seconds of the category / seconds of all categories of the plan; 0 while nothing is logged. Time
 *   without a place in this plan takes no part, or switching level would turn it into drift.
 * - drift = 100 x (actual share - planned share) in points; null while nothing is logged.
 * - planned to date = planned hours x elapsed share.
 * - hours left = max(0, planned hours - actual hours): what one category has too much, another still lacks.
 */
export function allocationOf(
  plan: readonly BudgetedCategory[],
  logged: readonly LoggedTime[],
  elapsed: Elapsed,
): AllocationRow[] {
  const totals = plan.map(({ slug }) => totalOf(logged.filter((row) => row.category === slug)))
  const allSeconds = totals.reduce((sum, total) => sum + total.seconds, 0)
  return plan.map((category, index) => {
    const { seconds, sessions } = totals[index] ?? totalOf([])
    const actualShare = shareOf(seconds, allSeconds)
    const actualHours = secondsToHours(seconds)
    const plannedToDateHours = withoutNoise(category.hours * elapsed.share)
    return {
      category: category.slug,
      name: category.name,
      plannedShare: category.share,
      actualShare,
      driftPoints: allSeconds === 0 ? null : withoutNoise(100 * (actualShare - category.share)),
      plannedHours: category.hours,
      actualHours,
      plannedToDateHours,
      remainingHours: withoutNoise(Math.max(0, category.hours - actualHours)),
      sessions,
      status: statusOf({
        hours: actualHours,
        plannedHours: category.hours,
        plannedToDateHours,
        isStarted: elapsed.isStarted,
        isAnythingLogged: allSeconds > 0,
      }),
    }
  })
}

function totalOf(rows: readonly LoggedTime[]): Omit<LoggedTime, 'category'> {
  return {
    seconds: asSeconds(rows.reduce((sum, row) => sum + row.seconds, 0)),
    sessions: rows.reduce((sum, row) => sum + row.sessions, 0),
  }
}

/**
 * How far the study time is from the plan as a whole: half the sum of the absolute drifts, in points. 0 is exactly to
 * plan, 100 has nothing in common with it. Half, because a point too many in one category is a point missing in
 * another. Null while nothing is logged.
 */
export function allocationDistanceOf(
  rows: readonly Pick<AllocationRow, 'driftPoints'>[],
): number | null {
  let sum = 0
  for (const { driftPoints } of rows) {
    if (driftPoints === null) return null
    sum += Math.abs(driftPoints)
  }
  return rows.length === 0 ? null : withoutNoise(sum / 2)
}
