/** Where the time of a rehearsal may count, the first that a plan has: L6 names the stories, L7 does not. */
const preferred = ['stories', 'org-leadership', 'strategic-thinking'] as const

/**
 * The category of a plan that rehearsals are logged in unless the person chooses another: the one for stories, else
 * where the level switch maps stories to (DOMAIN.md, "Level switch"), else the plan's first. Null for a plan without
 * categories.
 */
export function rehearsalCategory(slugs: readonly string[]): string | null {
  return preferred.find((slug) => slugs.includes(slug)) ?? slugs[0] ?? null
}
