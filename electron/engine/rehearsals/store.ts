import type { RecordingType, RehearsedPart } from '#contract/rehearsals.ts'
import type { StoryFormat } from '#contract/story.ts'
import type { Instant, StudyDay } from '#contract/units.ts'
import { partOrder } from '#domain/story-fields.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

/** A rehearsal as stored, without its parts. */
export type RehearsalRow = Readonly<{
  id: string
  story_id: string
  format: StoryFormat
  started_at: Instant
  time_zone: string
  study_day: StudyDay
  rating: number | null
  note: string
  session_id: string | null
}>

/** A recording as stored. */
export type RecordingRow = Readonly<{
  id: string
  rehearsal_id: string
  media_type: RecordingType
  bytes: number
  created_at: Instant
  deleted_at: Instant | null
}>

/** A recording and what it is of. */
export type RecordingOfRow = RecordingRow &
  Readonly<{
    story_id: string
    title: string
    format: StoryFormat
    started_at: Instant
    /** When the recording went to the trash, or what it is of. */
    gone_at: Instant | null
  }>

// A session in the trash is none: its rehearsal can be logged again.
const columns = `rehearsal.id, rehearsal.story_id, format, rehearsal.started_at, rehearsal.time_zone, rehearsal.study_day,
  rating, rehearsal.note, session.id AS session_id`
const from = `rehearsal LEFT JOIN session ON session.id = session_id AND session.deleted_at IS NULL`

/** The rehearsals of a story, the latest first. */
export function rehearsalsOf(db: ReadableDb, story: string): RehearsalRow[] {
  return db.all<RehearsalRow>(
    `SELECT ${columns} FROM ${from} WHERE story_id = @story AND rehearsal.deleted_at IS NULL
     ORDER BY rehearsal.started_at DESC, rehearsal.id DESC`,
    { story },
  )
}

/** A rehearsal that is not in the trash, and whose story is not. */
export function findRehearsal(db: ReadableDb, id: string): RehearsalRow | undefined {
  return db.get<RehearsalRow>(
    `SELECT ${columns} FROM ${from}
     WHERE rehearsal.id = @id AND rehearsal.deleted_at IS NULL
       AND story_id IN (SELECT id FROM story WHERE deleted_at IS NULL)`,
    { id },
  )
}

/** Deleted rehearsals, the latest first, with the titles of their stories; those of deleted stories are left out. */
export function trashedRehearsals(
  db: ReadableDb,
): (RehearsalRow & Readonly<{ title: string; deleted_at: Instant }>)[] {
  return db.all(
    `SELECT ${columns}, rehearsal.deleted_at, coalesce(title.text, '') AS title
     FROM ${from}
     JOIN story ON story.id = rehearsal.story_id AND story.deleted_at IS NULL
     LEFT JOIN story_text AS title ON title.story_id = story.id AND title.field = 'title'
     WHERE rehearsal.deleted_at IS NOT NULL
     ORDER BY rehearsal.deleted_at DESC, rehearsal.id`,
  )
}

