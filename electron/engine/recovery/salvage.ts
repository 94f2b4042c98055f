import type { Database } from 'better-sqlite3'
import type { SqlValue } from '../store/database.ts'

type Row = Readonly<Record<string, SqlValue>>

/** Tables that belong to the app and not to the person, or rest on rows that may be gone. */
const leftOut = new Set(['change', 'change_row', 'noun_version', 'sqlite_sequence'])

/**
 * Copies what can still be read of a damaged database into a fresh one of the newest schema, table by table: rows from
 * the beginning up to the damage, and from the end back to it. Rows that refer to what is lost are left out. Returns
 * how many rows of each table came over.
 */
export function salvage(damaged: Database, fresh: Database): ReadonlyMap<string, number> {
  const copied = new Map<string, number>()
  fresh.pragma('foreign_keys = OFF')
  fresh.transaction(() => {
    for (const table of tablesOf(fresh)) copied.set(table, copyTable(damaged, fresh, table))
    dropDangling(fresh)
  })()
  fresh.pragma('foreign_keys = ON')
  return copied
}

function tablesOf(fresh: Database): readonly string[] {
  const names = fresh
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
  return names.filter((name) => !leftOut.has(name))
}

function copyTable(damaged: Database, fresh: Database, table: string): number {
  const columns = columnsOf(fresh, table)
  const there = new Set(columnsOf(damaged, table).map(({ name }) => name))
  const shared = columns.filter(({ name }) => there.has(name))
  if (shared.length === 0) return 0
  const names = shared.map(({ name }) => `"${name}"`).join(', ')
  const insert = fresh.prepare(
    `INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${shared.map(({ name }) => `@${name}`).join(', ')})`,
  )
  const keep = (row: Row): number => {
    try {
      return insert.run(row).changes
    } catch {
      // What no longer is what the column takes is damage too.
      return 0
    }
  }
  const key = shared.filter(({ pk }) => pk > 0).map(({ name }) => `"${name}"`)
  let copied = 0
  for (const direction of ['ASC', 'DESC']) {
    const order =
      key.length > 0 ? `ORDER BY ${key.map((name) => `${name} ${direction}`).join(', ')}` : ''
    const whole = readUntilDamage(damaged, `SELECT ${names} FROM "${table}" ${order}`, (row) => {
      copied += keep(row)
    })
    if (whole) break
  }
  return copied
}

/** Reads rows until one cannot be read. Returns whether all could. */
function readUntilDamage(damaged: Database, sql: string, take: (row: Row) => void): boolean {
  try {
    // A row type for SQL that is made from the table's own columns.
    for (const row of damaged.prepare(sql).iterate() as Iterable<Row>) take(row)
    return true
  } catch {
    return false
  }
}

function columnsOf(db: Database, table: string): readonly Readonly<{ name: string; pk: number }>[] {
  try {
    return db.pragma(`table_info("${table}")`) as { name: string; pk: number }[]
  } catch {
    return []
  }
}

/** Removes rows whose parent is gone, and what hangs on them in turn. */
function dropDangling(fresh: Database): void {
  for (;;) {
    const dangling = fresh.pragma('foreign_key_check') as {
      table: string
      rowid: number | null
      parent: string
      fkid: number
    }[]
    if (dangling.length === 0) return
    for (const table of new Set(dangling.map((row) => row.table))) dropOrphans(fresh, table)
  }
}

function dropOrphans(fresh: Database, table: string): void {
  const keys = fresh.pragma(`foreign_key_list("${table}")`) as {
    table: string
    from: string
    to: string | null
  }[]
  for (const { table: parent, from, to } of keys)
    fresh.exec(
      `DELETE FROM "${table}" WHERE "${from}" IS NOT NULL
       AND "${from}" NOT IN (SELECT "${to ?? 'id'}" FROM "${parent}")`,
    )
}
