import type { Noun } from '#contract/call.ts'
import type { ReadableDb, WritableDb } from './store/database.ts'

/**
 * Counts a change of nouns, in the transaction that makes it. Whoever writes outside a `write` call (a job with its
 * own connection) does this too, or other processes do not read again what it changed.
 */
export function countChange(db: WritableDb, nouns: readonly Noun[]): void {
  for (const noun of nouns)
    db.run(
      `INSERT INTO noun_version (noun, version) VALUES (@noun, 1)
       ON CONFLICT (noun) DO UPDATE SET version = version + 1`,
      { noun },
    )
}

/** How often each noun was changed; nouns that never were are left out. */
export function nounVersions(db: ReadableDb): ReadonlyMap<Noun, number> {
  const rows = db.all<{ noun: Noun; version: number }>('SELECT noun, version FROM noun_version')
  return new Map(rows.map(({ noun, version }) => [noun, version]))
}
