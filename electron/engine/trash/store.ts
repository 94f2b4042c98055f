import type { Evidence } from '#contract/evidence.ts'
import type { StorySummary } from '#contract/story.ts'
import type { Instant } from '#contract/units.ts'
import { deleteRemovedItems } from '../checklist/store.ts'
import { readEvidence } from '../evidence/store.ts'
import type { SessionRow } from '../sessions/store.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { summaries } from '../stories/list.ts'

/** The tables whose rows can lie in the trash, those that hang on others first. */
const trashedTables = [
  'session',
  'recording',
  'rehearsal',
  'story',
  'evidence',
  'mock',
  'own_question',
] as const
type TrashedTable = (typeof trashedTables)[number]

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

/** Deleted stories, the latest first, with when that was. */
export function listTrashedStories(db: ReadableDb): { story: StorySummary; deletedAt: Instant }[] {
  const deletedAt = new Map(
    db
      .all<{ id: string; at: Instant }>(
        'SELECT id, deleted_at AS at FROM story WHERE deleted_at IS NOT NULL',
      )
      .map(({ id, at }) => [id, at]),
  )
  return summaries(db, 'deleted_at IS NOT NULL')
    .flatMap((story) => {
      const at = deletedAt.get(story.id)
      return at === undefined ? [] : [{ story, deletedAt: at }]
    })
    .toSorted((a, b) => (a.deletedAt > b.deletedAt ? -1 : Number(a.deletedAt < b.deletedAt)))
}

/** Deleted figures of the ledger, the latest first, with when that was. */
export function listTrashedEvidence(db: ReadableDb): { evidence: Evidence; deletedAt: Instant }[] {
  const ids = db.all<{ id: string }>(
    'SELECT id FROM evidence WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id',
  )
  const found = readEvidence(
    db,
    ids.map(({ id }) => id),
  )
  return ids.flatMap(({ id }) => {
    const row = found.find((entry) => entry.id === id)
    if (!row || row.deletedAt === null) return []
    const { deletedAt, ...evidence } = row
    return [{ evidence, deletedAt }]
  })
}

/** Puts what was deleted back, a story with its figures. Returns how many of the ids were in the trash. */
export function restoreRows(db: WritableDb, ids: readonly string[]): number {
  const restored = (table: TrashedTable | 'checklist_own_item', id: string) =>
    db.run(`UPDATE ${table} SET deleted_at = NULL WHERE id = @id AND deleted_at IS NOT NULL`, {
      id,
    })
  return ids.reduce((sum, id) => {
    const story = restored('story', id)
    if (story > 0)
      db.run(
        `UPDATE evidence SET deleted_at = NULL
         WHERE deleted_at IS NOT NULL
           AND id IN (SELECT evidence_id FROM story_result WHERE story_id = @id)`,
        { id },
      )
    return (
      sum +
      story +
      restored('session', id) +
      restored('evidence', id) +
      restored('rehearsal', id) +
      restored('mock', id) +
      restored('own_question', id) +
      restored('checklist_own_item', id)
    )
  }, 0)
}

/** Deletes for good what was deleted before an instant; without one, everything in the trash. */
export function deleteTrash(db: WritableDb, before: string | null = null): number {
  const items = deleteRemovedItems(db, before)
  return trashedTables.reduce(
    (deleted, table) =>
      deleted +
      db.run(
        `DELETE FROM ${table} WHERE deleted_at IS NOT NULL AND (@before IS NULL OR deleted_at < @before)`,
        { before },
      ),
    items,
  )
}
