import { stringify } from 'csv-stringify/sync'
import type { TransferField } from '#contract/transfer.ts'
import type { Count } from '#contract/sessions.ts'
import { escapeFormula } from '#domain/transfer-formula.ts'
import { clockText, OWN_COLUMNS } from '#domain/transfer-own.ts'
import { countsOf, type SessionRow } from '../../sessions/store.ts'
import type { ReadableDb } from '../../store/database.ts'
import { counted, type Work } from '../../jobs/work.ts'
import type { Zones } from '../zone-days.ts'

const pageSize = 2000

/** A CSV file of all sessions that are not in the trash, oldest first, and how many there are. */
export function exportCsv(
  db: ReadableDb,
  nameOf: (playbook: string, category: string) => string,
  zones: Zones,
  bom: boolean,
  work: Work,
): Readonly<{ bytes: Uint8Array<ArrayBuffer>; sessions: number }> {
  const total =
    db.get<{ n: number }>('SELECT count(*) AS n FROM session WHERE deleted_at IS NULL')?.n ?? 0
  const tell = counted(work, 0, 1, total)
  const encoder = new TextEncoder()
  const pieces = [encoder.encode(`${bom ? '\uFEFF' : ''}${linesOf([headings])}`)]
  let after: Pick<SessionRow, 'started_at' | 'id'> | undefined
  let sessions = 0
  for (;;) {
    const rows = nextRows(db, after)
    if (rows.length === 0) break
    const counts = countsOf(db, rows)
    const cells = rows.map((row) => {
      tell((sessions += 1))
      return cellsOf(row, counts.get(row.id) ?? [], nameOf, zones)
    })
    pieces.push(encoder.encode(linesOf(cells)))
    after = rows.at(-1)
  }
  return { bytes: Buffer.concat(pieces), sessions }
}

const headings = OWN_COLUMNS.map(({ heading }) => heading)

function nextRows(
  db: ReadableDb,
  after: Pick<SessionRow, 'started_at' | 'id'> | undefined,
): SessionRow[] {
  return db.all<SessionRow>(
    `SELECT id, playbook, category, study_day, started_at, time_zone, duration_s, note
     FROM session
     WHERE deleted_at IS NULL AND (started_at, id) > (@started_at, @id)
     ORDER BY started_at, id LIMIT ${pageSize}`,
    { started_at: after?.started_at ?? '', id: after?.id ?? '' },
  )
}

function cellsOf(
  row: SessionRow,
  counts: readonly Count[],
  nameOf: (playbook: string, category: string) => string,
  zones: Zones,
): readonly string[] {
  const { date, time } = zones.wallOf(row.started_at, row.time_zone)
  const byField: Readonly<Partial<Record<TransferField, string>>> = {
    date,
    time,
    duration: clockText(row.duration_s),
    category: row.category,
    playbook: row.playbook,
    // A table as text cannot hold this one character.
    note: row.note.replaceAll('\0', ''),
    'time-zone': row.time_zone,
    'study-day': row.study_day,
    'started-at': row.started_at,
    id: row.id,
    ...Object.fromEntries(counts.map(({ kind, n }) => [`count.${kind}`, String(n)])),
  }
  const forPeople: Readonly<Record<string, string>> = {
    Hours: (row.duration_s / 3600).toFixed(2),
    'Category name': nameOf(row.playbook, row.category),
  }
  return OWN_COLUMNS.map(({ heading, field }) =>
    escapeFormula((field === 'ignore' ? forPeople[heading] : byField[field]) ?? ''),
  )
}

/**
 * Rows as lines. The cells are escaped already, by a rule that can be turned back exactly; the library's own
 * `escape_formulas` cannot.
 */
function linesOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      record_delimiter: '\r\n',
      quoted_match: /[\r\n;\t]/,
    },
  )
}
