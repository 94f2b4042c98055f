import { closeSync, openSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import type { PreviewRow, RowStatus } from '#contract/transfer.ts'
import { readable, writable } from '../store/database.ts'

/*
 * The rows of a preview, in a file beside the file that they are from: another page of them is read from there, and
 * the file itself not again. On disk and not in memory, since there may be half a million; under no lock and no log,
 * since it is worth nothing once the import is over.
 */

const columns = 'seq, status, place, reason, date, time, duration_s, category, note'

/** Makes the file and opens it as `kept` beside the data of a connection. Only this user may read it. */
function attach(connection: Database, file: string): void {
  closeSync(openSync(file, 'wx', 0o600))
  connection.prepare('ATTACH @file AS kept').run({ file })
  connection.pragma('kept.journal_mode = OFF')
  connection.pragma('kept.synchronous = OFF')
  connection.exec(`
    CREATE TABLE kept.preview_row (
      seq INTEGER PRIMARY KEY, status TEXT NOT NULL, place TEXT NOT NULL, reason TEXT,
      date TEXT, time TEXT, duration_s INTEGER, category TEXT, note TEXT
    )`)
}

function finish(connection: Database): void {
  connection.exec('CREATE INDEX kept.preview_row_by_status ON preview_row (status, seq)')
  connection.exec('DETACH kept')
}

/** Keeps the rows of the staging table of this connection. */
export function keepStaged(connection: Database, file: string): void {
  attach(connection, file)
  writable(connection).run(
    `INSERT INTO kept.preview_row (${columns})
     SELECT seq, status, 'line ' || line, reason, date, substr(time, 1, 5), duration_s, category, note
     FROM staged`,
  )
  finish(connection)
}

/** Keeps rows, each worded only when it is written. */
export function keepRows<Row>(
  connection: Database,
  file: string,
  rows: readonly Row[],
  rowOf: (row: Row) => PreviewRow,
): void {
  attach(connection, file)
  const db = writable(connection)
  db.run('BEGIN')
  let seq = 0
  for (const row of rows) {
    const { status, place, reason, session } = rowOf(row)
    db.run(
      `INSERT INTO kept.preview_row (${columns})
       VALUES (@seq, @status, @place, @reason, @date, @time, @duration_s, @category, @note)`,
      {
        seq: (seq += 1),
        status,
        place,
        reason,
        date: session?.date ?? null,
        time: session?.time ?? null,
        duration_s: session?.durationS ?? null,
        category: session?.category ?? null,
        note: session?.note ?? null,
      },
    )
  }
  db.run('COMMIT')
  finish(connection)
}

/** A stretch of the kept rows, in the order of the file. */
export function keptPage(
  file: string,
  show: RowStatus | undefined,
  offset: number,
  limit: number,
): PreviewRow[] {
  type Row = Pick<PreviewRow, 'status' | 'place' | 'reason'> &
    Record<'date' | 'time' | 'category' | 'note', string | null> & { duration_s: number | null }
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return readable(connection)
      .all<Row>(
        `SELECT ${columns} FROM preview_row ${show === undefined ? '' : 'WHERE status = @show'}
         ORDER BY seq LIMIT @limit OFFSET @offset`,
        { limit, offset, ...(show === undefined ? {} : { show }) },
      )
      .map(({ status, place, reason, date, time, duration_s, category, note }) => ({
        status,
        place,
        reason,
        session:
          date === null
            ? null
            : {
                date,
                time: time ?? '',
                durationS: duration_s ?? 0,
                category: category ?? '',
                note: note ?? '',
              },
      }))
  } finally {
    connection.close()
  }
}
