import type { ReadinessWeights } from '#contract/readiness-weights.ts'

/**
 * How far one action may move the score, in points. What bounds it: of one session half of it goes to its hours and
 * half to its counts; a story that becomes ready moves coverage and rehearsal; everything else stands by itself.
 */
export const MOST_POINTS_AT_ONCE = 5
const SESSION_HALF = MOST_POINTS_AT_ONCE / 2
/** The most principles that a story can serve: one primary and five secondary ones. */
const MOST_PRINCIPLES = 6
/** What a story may move in coverage when it becomes ready; the rest is for its rehearsals. */
const STORY_IN_COVERAGE = 3.5
export const STORY_IN_REHEARSAL = MOST_POINTS_AT_ONCE - STORY_IN_COVERAGE

/** The most that one session adds to the hours of a category of so many planned hours. */
export function sessionHours(weights: ReadinessWeights, plannedHours: number): number {
  const points = weights.planProgress + weights.allocation
  return points === 0 ? plannedHours : plannedHours * Math.min(1, SESSION_HALF / points)
}

/** The most that one session adds to what is counted for a milestone. */
export function sessionCount(weights: ReadinessWeights, target: number): number {
  return weights.milestones === 0 ? target : target * Math.min(1, SESSION_HALF / weights.milestones)
}

/** The points of one thing among others: its part of the part, and no more than one action may give. */
export function pointsOf(part: number, share: number): number {
  return Math.min(part * share, MOST_POINTS_AT_ONCE)
}

/** The points of one story for one principle. */
export function pointsPerServing(part: number, principles: number, needed: number): number {
  return Math.min(part / principles / needed, STORY_IN_COVERAGE / MOST_PRINCIPLES)
}
