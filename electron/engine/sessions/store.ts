import type { Count, Session } from '#contract/sessions.ts'
import type { Instant, Seconds, StudyDay } from '#contract/units.ts'
import { wallClockOfInstant } from '../local-time.ts'
import type { PlanCategoryOf } from '../profile/plan-category.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import type { Conditions } from './conditions.ts'

/** A session as stored. */
export type SessionRow = Readonly<{
  id: string
  playbook: string
  category: string
  study_day: StudyDay
  started_at: Instant
  time_zone: string
  duration_s: Seconds
  note: string
}>

const columns = 'id, playbook, category, study_day, started_at, time_zone, duration_s, note'

/** A session that is not in the trash. */
export function findRow(db: ReadableDb, id: string): SessionRow | undefined {
  return db.get<SessionRow>(
    `SELECT ${columns} FROM session WHERE id = @id AND deleted_at IS NULL`,
    { id },
  )
}

/** Sessions whose id ends as given, three at most: enough to tell that it is not one. */
export function rowsEnding(db: ReadableDb, ending: string, isTrashed: boolean): SessionRow[] {
  return db.all<SessionRow>(
    `SELECT ${columns} FROM session
     WHERE substr(id, -length(@ending)) = @ending
       AND (deleted_at IS NOT NULL) = @isTrashed
     ORDER BY id LIMIT 3`,
    { ending, isTrashed: isTrashed ? 1 : 0 },
  )
}

/** A stretch of the list: by study day, then start, then id, newest first. */
export function listRows(
  db: ReadableDb,
  conditions: Conditions,
  offset: number,
  limit: number,
): SessionRow[] {
  // The ids come from the index alone, so that skipping a long way reads no session.
  return db.all<SessionRow>(
    `SELECT ${columns} FROM session WHERE id IN (
       SELECT id FROM session WHERE ${conditions.sql}
       ORDER BY study_day DESC, started_at DESC, id DESC LIMIT @limit OFFSET @offset)
     ORDER BY study_day DESC, started_at DESC, id DESC`,
    { ...conditions.params, offset, limit },
  )
}

/** Sessions of which some second lies in [startedAt, startedAt + durationS), oldest first; `except` is left out. */
export function overlappingRows(
  db: ReadableDb,
  row: Pick<SessionRow, 'started_at' | 'duration_s'>,
  except: string | null,
): SessionRow[] {
  return db.all<SessionRow>(
    // A session lasts a day at most, so nothing that began earlier can reach in: the index bounds the search.
    `SELECT ${columns} FROM session
     WHERE deleted_at IS NULL
       AND started_at > strftime('%Y-%m-%dT%H:%M:%SZ', @start, '-1 day')
       AND started_at < strftime('%Y-%m-%dT%H:%M:%SZ', @start, @duration || ' seconds')
       AND unixepoch(started_at) + duration_s > unixepoch(@start)
       AND id IS NOT @except
     ORDER BY started_at, id`,
    { start: row.started_at, duration: row.duration_s, except },
  )
}

export function writeRow(
  db: WritableDb,
  row: SessionRow,
  counts: readonly Count[],
  changedAt: string,
): void {
  db.run(
    `INSERT INTO session (${columns}, created_at, changed_at)
     VALUES (@id, @playbook, @category, @study_day, @started_at, @time_zone, @duration_s, @note, @changedAt, @changedAt)
     ON CONFLICT (id) DO UPDATE SET
       playbook = excluded.playbook, category = excluded.category, study_day = excluded.study_day,
       started_at = excluded.started_at, time_zone = excluded.time_zone,
       duration_s = excluded.duration_s, note = excluded.note, changed_at = excluded.changed_at`,
    { ...row, changedAt },
  )
  db.run('DELETE FROM session_count WHERE session_id = @id', { id: row.id })
  addCounts(db, row.id, counts)
}

/** Writes a row whose id is not here: for many rows at once, where looking for what to replace costs. */
export function addRow(
  db: WritableDb,
  row: SessionRow,
  counts: readonly Count[],
  createdAt: string,
): void {
  db.run(
    `INSERT INTO session (${columns}, created_at, changed_at)
     VALUES (@id, @playbook, @category, @study_day, @started_at, @time_zone, @duration_s, @note, @createdAt, @createdAt)`,
    { ...row, createdAt },
  )
  addCounts(db, row.id, counts)
}

function addCounts(db: WritableDb, id: string, counts: readonly Count[]): void {
  for (const { kind, n } of counts)
    db.run('INSERT INTO session_count (session_id, kind, n) VALUES (@id, @kind, @n)', {
      id,
      kind,
      n,
    })
}

/** The sessions of these ids that are not in the trash, in no order; each once. */
export function findRows(db: ReadableDb, ids: readonly string[]): SessionRow[] {
  return db.all<SessionRow>(
    `SELECT ${columns} FROM session
     WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  )
}

/** Writes category and start of sessions that are there, all in one statement; the rest of them stays. */
export function placeRows(
  db: WritableDb,
  rows: readonly Pick<SessionRow, 'id' | 'playbook' | 'category' | 'study_day' | 'started_at'>[],
  changedAt: string,
): void {
  const placed = rows.map(({ id, playbook, category, study_day, started_at }) => [
    id,
    playbook,
    category,
    study_day,
    started_at,
  ])
  db.run(
    `UPDATE session SET
       playbook = placed.value ->> 1, category = placed.value ->> 2, study_day = placed.value ->> 3,
       started_at = placed.value ->> 4, changed_at = @changedAt
     FROM json_each(@placed) AS placed WHERE session.id = placed.value ->> 0`,
    { placed: JSON.stringify(placed), changedAt },
  )
}

/** Stored rows as the contract's sessions, with their counts and their place in the current plan. */
export function sessionsOf(
  db: ReadableDb,
  rows: readonly SessionRow[],
  planCategoryOf: PlanCategoryOf,
): Session[] {
  const counts = countsOf(db, rows)
  return rows.map((row) => ({
    id: row.id,
    playbook: row.playbook,
    category: row.category,
    planCategory: planCategoryOf(row.playbook, row.category),
    studyDay: row.study_day,
    startedAt: row.started_at,
    timeZone: row.time_zone,
    ...wallClockOfInstant(row.started_at, row.time_zone),
    durationS: row.duration_s,
    counts: counts.get(row.id) ?? [],
    note: row.note,
  }))
}

/** What was counted in each session, by its id; sessions without counts are missing. */
export function countsOf(db: ReadableDb, rows: readonly SessionRow[]): Map<string, Count[]> {
  const found = db.all<{ session_id: string } & Count>(
    `SELECT session_id, kind, n FROM session_count
     WHERE session_id IN (SELECT value FROM json_each(@ids)) ORDER BY session_id, kind`,
    { ids: JSON.stringify(rows.map((row) => row.id)) },
  )
  const counts = new Map<string, Count[]>()
  for (const { session_id, kind, n } of found) {
    const list = counts.get(session_id)
    if (list) list.push({ kind, n })
    else counts.set(session_id, [{ kind, n }])
  }
  return counts
}
