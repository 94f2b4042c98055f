import type { PlanCategory } from '#contract/playbooks.ts'
import type { Hours, Share } from '#contract/units.ts'
import { asHours, asShare } from './units.ts'

/** A category of the preparation plan with the hours that it is to get. */
export type BudgetedCategory = Readonly<{
  slug: string
  name: string
  /** Planned part of the study time, 0 to 1; from the playbook alone. */
  share: Share
  hours: Hours
  /** True where the hours are the person's own and not the playbook's. */
  isOwn: boolean
}>

/**
 * The plan's categories with their budgets: the person's own hours where there are such, otherwise the playbook's
 * (the lower end of a range). Shares always come from the playbook: hours and shares round differently in the source
 * (100 h of 285 h is 35.1 %, not 35 %), so neither is ever worked out from the other.
 */
export function budgetOf(
  categories: readonly Readonly<Pick<PlanCategory, 'slug' | 'name' | 'share' | 'hours'>>[],
  ownHours: ReadonlyMap<string, number>,
): readonly BudgetedCategory[] {
  return categories.map(({ slug, name, share, hours }) => {
    const own = ownHours.get(slug)
    return {
      slug,
      name,
      share: asShare(share / 100),
      hours: asHours(own ?? hours.min),
      isOwn: own !== undefined,
    }
  })
}

/** The smallest step of a scaled budget. Half hours add up without rounding errors. */
export const BUDGET_STEP_HOURS = 0.5

/**
 * Scales a budget to a new total, in proportion: hours x new total / old total, in steps of half an hour that add up
 * to the new total exactly. What rounding down leaves over goes, one step each, to the hours that lost most by it
 * (the largest remainder; of equals, the first). A new total that is no multiple of half an hour is taken to the
 * nearest one. Where all hours are 0 there is no proportion to keep, and they are filled evenly.
 */
export function scaleBudget(hours: readonly number[], newTotal: number): readonly number[] {
  const oldTotal = hours.reduce((sum, value) => sum + value, 0)
  const steps = Math.round(Math.max(0, newTotal) / BUDGET_STEP_HOURS)
  const weights = oldTotal === 0 ? hours.map(() => 1) : hours
  const weightTotal = oldTotal === 0 ? hours.length : oldTotal
  const exact = weights.map((weight) => (weight / weightTotal) * steps)
  const whole = exact.map((value) => Math.floor(value))
  const left = steps - whole.reduce((sum, value) => sum + value, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
  const getsOneMore = new Set(byRemainder.slice(0, left).map(({ index }) => index))
  return whole.map((value, index) => (value + (getsOneMore.has(index) ? 1 : 0)) * BUDGET_STEP_HOURS)
}
