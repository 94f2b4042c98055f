import { refuse } from '../refusal.ts'
import type { SqlValue, WritableDb } from '../store/database.ts'

type Row = Readonly<Record<string, SqlValue>>
/** A row as it must be now, and as it shall be; null is "no such row". */
type Step = Readonly<{ table: string; from: Row | null; to: Row | null }>
type Recorded = Readonly<{ table: string; before: string | null; after: string | null }>

/**
 * Takes a change back (`undo`) or makes it again (`redo`), row by row. Refuses with `conflict`, and so changes
 * nothing, when a row is not as this change left it: something later rests on it.
 */
export function replay(db: WritableDb, change: number, direction: 'undo' | 'redo'): void {
  const rows = db.all<Recorded>(
    `SELECT table_name AS "table", before, after FROM change_row WHERE change_id = @change
     ORDER BY seq ${direction === 'undo' ? 'DESC' : 'ASC'}`,
    { change },
  )
  const keys = new Map<string, readonly string[]>()
  const keysOf = (table: string) => {
    const found = keys.get(table) ?? keyColumns(db, table)
    keys.set(table, found)
    return found
  }
  for (const { table, ...row } of rows) {
    const before = parse(row.before)
    const after = parse(row.after)
    move(
      db,
      keysOf,
      direction === 'undo'
        ? { table, from: after, to: before }
        : { table, from: before, to: after },
    )
  }
}

function keyColumns(db: WritableDb, table: string): readonly string[] {
  return db
    .all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0`)
    .map((column) => column.name)
}

function move(
  db: WritableDb,
  keysOf: (table: string) => readonly string[],
  { table, from, to }: Step,
): void {
  const known = from ?? to
  if (!known) return
  const keys = keysOf(table)
  const where = keys.map((name) => `"${name}" = @${name}`).join(' AND ')
  const key = Object.fromEntries(keys.map((name) => [name, known[name] ?? null]))
  const current = db.get<Row>(`SELECT * FROM ${table} WHERE ${where}`, key) ?? null
  if (!sameRow(current, from))
    refuse({
      code: 'conflict',
      message: 'This cannot be taken back, because something was changed on top of it.',
      hint: 'Take back the later change first.',
    })
  if (!to) {
    db.run(`DELETE FROM ${table} WHERE ${where}`, key)
    return
  }
  const names = Object.keys(to)
  // An update in place: deleting and inserting again would cascade to the rows that refer to it.
  if (from)
    db.run(
      `UPDATE ${table} SET ${names.map((name) => `"${name}" = @${name}`).join(', ')} WHERE ${where}`,
      to,
    )
  else
    db.run(
      `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')})
       VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      to,
    )
}

/** Columns that a later schema added are not in the recorded row and do not count. */
function sameRow(current: Row | null, recorded: Row | null): boolean {
  if (!current || !recorded) return current === recorded
  return Object.entries(recorded).every(([name, value]) => current[name] === value)
}

function parse(text: string | null): Row | null {
  // Written by the journal's own triggers with json_object: column names to SQL values.
  return text === null ? null : (JSON.parse(text) as Row)
}
