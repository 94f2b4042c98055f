import type { MockType } from '#contract/mocks.ts'

/** Words of a plan category's slug that fit a type of interview, the best first. */
const fitting: Readonly<Record<MockType, readonly string[]>> = {
  behavioural: ['stories', 'org-leadership'],
  'system-design': ['system-design', 'architecture'],
  coding: ['coding', 'credibility'],
  'bar-raiser': ['stories', 'org-leadership'],
  'hiring-manager': ['stories', 'org-leadership'],
  'full-loop': ['stories', 'strategic-thinking'],
  strategy: ['strategic-thinking', 'stories'],
  executive: ['strategic-thinking', 'org-leadership'],
}

/** The category of the plan that a mock interview of this type is logged in unless another is chosen. */
export function usualCategory(type: MockType, slugs: readonly string[]): string {
  return fitting[type].find((slug) => slugs.includes(slug)) ?? slugs[0] ?? ''
}

/** How long an interview of this type takes, as a person would type it. */
export function usualDuration(type: MockType): string {
  return type === 'full-loop' ? '5h' : '1h'
}
