import type { Instant } from '#contract/units.ts'
import type { SessionRow } from '../sessions/store.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

/** Deleted sessions, the latest first. */
export function listTrash(
  db: ReadableDb,
  offset: number,
  limit: number,
): (SessionRow & Readonly<{ deleted_at: Instant }>)[] {
  return db.all(
    `SELECT id, playbook, category, study_day, started_at, time_zone, duration_s, note, deleted_at
     FROM session WHERE deleted_at IS NOT NULL
     ORDER BY deleted_at DESC, id LIMIT @limit OFFSET @offset`,
    { offset, limit },
  )
}

export function countTrash(db: ReadableDb): number {
  return (
    db.get<{ n: number }>('SELECT count(*) AS n FROM session WHERE deleted_at IS NOT NULL')?.n ?? 0
  )
}

/** Puts deleted sessions back. Returns how many were in the trash. */
export function restoreRows(db: WritableDb, ids: readonly string[]): number {
  return ids.reduce(
    (restored, id) =>
      restored +
      db.run('UPDATE session SET deleted_at = NULL WHERE id = @id AND deleted_at IS NOT NULL', {
        id,
      }),
    0,
  )
}

/** Deletes for good what was deleted before an instant; without one, everything in the trash. */
export function deleteTrash(db: WritableDb, before: string | null = null): number {
  return db.run(
    'DELETE FROM session WHERE deleted_at IS NOT NULL AND (@before IS NULL OR deleted_at < @before)',
    { before },
  )
}
