import type { Count } from '#contract/sessions.ts'
import type { PreviewRow, RowCounts, RowStatus } from '#contract/transfer.ts'
import type { SessionRow } from '../sessions/store.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

/** A session as it would be written. `date` and `time` are for showing. */
export type StagedSession = SessionRow &
  Readonly<{ counts: readonly Count[]; date: string; time: string }>

/** A row of a file and what an import would do with it. */
export type StagedRow = Readonly<{
  seq: number
  line: number
  status: RowStatus
  reason: string | null
  session: StagedSession | null
}>

/**
 * Makes the table in which the rows of a file wait. It is temporary: it belongs to the connection and not to the data,
 * takes no lock on it, and SQLite moves it to the disk when it grows, so that memory does not.
 */
export function makeStaging(db: WritableDb): void {
  db.run(`
    CREATE TEMP TABLE staged (
      seq INTEGER PRIMARY KEY, line INTEGER NOT NULL, status TEXT NOT NULL, reason TEXT,
      id TEXT, playbook TEXT, category TEXT, study_day TEXT, started_at TEXT, time_zone TEXT,
      duration_s INTEGER, note TEXT, counts TEXT, date TEXT, time TEXT
    )`)
  db.run('CREATE INDEX temp.staged_by_id ON staged (id) WHERE id IS NOT NULL')
  db.run('CREATE INDEX temp.staged_by_status ON staged (status)')
}

const noSession = {
  id: null,
  playbook: null,
  category: null,
  study_day: null,
  started_at: null,
  time_zone: null,
  duration_s: null,
  note: null,
  counts: null,
  date: null,
  time: null,
}

export function stageRow(db: WritableDb, { session, ...row }: StagedRow): void {
  db.run(
    `INSERT INTO staged (seq, line, status, reason, id, playbook, category, study_day, started_at,
       time_zone, duration_s, note, counts, date, time)
     VALUES (@seq, @line, @status, @reason, @id, @playbook, @category, @study_day, @started_at,
       @time_zone, @duration_s, @note, @counts, @date, @time)`,
    session === null
      ? { ...row, ...noSession }
      : { ...row, ...session, counts: JSON.stringify(session.counts) },
  )
}

/** The line of the row that has this id, if one came before. */
export function stagedLine(db: ReadableDb, id: string): number | undefined {
  return db.get<{ line: number }>('SELECT line FROM staged WHERE id = @id LIMIT 1', { id })?.line
}

/** How many rows there are of each status. */
export function stagedCounts(db: ReadableDb): RowCounts {
  const rows = db.all<{ status: RowStatus; n: number }>(
    'SELECT status, count(*) AS n FROM staged GROUP BY status',
  )
  const of = (status: RowStatus) => rows.find((row) => row.status === status)?.n ?? 0
  return {
    rows: rows.reduce((sum, { n }) => sum + n, 0),
    new: of('new'),
    changed: of('changed'),
    duplicate: of('duplicate'),
    skipped: of('skipped'),
    rejected: of('rejected'),
    open: of('open'),
  }
}

/** The length of all new sessions together, in seconds. */
export function stagedSeconds(db: ReadableDb): number {
  const sum = db.get<{ seconds: number | null }>(
    `SELECT sum(duration_s) AS seconds FROM staged WHERE status = 'new'`,
  )
  return sum?.seconds ?? 0
}

type StoredRow = Omit<StagedRow, 'session'> &
  Readonly<{
    [Name in keyof StagedSession]: (Name extends 'counts' ? string : StagedSession[Name]) | null
  }>

/** A stretch of the rows, in the order of the file. */
export function previewPage(
  db: ReadableDb,
  show: RowStatus | undefined,
  offset: number,
  limit: number,
): PreviewRow[] {
  return db
    .all<StoredRow>(
      `SELECT * FROM staged WHERE @show IS NULL OR status = @show
       ORDER BY seq LIMIT @limit OFFSET @offset`,
      { show: show ?? null, limit, offset },
    )
    .map((row) => ({
      status: row.status,
      place: `line ${row.line}`,
      reason: row.reason,
      session:
        row.id === null
          ? null
          : {
              date: row.date ?? '',
              time: (row.time ?? '').slice(0, 5),
              durationS: row.duration_s ?? 0,
              category: row.category ?? '',
              note: row.note ?? '',
            },
    }))
}

/** Whether a row that was new when it was staged is here by now. */
export function hasStagedTwice(db: ReadableDb): boolean {
  return (
    db.get(`SELECT 1 FROM staged JOIN session USING (id) WHERE staged.status = 'new' LIMIT 1`) !==
    undefined
  )
}

/** The sessions that an import writes, after `seq`, in the order of the file. */
export function stagedSessions(
  db: ReadableDb,
  statuses: readonly RowStatus[],
  after: number,
  limit: number,
): readonly Readonly<{ seq: number; status: RowStatus; session: StagedSession }>[] {
  type Row = Omit<StagedSession, 'counts'> & { seq: number; status: RowStatus; counts: string }
  return db
    .all<Row>(
      `SELECT seq, status, id, playbook, category, study_day, started_at, time_zone, duration_s, note,
         counts, date, time
       FROM staged
       WHERE seq > @after AND status IN (SELECT value FROM json_each(@statuses))
       ORDER BY seq LIMIT @limit`,
      { after, limit, statuses: JSON.stringify(statuses) },
    )
    .map(({ seq, status, counts, ...session }) => ({
      seq,
      status,
      // Written by `stageRow` alone.
      session: { ...session, counts: JSON.parse(counts) as Count[] },
    }))
}
