import type { Database } from 'better-sqlite3'
import { codeOf } from '../refusal.ts'
import { readAround, type KeyColumn } from './read-around.ts'

/** Tables that belong to the app and not to the person, or rest on rows that may be gone. */
const leftOut = new Set(['change', 'change_row', 'noun_version', 'sqlite_sequence'])

/** How many rows of a table came over, and how many more it had; null where nobody can tell. */
export type Salvaged = Readonly<{ kept: number; missing: number | null }>

/**
 * Copies what can still be read of a damaged database into a fresh one of the newest schema, table by table, around
 * the damage. Rows that refer to what is lost are left out, or refer to nothing where they may. Returns what became of
 * each table. Throws SQLite's error where not even the schema can be read.
 */
export function salvage(damaged: Database, fresh: Database): ReadonlyMap<string, Salvaged> {
  const tables = tablesOf(fresh)
  const had = new Map<string, number | null>()
  fresh.pragma('foreign_keys = OFF')
  fresh.transaction(() => {
    for (const table of tables) had.set(table, copyTable(damaged, fresh, table))
    dropDangling(fresh)
  })()
  fresh.pragma('foreign_keys = ON')
  return new Map(
    tables.map((table) => {
      const kept = countOf(fresh, `"${table}"`)
      const rows = had.get(table) ?? null
      return [table, { kept, missing: rows === null ? null : Math.max(0, rows - kept) }]
    }),
  )
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

/** Returns how many rows the table had; null where nobody can tell. */
function copyTable(damaged: Database, fresh: Database, table: string): number | null {
  const there = columnsOf(damaged, table)
  const known = new Set(there.map(({ name }) => name))
  const columns = columnsOf(fresh, table)
    .map(({ name }) => name)
    .filter((name) => known.has(name))
  if (columns.length === 0) return 0
  const insert = fresh.prepare(
    `INSERT OR IGNORE INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  )
  let read = 0
  const isWhole = readAround(damaged, { table, columns, key: keyOf(damaged, table) }, (row) => {
    read += 1
    keepFitting(() => insert.run(row))
  })
  if (isWhole) return read
  const counted = countByIndex(damaged, table)
  return counted === null ? null : Math.max(counted, read)
}

/** What no longer is what the column takes is damage too; a full disk is none. */
function keepFitting(insert: () => void): void {
  try {
    insert()
  } catch (thrown) {
    if (!/^SQLITE_(CONSTRAINT|MISMATCH)/.test(codeOf(thrown))) throw thrown
  }
}

function keyOf(damaged: Database, table: string): readonly KeyColumn[] {
  const hasRowid = damaged
    .prepare<[string], number>(
      `SELECT NOT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?`,
    )
    .pluck()
    .get(table)
  if (hasRowid === 1) return [{ name: 'rowid', isNumber: true }]
  return columnsOf(damaged, table)
    .filter(({ pk }) => pk > 0)
    .toSorted((one, other) => one.pk - other.pk)
    .map(({ name, type }) => ({ name, isNumber: type === 'INTEGER' }))
}

/** How many rows an index knows of, where it is whole and knows of all; null where there is no such index. */
function countByIndex(damaged: Database, table: string): number | null {
  const indexes = damaged.pragma(`index_list("${table}")`) as {
    name: string
    origin: string
    partial: 0 | 1
  }[]
  for (const { name, partial } of indexes) {
    if (partial === 1) continue
    try {
      return countOf(damaged, `"${table}" INDEXED BY "${name}"`)
    } catch {
      // Damaged as well.
    }
  }
  return null
}

function countOf(db: Database, from: string): number {
  return db.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get() ?? 0
}

function columnsOf(
  db: Database,
  table: string,
): readonly Readonly<{ name: string; type: string; pk: number }>[] {
  return db.pragma(`table_info("${table}")`) as { name: string; type: string; pk: number }[]
}

/** Removes rows whose parent is gone, and what hangs on them in turn; a reference that may be empty is emptied. */
function dropDangling(fresh: Database): void {
  for (;;) {
    const dangling = fresh.pragma('foreign_key_check') as { table: string }[]
    if (dangling.length === 0) return
    for (const table of new Set(dangling.map((row) => row.table))) dropOrphans(fresh, table)
  }
}

function dropOrphans(fresh: Database, table: string): void {
  const keys = fresh.pragma(`foreign_key_list("${table}")`) as {
    table: string
    from: string
    to: string | null
    on_delete: string
  }[]
  for (const { table: parent, from, to, on_delete } of keys) {
    const orphans = `"${from}" IS NOT NULL
      AND "${from}" NOT IN (SELECT "${to ?? 'id'}" FROM "${parent}")`
    fresh.exec(
      on_delete === 'SET NULL'
        ? `UPDATE "${table}" SET "${from}" = NULL WHERE ${orphans}`
        : `DELETE FROM "${table}" WHERE ${orphans}`,
    )
  }
}
