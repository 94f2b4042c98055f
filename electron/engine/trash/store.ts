import type { Evidence } from '#contract/evidence.ts'
import type { StorySummary } from '#contract/story.ts'
import type { Instant } from '#contract/units.ts'
import { forgetRemovedItems } from '../checklist/store.ts'
import { readEvidence } from '../evidence/store.ts'
import type { SessionRow } from '../sessions/store.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { summaries } from '../stories/list.ts'
import { takeOutOfTrash, type TrashedTable } from './move.ts'

/** A table whose rows can lie in the trash. */
type Trashed = Readonly<{
  table: TrashedTable
  /** True where a call of its own puts its rows back. */
  isPutBackElsewhere?: boolean
  /** Puts back what comes back with a row. */
  putBackWith?: (db: WritableDb, id: string) => void
  /** Deletes what no foreign key lets go with the rows that were deleted before an instant, or with all of them. */
  deleteWith?: (db: WritableDb, before: string | null) => void
}>

/** The one list; tables that hang on others stand before those. */
const trashed: readonly Trashed[] = [
  { table: 'checklist_own_item', deleteWith: forgetRemovedItems },
  { table: 'session' },
  { table: 'recording', isPutBackElsewhere: true },
  { table: 'rehearsal' },
  { table: 'story', putBackWith: putBackFigures },
  { table: 'evidence' },
  { table: 'mock' },
  { table: 'own_question' },
]

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
  let restored = 0
  // What others hang on first, so that a figure counts as one of the ids and not as what came with its story.
  const kinds = trashed.filter((each) => !each.isPutBackElsewhere).toReversed()
  for (const { table, putBackWith } of kinds)
    for (const id of ids) {
      const changes = takeOutOfTrash(db, table, [id])
      if (changes > 0) putBackWith?.(db, id)
      restored += changes
    }
  return restored
}

function putBackFigures(db: WritableDb, story: string): void {
  db.run(
    `UPDATE evidence SET deleted_at = NULL
     WHERE deleted_at IS NOT NULL
       AND id IN (SELECT evidence_id FROM story_result WHERE story_id = @story)`,
    { story },
  )
}

/** Deletes for good what was deleted before an instant; without one, everything in the trash. */
export function deleteTrash(db: WritableDb, before: string | null = null): number {
  let deleted = 0
  for (const { table, deleteWith } of trashed) {
    deleteWith?.(db, before)
    deleted += db.run(
      `DELETE FROM ${table} WHERE deleted_at IS NOT NULL AND (@before IS NULL OR deleted_at < @before)`,
      { before },
    )
  }
  return deleted
}
