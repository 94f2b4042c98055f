import type { StoryPart } from '#contract/story.ts'
import { partOrder } from '../story-fields.ts'

/**
 * What each part is allowed, in milliseconds: seconds x 1000 x share / sum of the shares. Rounded along the way from
 * the beginning, so that the parts add up to the format exactly whatever the shares are. Shares are 0 or more and not
 * all 0.
 */
export function partBudgets(
  seconds: number,
  shares: Readonly<Record<StoryPart, number>>,
): Readonly<Record<StoryPart, number>> {
  const whole = partOrder.reduce((sum, part) => sum + shares[part], 0)
  let passed = 0
  const budgets = partOrder.map((part) => {
    const from = Math.round((seconds * 1000 * passed) / whole)
    passed += shares[part]
    return [part, Math.round((seconds * 1000 * passed) / whole) - from] as const
  })
  // One entry for each part of the order, which holds them all.
  return Object.fromEntries(budgets) as Record<StoryPart, number>
}
