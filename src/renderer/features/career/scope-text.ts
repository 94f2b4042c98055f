import type { ScopePlace } from '#contract/scope.ts'
import type { Tone } from '../../ui/badge.tsx'

/** The tone of a place, seen from the target level. Its badge says the place in words. */
export function placeTone({ place, levels }: ScopePlace, target: string): Tone {
  if (place === 'inside') return levels.includes(target) ? 'positive' : 'accent'
  return 'caution'
}
