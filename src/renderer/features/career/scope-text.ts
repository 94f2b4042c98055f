import type { ScopePlace } from '#contract/scope.ts'
import type { Tone } from '../../ui/badge.tsx'

const QUANTITIES: Readonly<Record<string, string>> = {
  'engineers-in-scope': 'Engineers in your scope',
  'teams-in-scope': 'Teams in your scope',
  'organizations-in-scope': 'Organizations in your scope',
  'project-months': 'Length of your projects',
  'budget-usd': 'Budget you decide on',
  'direct-reports': 'People who report to you',
  'engineers-affected': 'Engineers whom your change reached',
  'teams-served': 'Teams that use your platform',
  'users-served': 'Users whom your system serves',
  'users-or-requests': 'Users or requests of your system',
  'impact-usd': 'Worth of your largest project',
  'expert-areas': 'Fields in which you are the expert',
  'growth-factor': 'Growth that you planned for',
}
const RUNGS: Readonly<Record<string, string>> = {
  vp: 'Vice president',
  svp: 'Senior vice president',
  'c-level': 'C-suite',
}

/** The name of something in data for people: `peer-manager` becomes “Peer manager”. */
function named(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** What a quantity measures, in words. */
export function quantityName(quantity: string): string {
  return QUANTITIES[quantity] ?? named(quantity)
}

/** A rung in words. */
export function rungName(rung: string): string {
  return RUNGS[rung] ?? named(rung)
}

/** Where something lies among the levels, in words: `fits L6`, `between L6 and L7`, `below L6`. */
export function placeWords({ place, levels, under, over }: ScopePlace): string {
  switch (place) {
    case 'inside':
      return `fits ${levels.join(' and ')}`
    case 'between':
      return `between ${under ?? ''} and ${over ?? ''}`
    case 'below':
      return `below ${over ?? 'all levels'}`
    case 'above':
      return `above ${under ?? 'all levels'}`
  }
}

/** The tone of a place, seen from the target level. Its badge says the place in words. */
export function placeTone({ place, levels }: ScopePlace, target: string): Tone {
  if (place === 'inside') return levels.includes(target) ? 'positive' : 'accent'
  return 'caution'
}
