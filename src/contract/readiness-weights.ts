import { z } from 'zod'

const points = z.number().min(0).max(100)

/** How many points each part of readiness gives at most. */
export const readinessWeights = z
  .strictObject({
    planProgress: points,
    allocation: points,
    milestones: points,
    checklist: points,
    storyCoverage: points,
    rehearsal: points,
    metrics: points,
    mocks: points,
  })
  .refine(
    (weights) =>
      Math.abs(Object.values(weights).reduce((sum, value) => sum + value, 0) - 100) < 1e-9,
    'the points of the parts must add up to 100',
  )
  .refine(({ planProgress, allocation }) => planProgress + allocation <= 40, {
    message: 'hours alone must not give more than 40 points: planProgress and allocation together',
    path: ['planProgress'],
  })
export type ReadinessWeights = z.infer<typeof readinessWeights>

export const readinessRule = z.strictObject({
  weights: readinessWeights,
  /** How many rehearsed stories fill the part `rehearsal`. */
  rehearsedStories: z.int().min(1).max(50),
})
export type ReadinessRule = z.infer<typeof readinessRule>

/** What holds for a playbook that says nothing about readiness. */
export const defaultReadiness: ReadinessRule = {
  weights: {
    planProgress: 15,
    allocation: 5,
    milestones: 10,
    checklist: 20,
    storyCoverage: 15,
    rehearsal: 10,
    metrics: 10,
    mocks: 15,
  },
  rehearsedStories: 10,
}
