import type { ReadinessAction } from '#contract/readiness.ts'
import type { ReadinessRule } from '#contract/readiness-weights.ts'
import { withoutNoise } from '../units.ts'
import { possibleActions } from './actions.ts'
import type { ReadinessFacts } from './facts.ts'
import type { PartId } from './parts.ts'
import { readinessOf } from './score.ts'

/** What one action would add to the score. */
export type Gain = Readonly<{ part: PartId; action: ReadinessAction; text: string; points: number }>

/**
 * What would add to the score, the most first: the facts are scored once more with each action done, and with nothing
 * else changed. So an action that serves two parts shows what it gives in both.
 */
export function gainsOf(facts: ReadinessFacts, rule: ReadinessRule): readonly Gain[] {
  const { score } = readinessOf(facts, rule)
  return possibleActions(facts, rule)
    .map(({ part, action, text, after }) => ({
      part,
      action,
      text,
      points: withoutNoise(readinessOf(after, rule).score - score),
    }))
    .filter(({ points }) => points > 1e-9)
    .toSorted((a, b) => b.points - a.points)
}
