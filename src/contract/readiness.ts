import { z } from 'zod'
import { defineCall } from './call.ts'
import { mockType } from './mocks.ts'
import { playbookId } from './playbooks.ts'
import { readinessWeights } from './readiness-weights.ts'
import { recordId, slug } from './units.ts'

/** Something to do, as far as it takes to begin it. */
export const readinessAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('study'), category: slug, hours: z.number() }),
  z.strictObject({ kind: z.literal('count'), milestone: slug, category: slug, n: z.int() }),
  z.strictObject({ kind: z.literal('state'), milestone: slug }),
  z.strictObject({ kind: z.literal('checklist-item'), item: slug }),
  z.strictObject({ kind: z.literal('write-story'), principles: z.array(slug) }),
  z.strictObject({ kind: z.literal('finish-story'), story: recordId }),
  z.strictObject({ kind: z.literal('rehearse'), story: recordId }),
  z.strictObject({ kind: z.literal('metric'), indicator: slug }),
  z.strictObject({ kind: z.literal('mock'), type: mockType }),
])
export type ReadinessAction = z.infer<typeof readinessAction>

export const readinessPartId = z.enum(
  Object.keys(readinessWeights.shape) as (keyof typeof readinessWeights.shape)[],
)

const partFields = {
  id: readinessPartId,
  name: z.string(),
  /** The most that it gives. */
  weight: z.number(),
  points: z.number(),
  /** False: nothing is recorded for it, so it gives 0 points; that is not the same as having failed. */
  hasData: z.boolean(),
}

/** The part of readiness that the public status object carries. */
export const readinessSummary = z.strictObject({
  score: z.number(),
  /** What the score is and is not. */
  meaning: z.string(),
  parts: z.array(z.strictObject(partFields)),
})
export type ReadinessSummary = z.infer<typeof readinessSummary>

const gain = z.strictObject({
  part: readinessPartId,
  action: readinessAction,
  text: z.string(),
  points: z.number(),
})
export type GainView = z.infer<typeof gain>

const readinessPart = z.strictObject({
  ...partFields,
  /** The dashboard that it belongs to. */
  dashboard: z.enum(['preparation', 'career']),
  rule: z.string(),
  noData: z.string(),
  /** What it is made of: points of at most so many. */
  lines: z.array(
    z.strictObject({ label: z.string(), value: z.string(), points: z.number(), of: z.number() }),
  ),
  /** What would add most here, the most first. */
  gains: z.array(gain),
})
export type ReadinessPartView = z.infer<typeof readinessPart>

const readinessView = z.strictObject({
  level: playbookId,
  name: z.string(),
  score: z.number(),
  meaning: z.string(),
  parts: z.array(readinessPart),
  /** What would add most of all, the most first. */
  gains: z.array(gain),
  /** The most that one session, story or result may move the score. */
  mostAtOnce: z.number(),
})
export type ReadinessView = z.infer<typeof readinessView>

export const nextStep = z.strictObject({
  action: readinessAction,
  text: z.string(),
  /** Why it stands here, with its arithmetic. */
  reason: z.string(),
  /** Points that it would add to readiness. */
  points: z.number(),
  /** What it takes, in hours; an assumption of the app's. */
  hours: z.number(),
})
export type NextStep = z.infer<typeof nextStep>

export const readinessCalls = {
  /**
   * Readiness for the target level, or for another with the same data: every point with what it is made of, and what
   * would add most. Fails with `no-profile`, `not-found` for a level that there is not.
   */
  'readiness.get': defineCall({
    kind: 'read',
    input: z.strictObject({ level: playbookId.optional() }),
    output: readinessView,
  }),
  /** What to do next: a short list, the best use of the next hour first. */
  'next.list': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.strictObject({ daysLeft: z.int().nullable(), steps: z.array(nextStep) }),
  }),
}
