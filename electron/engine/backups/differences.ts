import type { BackupDifference } from '#contract/backups.ts'
import { journaledTables } from '../history/journal.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

type Table = (typeof journaledTables)[number]

/** What the app calls the rows of a table. Tables that hang on another are told with it. */
const wordOf: Readonly<Partial<Record<Table, string>>> = {
  profile: 'profile',
  session: 'sessions',
  story: 'stories',
  evidence: 'figures',
  import_record: 'imports',
  playbook_text: 'playbooks',
}
const otherWord = 'settings and details'

/** How a table here compares with the one of the same name in the attached backup. */
type Compared = Readonly<{ table: Table; added: number; changed: number; removed: number }>

/** Compares every journaled table with the database that is attached as `backup`, both of the same schema. */
export function compare(db: ReadableDb): readonly BackupDifference[] {
  const sums = new Map<string, BackupDifference>()
  for (const { table, ...counts } of journaledTables.map((name) => compareTable(db, name))) {
    const what = wordOf[table] ?? otherWord
    const sum = sums.get(what) ?? { what, added: 0, changed: 0, removed: 0 }
    sums.set(what, {
      what,
      added: sum.added + counts.added,
      changed: sum.changed + counts.changed,
      removed: sum.removed + counts.removed,
    })
  }
  return [...sums.values()].filter(({ added, changed, removed }) => added + changed + removed > 0)
}

function compareTable(db: ReadableDb, table: Table): Compared {
  const { same } = keysOf(db, table)
  const count = (sql: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM (${sql})`)?.n ?? 0
  const other = count(`SELECT * FROM backup.${table} EXCEPT SELECT * FROM main.${table}`)
  const added = count(
    `SELECT 1 FROM backup.${table} AS theirs
     WHERE NOT EXISTS (SELECT 1 FROM main.${table} AS ours WHERE ${same})`,
  )
  const removed = count(
    `SELECT 1 FROM main.${table} AS ours
     WHERE NOT EXISTS (SELECT 1 FROM backup.${table} AS theirs WHERE ${same})`,
  )
  return { table, added, changed: other - added, removed }
}

/** Makes every journaled table what it is in the attached backup; touches only rows that differ. */
export function takeOver(db: WritableDb): void {
  const order = parentsFirst(db)
  for (const table of order.toReversed()) {
    const { same } = keysOf(db, table)
    db.run(
      `DELETE FROM main.${table} AS ours
       WHERE NOT EXISTS (SELECT 1 FROM backup.${table} AS theirs WHERE ${same})`,
    )
  }
  for (const table of order) {
    const { key, others, identical } = keysOf(db, table)
    const changed = `SELECT theirs.* FROM backup.${table} AS theirs
      WHERE NOT EXISTS (SELECT 1 FROM main.${table} AS ours WHERE ${identical})`
    const update = others.map((name) => `"${name}" = excluded."${name}"`).join(', ')
    if (isParent(db, table))
      db.run(
        `INSERT INTO main.${table} ${changed} ON CONFLICT (${key.map((name) => `"${name}"`).join(', ')})
         DO ${update === '' ? 'NOTHING' : `UPDATE SET ${update}`}`,
      )
    else {
      // Rows may swap what has to be unique among them: all that change go before the first comes.
      db.run(
        `DELETE FROM main.${table} AS ours
         WHERE NOT EXISTS (SELECT 1 FROM backup.${table} AS theirs WHERE ${identical})`,
      )
      db.run(`INSERT INTO main.${table} ${changed}`)
    }
  }
}

/** Conditions between `ours` and `theirs`: the same key, and the same in every column. */
function keysOf(db: ReadableDb, table: Table) {
  const columns = db.all<{ name: string; pk: number }>(
    `SELECT name, pk FROM pragma_table_info('${table}')`,
  )
  const equal = (names: readonly string[]) =>
    names.map((name) => `ours."${name}" IS theirs."${name}"`).join(' AND ')
  const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
  const all = columns.map(({ name }) => name)
  return {
    key,
    others: all.filter((name) => !key.includes(name)),
    same: equal(key),
    identical: equal(all),
  }
}

/** The journaled tables in an order in which every row's parent stands before it. */
function parentsFirst(db: ReadableDb): readonly Table[] {
  const left = new Set<Table>(journaledTables)
  const order: Table[] = []
  while (left.size > 0) {
    const free = [...left].filter((table) =>
      parentsOf(db, table).every((parent) => parent === table || !left.has(parent as Table)),
    )
    if (free.length === 0) throw new Error('tables refer to each other in a circle')
    for (const table of free) {
      left.delete(table)
      order.push(table)
    }
  }
  return order
}

function parentsOf(db: ReadableDb, table: string): readonly string[] {
  return db
    .all<{ parent: string }>(`SELECT "table" AS parent FROM pragma_foreign_key_list('${table}')`)
    .map(({ parent }) => parent)
}

function isParent(db: ReadableDb, table: Table): boolean {
  return journaledTables.some((other) => parentsOf(db, other).includes(table))
}
