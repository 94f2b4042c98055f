import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { Refusal } from '../refusal.ts'
import { migrate, versionOf } from './migrate.ts'
import { migrations, newestVersion } from './migrations/index.ts'
import { applicationId, databaseFile } from './file.ts'
import { openDatabase } from './open.ts'

function refusalOf(work: () => unknown) {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.error
    throw thrown
  }
  throw new Error('it was not refused')
}

describe('opening the data file', () => {
  it('makes a private file that is marked as ours, durable and strict', () => {
    const dataDir = path.join(temporaryFolder(), 'new', 'folder')
    const connection = openDatabase(dataDir)
    const pragma = (name: string) => connection.pragma(name, { simple: true })
    expect(pragma('application_id')).toBe(applicationId)
    expect(pragma('user_version')).toBe(newestVersion)
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    const loose = connection
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    expect(loose).toEqual([])
    connection.close()
  })

  it.skipIf(process.platform === 'win32')('gives nobody else the right to read it', async () => {
    const { dataDir, ask } = openEngine({ dataDir: path.join(temporaryFolder(), 'private') })
    await ask('profile.save', aProfile)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(dataDir))
      if (name.startsWith('loopready.sqlite'))
        expect([name, statSync(path.join(dataDir, name)).mode & 0o777]).toEqual([name, 0o600])
  })

  it('refuses a file of a newer app and leaves every byte as it was', () => {
    const dataDir = temporaryFolder()
    openDatabase(dataDir).close()
    const file = new Sqlite(databaseFile(dataDir))
    file.pragma('user_version = 9990')
    file.pragma('wal_checkpoint(TRUNCATE)')
    file.close()
    const before = readFileSync(databaseFile(dataDir))
    const error = refusalOf(() => openDatabase(dataDir))
    expect(error.code).toBe('newer-file')
    expect(error.message).toContain('9990')
    expect(readFileSync(databaseFile(dataDir))).toEqual(before)
  })

  it('refuses the database of another program and leaves it as it was', () => {
    const dataDir = temporaryFolder()
    const file = new Sqlite(databaseFile(dataDir))
    file.exec('CREATE TABLE recipes (name TEXT)')
    file.close()
    const before = readFileSync(databaseFile(dataDir))
    expect(refusalOf(() => openDatabase(dataDir))).toMatchObject({ code: 'storage' })
    expect(readFileSync(databaseFile(dataDir))).toEqual(before)
  })

  it('refuses a file that is no database and leaves it as it was', () => {
    const dataDir = temporaryFolder()
    const text = 'this is my shopping list and it is long enough to be looked at '.repeat(40)
    writeFileSync(databaseFile(dataDir), text)
    expect(() => openDatabase(dataDir)).toThrow()
    expect(readFileSync(databaseFile(dataDir), 'utf8')).toBe(text)
  })

  it('says so when the data folder is a file', () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(refusalOf(() => openDatabase(path.join(file, 'data')))).toMatchObject({
      code: 'storage',
    })
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so when the folder cannot be written',
    () => {
      const folder = temporaryFolder()
      mkdirSync(path.join(folder, 'locked'))
      chmodSync(path.join(folder, 'locked'), 0o500)
      expect(() => openDatabase(path.join(folder, 'locked'))).toThrow()
    },
  )
})

describe('migrations', () => {
  it('go up, and each has a file whose number and name are its own', () => {
    const files = readdirSync(new URL('./migrations', import.meta.url))
      .filter((name) => /^\d.*(?<!\.test)\.ts$/.test(name))
      .toSorted()
    expect(files).toEqual(
      migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`),
    )
  })

  it('give the schema that schema.sql shows', async () => {
    const connection = openDatabase(temporaryFolder())
    const rows = connection
      .prepare(
        `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
           AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY type DESC, name`,
      )
      .all() as { sql: string }[]
    connection.close()
    const dump = `${rows.map((row) => `${row.sql.replace(/^ {4}/gm, '')};`).join('\n\n')}\n`
    await expect(dump).toMatchFileSnapshot('./schema.sql')
  })

  it('leave the file at the version before when one fails half way', () => {
    const connection = new Sqlite(':memory:')
    const good = { version: 10, name: 'good', sql: 'CREATE TABLE kept (n INTEGER) STRICT' }
    const bad = {
      version: 20,
      name: 'bad',
      sql: 'CREATE TABLE half (n INTEGER); INSERT INTO nowhere VALUES (1)',
    }
    expect(() => migrate(connection, () => {}, [good, bad])).toThrow()
    expect(versionOf(connection)).toBe(10)
    const tables = connection.prepare('SELECT name FROM sqlite_schema').all()
    expect(tables).toEqual([{ name: 'kept' }])
    connection.close()
  })

  it('back up a file that holds data before they change it, and not a new one', () => {
    const dataDir = temporaryFolder()
    const connection = openDatabase(dataDir)
    expect(existsSync(path.join(dataDir, 'backups'))).toBe(false)
    let backups = 0
    const next = {
      version: newestVersion + 10,
      name: 'next',
      sql: 'CREATE TABLE later (n INTEGER) STRICT',
    }
    migrate(connection, () => (backups += 1), [...migrations, next])
    expect(backups).toBe(1)
    expect(versionOf(connection)).toBe(newestVersion + 10)
    connection.close()
  })
})
