import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { assetsDir, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
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

function fileOf(sql: string): string {
  const dataDir = temporaryFolder()
  const connection = new Sqlite(databaseFile(dataDir))
  connection.exec(sql)
  connection.close()
  return dataDir
}

describe.each(released)('a data file of schema $version', ({ version, sql }) => {
  it('becomes one of the newest with everything in it, after a backup', async () => {
    const dataDir = fileOf(sql)
    const before = rowsOf(opened(databaseFile(dataDir)))
    const { ask, engine } = openEngine({ dataDir, now: '2026-11-21T09:00:00Z' })
    const { backups } = await ask('backups.list', {})
    expect(backups).toMatchObject([{ kind: 'before-schema-change' }])
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

  it.each(migrations.filter((migration) => migration.version > version))(
    'is left as it was when the migration to $version fails at its end',
    (failing) => {
      const connection = opened(databaseFile(fileOf(sql)))
      const earlier = migrations.filter((migration) => migration.version < failing.version)
      migrate(connection, () => {}, earlier)
      const stood = JSON.stringify([...rowsOf(connection)])
      const standing = versionOf(connection)
      const broken = { ...failing, sql: `${failing.sql}; INSERT INTO nowhere VALUES (1)` }
      expect(() => migrate(connection, () => {}, [...earlier, broken])).toThrow(/nowhere/)
      expect(versionOf(connection)).toBe(standing)
      expect(JSON.stringify([...rowsOf(connection)])).toBe(stood)
      migrate(connection, () => {}, migrations)
      expect(versionOf(connection)).toBe(newestVersion)
    },
  )
})
