import type { MockType } from '#contract/mocks.ts'

/** A category of the plan. Of each session no more than `sessionHours` allows is in its hours. */
export type PlanFact = Readonly<{
  category: string
  name: string
  plannedHours: number
  hours: number
}>

/**
 * A milestone with a target that no other part looks at: neither stories nor principles nor mock interviews. Of each
 * session no more than `sessionCount` allows is in what was counted.
 */
export type MilestoneFact = Readonly<{
  id: string
  name: string
  category: string
  unit: Readonly<{ one: string; many: string }>
  actual: number
  target: number
  /** Counted in sessions, or stated by the person in one go. */
  measure: 'counts' | 'stated'
}>

/** A checklist item: the part that it has of all items by the formula, and what it is worth, both 0 to 1. */
export type ChecklistFact = Readonly<{ id: string; text: string; share: number; worth: number }>

export type PrincipleFact = Readonly<{ id: string; name: string; needed: number }>

export type StoryFact = Readonly<{
  id: string
  title: string
  /** Whether it can be told: ready or rehearsed. A draft cannot. */
  isReady: boolean
  /** Ids of the principles that it serves. */
  principles: readonly string[]
  rehearsals: number
}>

/** A success indicator: 1 met, 0.5 close, 0 not met; null without a value. */
export type MetricFact = Readonly<{ id: string; text: string; worth: number | null }>

/** A rated mock interview: the interviewer's overall rating, 1 to 5, never the own one. */
export type MockFact = Readonly<{ type: MockType; overall: number }>

/** All that readiness rests on, each thing in one place. */
export type ReadinessFacts = Readonly<{
  plan: readonly PlanFact[]
  milestones: readonly MilestoneFact[]
  checklist: readonly ChecklistFact[]
  principles: readonly PrincipleFact[]
  stories: readonly StoryFact[]
  metrics: readonly MetricFact[]
  mockTypes: readonly MockType[]
  mocks: readonly MockFact[]
}>
