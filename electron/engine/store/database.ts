import type { Database, Statement } from 'better-sqlite3'

/** What SQLite stores in our tables. */
export type SqlValue = string | number | null
type Params = Readonly<Record<string, SqlValue>>

/** A database that can only be read: it has no way to write, and a statement that would is refused. */
export type ReadableDb = Readonly<{
  all<Row>(sql: string, params?: Params): Row[]
  get<Row>(sql: string, params?: Params): Row | undefined
}>

/** A database inside a write call's transaction. */
export type WritableDb = ReadableDb & Readonly<{ run(sql: string, params?: Params): number }>

/** Wraps a connection; statements are prepared once and kept, so SQL can stand where it is used. */
export function readable(connection: Database): ReadableDb {
  const statement = statementsOf(connection)
  const reading = (sql: string) => {
    const prepared = statement(sql)
    if (!prepared.readonly) throw new Error(`a read call tried to write: ${sql}`)
    return prepared
  }
  return {
    // The row type is the caller's claim about its own SQL; SQLite has no types to check it against.
    all: <Row>(sql: string, params: Params = {}) => reading(sql).all(params) as Row[],
    get: <Row>(sql: string, params: Params = {}) => reading(sql).get(params) as Row | undefined,
  }
}

/** Wraps a connection for writing. `run` returns how many rows changed. */
export function writable(connection: Database): WritableDb {
  const statement = statementsOf(connection)
  return {
    ...readable(connection),
    run: (sql, params = {}) => statement(sql).run(params).changes,
  }
}

const prepared = new WeakMap<Database, Map<string, Statement>>()

function statementsOf(connection: Database): (sql: string) => Statement {
  const kept = prepared.get(connection) ?? new Map<string, Statement>()
  prepared.set(connection, kept)
  return (sql) => {
    const known = kept.get(sql)
    if (known) return known
    const made = connection.prepare(sql)
    kept.set(sql, made)
    return made
  }
}
