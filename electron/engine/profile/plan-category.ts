import type { Playbook } from '#contract/playbooks.ts'
import type { ReadContext } from '../handlers.ts'
import { findProfile, mappingsTo } from './store.ts'

/** Where a session counts in the current level's plan: its own category, the mapped one, or null. */
export type PlanCategoryOf = (playbook: string, category: string) => string | null

/**
 * Where sessions count in the plan of a level, the profile's without one: read once, for use on many sessions. At a
 * level that was never switched to, they count where its playbook suggests.
 */
export function planCategories(
  { db, library }: Pick<ReadContext, 'db' | 'library'>,
  playbook?: Playbook,
): PlanCategoryOf {
  const own = findProfile(db)?.level
  const level = playbook?.id ?? own
  if (level === undefined) return () => null
  const suggested = (playbook?.id === own ? undefined : playbook)?.mappings ?? []
  const mapped = new Map([
    ...suggested.map(({ from, category, to }) => [`${from}/${category}`, to[0] ?? null] as const),
    ...mappingsTo(db, level).map((row) => [`${row.fromPlaybook}/${row.from}`, row.to] as const),
  ])
  return (from, category) => {
    const place = from === level ? category : mapped.get(`${from}/${category}`)
    // A category that the playbook no longer has is unmapped, not an error.
    return place && library.categoryOf(level, place) ? place : null
  }
}
