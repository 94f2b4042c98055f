import type { ReadContext } from '../handlers.ts'
import { findProfile, mappingsTo } from './store.ts'

/** Where a session counts in the current level's plan: its own category, the mapped one, or null. */
export type PlanCategoryOf = (playbook: string, category: string) => string | null

/** Reads the mapping of the current level once, for use on many sessions. */
export function planCategories({
  db,
  library,
}: Pick<ReadContext, 'db' | 'library'>): PlanCategoryOf {
  const level = findProfile(db)?.level
  if (level === undefined) return () => null
  const mapped = new Map(
    mappingsTo(db, level).map((row) => [`${row.fromPlaybook}/${row.from}`, row.to]),
  )
  return (playbook, category) => {
    const place = playbook === level ? category : mapped.get(`${playbook}/${category}`)
    // A category that the playbook no longer has is unmapped, not an error.
    return place && library.categoryOf(level, place) ? place : null
  }
}
