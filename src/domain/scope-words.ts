import type { BandPlace } from './scope.ts'

const quantities: Readonly<Record<string, string>> = {
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
const capitals: Readonly<Record<string, string>> = {
  vp: 'VP',
  svp: 'SVP',
  evp: 'EVP',
  'c-level': 'C-level',
}

/** What a quantity of the scope measures, in words; one of a playbook of one's own by its id. */
export function quantityName(quantity: string): string {
  return quantities[quantity] ?? atStart(quantity.replaceAll('-', ' '))
}

/** A rung inside a sentence: `peer manager`, `VP`. */
export function rungName(rung: number | string): string {
  return capitals[rung] ?? String(rung).replaceAll('-', ' ')
}

/** A rung that stands for itself: `Peer manager`, `VP`. */
export function rungLabel(rung: string): string {
  return atStart(rungName(rung))
}

/** Where something lies among the levels, in words: `fits L6`, `between L6 and L7`, `below L6`. */
export function placeWords({ place, levels, under, over }: BandPlace): string {
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

function atStart(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
