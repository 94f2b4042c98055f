import type { WritableDb } from '../store/database.ts'

/** The tables whose rows can lie in the trash. */
export type TrashedTable =
  | 'session'
  | 'recording'
  | 'rehearsal'
  | 'story'
  | 'evidence'
  | 'mock'
  | 'own_question'
  | 'checklist_own_item'

/** Moves rows to the trash. Returns how many were not there already. */
export function moveToTrash(
  db: WritableDb,
  table: TrashedTable,
  ids: readonly string[],
  deletedAt: string,
): number {
  return db.run(
    `UPDATE ${table} SET deleted_at = @deletedAt
     WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids), deletedAt },
  )
}

/** Takes rows out of the trash. Returns how many were in it. */
export function takeOutOfTrash(
  db: WritableDb,
  table: TrashedTable,
  ids: readonly string[],
): number {
  return db.run(
    `UPDATE ${table} SET deleted_at = NULL
     WHERE deleted_at IS NOT NULL AND id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  )
}
