import type { DemoSlot } from './demo-calendar.ts'
import type { DemoCategory } from './demo-material.ts'
import type { Random } from './seeded-random.ts'

/** What engineers gladly do first, and what they put off, by the slugs of the built-in playbooks. */
const FAVOURITES = ['coding', 'architecture']
const PUT_OFF = ['stories', 'org-leadership']

/** How much more or less than its share a category gets: in the first week and in the last. */
const FAVOURITE_FACTOR = [1.95, 0.75] as const
const PUT_OFF_FACTOR = [0.2, 1.25] as const

/** Minutes by which chance may put one category before another that is due sooner. */
const CHANCE_MINUTES = 70

/**
 * The category of each slot, by slug. Each category is due its planned share times a factor that drifts over the
 * weeks; the one that is furthest behind gets the slot, give or take some chance.
 */
export function demoMix(
  slots: readonly DemoSlot[],
  categories: readonly DemoCategory[],
  random: Random,
): readonly string[] {
  const planned = categories.filter(({ share }) => share > 0)
  const favourite = planned.find(({ slug }) => FAVOURITES.includes(slug)) ?? planned[1]
  const putOff = planned.find(({ slug }) => PUT_OFF.includes(slug)) ?? planned[2]
  const lastWeek = Math.max(...slots.map(({ week }) => week), 1)
  const owed = planned.map(() => 0)

  return slots.map(({ week, minutes }) => {
    const progress = week / lastWeek
    const weights = planned.map((category) => {
      if (category === favourite) return category.share * between(FAVOURITE_FACTOR, progress)
      if (category === putOff) return category.share * between(PUT_OFF_FACTOR, progress)
      return category.share
    })
    const allWeights = weights.reduce((sum, weight) => sum + weight, 0)
    weights.forEach((weight, index) => {
      owed[index] = (owed[index] ?? 0) + (minutes * weight) / allWeights
    })
    const ranks = owed.map((value) => value + CHANCE_MINUTES * random())
    const chosen = ranks.indexOf(Math.max(...ranks))
    owed[chosen] = (owed[chosen] ?? 0) - minutes
    return planned[chosen]?.slug ?? ''
  })
}

function between([first, last]: readonly [number, number], progress: number): number {
  return first + (last - first) * progress
}
