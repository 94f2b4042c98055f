import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { assetsDir, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { filledDataFileAsSql } from '../../../tests/support/schema-fixture.ts'
import { databaseFile } from './file.ts'
import { migrate, versionOf } from './migrate.ts'
import { migrations, newestVersion } from './migrations/index.ts'

// A data file of every schema that was released, with rows in all of its tables, as SQL. They are never changed.
const folder = path.join(assetsDir, 'tests/fixtures/schemas')
const released = readdirSync(folder).map((name) => ({
  version: Number(path.parse(name).name),
  sql: readFileSync(path.join(folder, name), 'utf8'),
}))

type Row = Readonly<Record<string, unknown>>

/** Tables that count for themselves and not for what was entered. */
const bookkeeping = new Set(['noun_version', 'sqlite_sequence'])

function rowsOf(connection: Database): ReadonlyMap<string, readonly Row[]> {
  const tables = connection
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
    .filter((name) => !bookkeeping.has(name))
  return new Map(
    tables.map((table) => [table, connection.prepare<[], Row>(`SELECT * FROM "${table}"`).all()]),
  )
}

function opened(file: string): Database {
  const connection = new Sqlite(file)
  onTestFinished(() => void connection.close())
  return connection
}

function inMemory(sql = ''): Database {
  const connection = opened(':memory:')
  connection.exec(sql)
  return connection
}

function fileOf(sql: string): string {
  const dataDir = temporaryFolder()
  const connection = new Sqlite(databaseFile(dataDir))
  // One write for all rows, not one for each.
  connection.exec(`BEGIN; ${sql} COMMIT;`)
  connection.close()
  return dataDir
}

/** All tables, indexes and triggers but those of the undo history, which each start makes anew. */
function schemaOf(connection: Database): readonly unknown[] {
  return connection
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' ORDER BY type, name`,
    )
    .all()
}

describe('the released schemas', () => {
  it('have a file of the newest: else nobody would see what later migrations do to it', async () => {
    const name = `${String(newestVersion).padStart(4, '0')}.sql`
    if (process.env['LOOPREADY_WRITE_SCHEMA'] === '1')
      writeFileSync(path.join(folder, name), await filledDataFileAsSql(), { flag: 'wx' })
    const hint = 'docs/DATA.md, "After a migration", tells how to write it.'
    expect([hint, readdirSync(folder)]).toEqual([hint, expect.arrayContaining([name])])
  })

  it.each(released)('of $version have rows in every table', ({ sql }) => {
    const empty = [...rowsOf(inMemory(sql))].filter(([, rows]) => rows.length === 0)
    expect(empty.map(([table]) => table)).toEqual([])
  })

  it.each(released)(
    'of $version are what the migrations up to it still make',
    ({ version, sql }) => {
      const fresh = inMemory()
      migrate(
        fresh,
        () => {},
        migrations.filter((migration) => migration.version <= version),
      )
      expect(schemaOf(inMemory(sql))).toEqual(schemaOf(fresh))
    },
  )
})

describe.each(released)('a data file of schema $version', ({ version, sql }) => {
  it('becomes one of the newest with everything in it, after a backup', async () => {
    const dataDir = fileOf(sql)
    const before = rowsOf(opened(databaseFile(dataDir)))
    const { ask, engine } = openEngine({ dataDir, now: '2026-11-21T09:00:00Z' })
    const { backups } = await ask('backups.list', {})
    expect(backups).toMatchObject(version < newestVersion ? [{ kind: 'before-schema-change' }] : [])
    const after = rowsOf(opened(databaseFile(dataDir)))
    for (const [table, rows] of before)
      expect([table, after.get(table)]).toEqual([
        table,
        rows.map((row) => expect.objectContaining(row) as unknown),
      ])

    // And it is a data file like any other: all that was done can be undone and done again.
    const steps = (await ask('history.list', { limit: 500 })).filter(({ undone }) => !undone)
    for (const { change } of steps) await ask('history.undo', { change })
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
    for (let step = 0; step < steps.length; step += 1) await ask('history.redo', {})
    const again = rowsOf(opened(databaseFile(dataDir)))
    expect(again.get('session')?.length).toBe(before.get('session')?.length)
    await engine.close()
  })
})

/**
 * The statements of a migration. They stand four spaces in, each ending a line; what a trigger holds stands further in.
 * That they are read rightly is shown by carrying them out one by one.
 */
function statementsOf(sql: string): readonly string[] {
  return sql
    .split(/;[ \t]*(?:--[^\n]*)?\n(?= {0,4}(?!END\b)\S|\s*$|\s*\n)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replaceAll(/^\s*--.*$/gm, '').trim() !== '')
}

/** A file as it was before a migration: the newest released one that is older, or a new one with a session. */
function fileBefore(version: number): Database {
  const from = released.findLast((one) => one.version < version)
  const connection = inMemory(from?.sql)
  const earlier = migrations.filter((migration) => migration.version < version)
  if (earlier.length > 0) migrate(connection, () => {}, earlier)
  if (from === undefined && earlier.length > 0)
    connection.exec(`INSERT INTO session VALUES (1, 'a', 'L6', 'coding', '2026-10-01',
      '2026-10-01T08:00:00Z', 'UTC', 60, 'one', '', '', NULL)`)
  return connection
}

describe('a migration that fails half way', () => {
  it.each(migrations)(
    'leaves the file as it was: $version $name, after each statement',
    (failing) => {
      const connection = fileBefore(failing.version)
      const state = () =>
        JSON.stringify([versionOf(connection), schemaOf(connection), [...rowsOf(connection)]])
      const stood = state()
      const statements = statementsOf(failing.sql)
      for (let done = 1; done <= statements.length; done += 1) {
        const half = [...statements.slice(0, done), 'INSERT INTO nowhere VALUES (1)'].join(';\n')
        const broken = { ...failing, sql: half }
        expect(() => migrate(connection, () => {}, [broken])).toThrow(
          /no such table: (?:main\.)?nowhere/,
        )
        expect([done, state()]).toEqual([done, stood])
      }
      migrate(connection, () => {}, migrations)
      expect(versionOf(connection)).toBe(newestVersion)
    },
  )
})