/** The parts of rehearsals by their ids, each in the order of the story. */
export function partsOf(db: ReadableDb, ids: readonly string[]): Map<string, RehearsedPart[]> {
  const rows = db.all<RehearsedPart & { rehearsal_id: string }>(
    `SELECT rehearsal_id, part, budget_ms AS budgetMs, actual_ms AS actualMs FROM rehearsal_part
     WHERE rehearsal_id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  )
  const found = Map.groupBy(rows, (row) => row.rehearsal_id)
  return new Map(
    ids.map((id) => [
      id,
      partOrder.map((part) => {
        const row = found.get(id)?.find((one) => one.part === part)
        return { part, budgetMs: row?.budgetMs ?? 0, actualMs: row?.actualMs ?? 0 }
      }),
    ]),
  )
}

export function addRehearsal(
  db: WritableDb,
  row: Omit<RehearsalRow, 'rating' | 'note' | 'session_id'>,
  parts: readonly RehearsedPart[],
  createdAt: string,
): void {
  db.run(
    `INSERT INTO rehearsal (id, story_id, format, started_at, time_zone, study_day, note, created_at, changed_at)
     VALUES (@id, @story_id, @format, @started_at, @time_zone, @study_day, '', @createdAt, @createdAt)`,
    { ...row, createdAt },
  )
  for (const { part, budgetMs, actualMs } of parts)
    db.run(
      `INSERT INTO rehearsal_part (rehearsal_id, part, budget_ms, actual_ms)
       VALUES (@id, @part, @budgetMs, @actualMs)`,
      { id: row.id, part, budgetMs, actualMs },
    )
}

export function rateRehearsal(
  db: WritableDb,
  { id, rating, note }: Pick<RehearsalRow, 'id' | 'rating' | 'note'>,
  changedAt: string,
): void {
  db.run(
    `UPDATE rehearsal SET rating = @rating, note = @note, changed_at = @changedAt
     WHERE id = @id AND (rating IS NOT @rating OR note IS NOT @note)`,
    { id, rating, note, changedAt },
  )
}

export function tieSession(db: WritableDb, id: string, session: string): void {
  db.run('UPDATE rehearsal SET session_id = @session WHERE id = @id', { id, session })
}

/** Every rehearsal that counts, of every story, the oldest first: day and rating alone. */
export function reviewsByStory(
  db: ReadableDb,
): Map<string, { day: StudyDay; rating: number | null }[]> {
  return Map.groupBy(
    db.all<{ story_id: string; day: StudyDay; rating: number | null }>(
      `SELECT story_id, study_day AS day, rating FROM rehearsal
       WHERE deleted_at IS NULL ORDER BY study_day, started_at, id`,
    ),
    (row) => row.story_id,
  )
}

const recordingColumns = 'id, rehearsal_id, media_type, bytes, created_at, deleted_at'

/** The recordings of rehearsals that are not in the trash themselves, by the rehearsal's id. */
export function recordingsOf(db: ReadableDb, ids: readonly string[]): Map<string, RecordingRow> {
  const rows = db.all<RecordingRow>(
    `SELECT ${recordingColumns} FROM recording
     WHERE deleted_at IS NULL AND rehearsal_id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  )
  return new Map(rows.map((row) => [row.rehearsal_id, row]))
}

export function findRecording(db: ReadableDb, id: string): RecordingRow | undefined {
  return db.get<RecordingRow>(
    `SELECT ${recordingColumns} FROM recording WHERE id = @id AND deleted_at IS NULL`,
    { id },
  )
}

/** The ids of all recordings, those in the trash too. */
export function recordingIds(db: ReadableDb): string[] {
  return db.all<{ id: string }>('SELECT id FROM recording').map(({ id }) => id)
}

/** Whether a rehearsal has a recording, in the trash or not. */
export function hasRecording(db: ReadableDb, rehearsal: string): boolean {
  return (
    db.get('SELECT 1 AS found FROM recording WHERE rehearsal_id = @rehearsal', { rehearsal }) !==
    undefined
  )
}

/** All recordings with what they are of, the latest first. */
export function allRecordings(db: ReadableDb): RecordingOfRow[] {
  return db.all<RecordingOfRow>(
    `SELECT recording.id, rehearsal_id, media_type, bytes, recording.created_at, recording.deleted_at,
       rehearsal.story_id, format, started_at, coalesce(title.text, '') AS title,
       coalesce(recording.deleted_at, rehearsal.deleted_at, story.deleted_at) AS gone_at
     FROM recording
     JOIN rehearsal ON rehearsal.id = rehearsal_id
     JOIN story ON story.id = rehearsal.story_id
     LEFT JOIN story_text AS title ON title.story_id = story.id AND title.field = 'title'
     ORDER BY recording.created_at DESC, recording.id DESC`,
  )
}

export function addRecording(db: WritableDb, row: Omit<RecordingRow, 'deleted_at'>): void {
  db.run(
    `INSERT INTO recording (id, rehearsal_id, media_type, bytes, created_at)
     VALUES (@id, @rehearsal_id, @media_type, @bytes, @created_at)`,
    row,
  )
}

/** Whether rehearsals may be recorded. */
export function isRecordingOn(db: ReadableDb): boolean {
  return db.get<{ is_on: number }>('SELECT is_on FROM recording_setting')?.is_on === 1
}

export function writeRecordingOn(db: WritableDb, isOn: boolean): void {
  db.run(
    `INSERT INTO recording_setting (id, is_on) VALUES (1, @isOn)
     ON CONFLICT (id) DO UPDATE SET is_on = excluded.is_on`,
    { isOn: isOn ? 1 : 0 },
  )
}
