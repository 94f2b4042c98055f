import type { StoryFormat, StoryPart } from '#contract/story.ts'
import { partOrder } from '../story-fields.ts'

/** How long a story takes in each format, in seconds. */
export const formatSeconds: Readonly<Record<StoryFormat, number>> = {
  '30s': 30,
  '60s': 60,
  '2min': 120,
  '3min': 180,
  '5min': 300,
}

/** The part of the time that each part of STAR++ gets by default, in percent: DOMAIN.md, "Stories". */
export const defaultShares: Readonly<Record<StoryPart, number>> = {
  situation: 15,
  task: 10,
  action: 50,
  result: 15,
  reflection: 5,
  growth: 5,
}

/**
 * What each part is allowed, in milliseconds: seconds x 1000 x share / sum of the shares. Rounded along the way from
 * the beginning, so that the parts add up to the format exactly whatever the shares are. Shares are 0 or more and not
 * all 0.
 */
export function partBudgets(
  seconds: number,
  shares: Readonly<Record<StoryPart, number>> = defaultShares,
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
