import { z } from 'zod'
import type { ReadableDb, SqlValue, WritableDb } from '../../store/database.ts'
import type { Field, Fields, FileRow, Section } from './format.ts'

/** Rows of another table that belong to a row, and stand inside it as a list. */
type Children = Readonly<{
  table: string
  /** The column that holds the key of the row they belong to. */
  of: string
  /** Columns by which they are told apart and ordered. */
  key: readonly string[]
  fields: Fields
}>

type Columns = Readonly<Record<string, SqlValue>>

type Declaration = Readonly<{
  name: string
  table: string
  /** The columns of the key. */
  key: readonly string[]
  /** What the rows are sorted by in the file, before the key. */
  orderBy?: readonly string[]
  fields: Fields
  /** Columns that are always the same and not in the file. */
  constants?: Columns
  children?: Readonly<Record<string, Children>>
  isSingle?: boolean
  keepsOwn?: boolean
  check?: Section['check']
}>

/** A section that carries a table as it is, with the tables that hang on it. */
export function tableSection(declared: Declaration): Section {
  const { name, table, key, orderBy = [], fields, constants = {}, children = {} } = declared
  const keyFields = key
    .filter((column) => !(column in constants))
    .map((column) => nameOf(fields, column))
  const row = z.strictObject({
    ...shapeOf(fields),
    ...Object.fromEntries(
      Object.entries(children).map(([list, child]) => [
        list,
        z.array(z.strictObject(shapeOf(child.fields))),
      ]),
    ),
  })
  const columns = columnsOf(fields)
  const select = `SELECT ${columns.map(quote).join(', ')} FROM ${table}`
  const order = [...orderBy, ...key].map(quote).join(', ')
  const upsertion = upsert(table, [...columns, ...Object.keys(constants)], key)
  const where = key.map((column) => `${quote(column)} = @${column}`).join(' AND ')

  const withChildren = (db: ReadableDb, rows: readonly Columns[], one?: Columns): FileRow[] => {
    const lists = Object.entries(children).map(
      ([list, child]) => [list, childrenOf(db, child, one && String(one[key[0] ?? '']))] as const,
    )
    return rows.map((stored) => {
      const found = toFile(fields, stored)
      const inside = lists.map(([list, byKey]) => [
        list,
        byKey.get(String(stored[key[0] ?? ''])) ?? [],
      ])
      return inOrder(row, { ...found, ...Object.fromEntries(inside) })
    })
  }

  return {
    name,
    tables: [table, ...Object.values(children).map((child) => child.table)],
    isSingle: declared.isSingle ?? false,
    keepsOwn: declared.keepsOwn ?? false,
    row,
    read: (db) => withChildren(db, db.all<Columns>(`${select} ORDER BY ${order}`)),
    find(db, wanted) {
      const all = { ...toColumns(fields, wanted), ...constants }
      const wantedKey = Object.fromEntries(key.map((column) => [column, all[column] ?? null]))
      const stored = db.get<Columns>(`${select} WHERE ${where}`, wantedKey)
      return stored && withChildren(db, [stored], stored)[0]
    },
    write(db, written) {
      db.run(upsertion, { ...toColumns(fields, written), ...constants })
      for (const [list, child] of Object.entries(children))
        writeChildren(db, child, written[keyFields[0] ?? ''], written[list])
    },
    keyOf: (found) => JSON.stringify(keyFields.map((field) => found[field])),
    check: declared.check ?? (() => null),
  }
}

/** The keys of a row as the schema orders them, so that the same content is the same text. */
function inOrder(schema: z.ZodType<FileRow>, row: FileRow): FileRow {
  const parsed = schema.safeParse(row)
  // What should not be there is exported all the same: better to have it in the file than nowhere.
  return parsed.success ? parsed.data : row
}

function shapeOf(fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema]))
}

function columnsOf(fields: Fields): readonly string[] {
  return Object.values(fields).map(({ column }) => column)
}

function nameOf(fields: Fields, column: string): string {
  const found = Object.entries(fields).find(([, field]) => field.column === column)
  if (!found) throw new Error(`no field for the column ${column}`)
  return found[0]
}

function toFile(fields: Fields, stored: Columns): FileRow {
  const value = ({ column, toFile: convert }: Field) => {
    const found = stored[column] ?? null
    return convert && found !== null ? convert(found) : found
  }
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, value(field)]))
}

function toColumns(fields: Fields, row: FileRow): Record<string, SqlValue> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [field.column, toColumn(field, row[name])]),
  )
}

function toColumn({ toColumn: convert }: Field, value: unknown): SqlValue {
  if (value === null) return null
  // The schema has let through nothing but what the column takes.
  return convert ? convert(value) : (value as SqlValue)
}

function childrenOf(
  db: ReadableDb,
  { table, of, key, fields }: Children,
  parent: string | undefined,
): ReadonlyMap<string, readonly FileRow[]> {
  const columns = [of, ...columnsOf(fields)].map(quote).join(', ')
  const rows = db.all<Columns>(
    `SELECT ${columns} FROM ${table} ${parent === undefined ? '' : `WHERE ${quote(of)} = @parent`}
     ORDER BY ${[of, ...key].map(quote).join(', ')}`,
    parent === undefined ? {} : { parent },
  )
  const found = new Map<string, FileRow[]>()
  for (const row of rows) {
    const list = found.get(String(row[of]))
    if (list) list.push(toFile(fields, row))
    else found.set(String(row[of]), [toFile(fields, row)])
  }
  return found
}

function writeChildren(
  db: WritableDb,
  { table, of, fields }: Children,
  parent: unknown,
  list: unknown,
): void {
  // Both come out of the section's own schema.
  const key = parent as SqlValue
  const columns = [of, ...columnsOf(fields)]
  db.run(`DELETE FROM ${table} WHERE ${quote(of)} = @parent`, { parent: key })
  for (const row of list as readonly FileRow[])
    db.run(insert(table, columns), { ...toColumns(fields, row), [of]: key })
}

function insert(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.map(quote).join(', ')})
    VALUES (${columns.map((column) => `@${column}`).join(', ')})`
}

function upsert(table: string, columns: readonly string[], key: readonly string[]): string {
  const others = columns.filter((column) => !key.includes(column))
  const set = others.map((column) => `${quote(column)} = excluded.${quote(column)}`).join(', ')
  return `${insert(table, columns)}
    ON CONFLICT (${key.map(quote).join(', ')}) DO ${set === '' ? 'NOTHING' : `UPDATE SET ${set}`}`
}

function quote(column: string): string {
  return `"${column}"`
}
