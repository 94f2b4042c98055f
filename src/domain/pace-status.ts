import type { PaceStatus } from '#contract/plan.ts'
import { withoutNoise } from './units.ts'

/** The least difference, in hours, that counts as ahead or behind. */
export const LEAST_TOLERANCE_HOURS = 1
/** The part of planned-to-date that the hours may be off and still be on track. */
export const TOLERANCE_SHARE = 0.1

/**
 * How many hours one may be off and still be on track: max(1 h, 10 % of planned to date). The hour keeps the first
 * days, when next to nothing is due, from being called behind.
 */
export function toleranceOf(plannedToDateHours: number): number {
  return withoutNoise(Math.max(LEAST_TOLERANCE_HOURS, TOLERANCE_SHARE * plannedToDateHours))
}

/** What the rule looks at, for one category or for the whole plan. Hours are decimal, 0 or more. */
export type PaceFacts = Readonly<{
  /** Hours of the category; of the whole plan, those that count. */
  hours: number
  plannedHours: number
  plannedToDateHours: number
  isStarted: boolean
  /** Whether any time is logged in any category of the plan. */
  isAnythingLogged: boolean
}>

/**
 * Where some hours stand against the plan. The first line that holds decides:
 *
 * 1. `over`: more hours than were planned in all, whatever the date.
 * 2. `not-started`: today lies before the start date.
 * 3. `no-data`: nothing is logged anywhere, and no more is due than the tolerance. Once more is due, having logged
 *    nothing is being behind, and is called so.
 * 4. `behind` or `ahead`: hours - planned to date is below -tolerance or above +tolerance.
 * 5. `on-track`: everything else, both limits included.
 */
export function statusOf(facts: PaceFacts): PaceStatus {
  const { hours, plannedHours, plannedToDateHours, isStarted, isAnythingLogged } = facts
  if (withoutNoise(hours - plannedHours) > 0) return 'over'
  if (!isStarted) return 'not-started'
  const tolerance = toleranceOf(plannedToDateHours)
  if (!isAnythingLogged && plannedToDateHours <= tolerance) return 'no-data'
  const difference = withoutNoise(hours - plannedToDateHours)
  if (difference < -tolerance) return 'behind'
  return difference > tolerance ? 'ahead' : 'on-track'
}
