import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { codeOf, refuse } from '../refusal.ts'
import { migrate } from './migrate.ts'

/** "Loop" in ASCII: marks a SQLite file as ours. */
export const applicationId = 0x4c6f6f70

/** Where the data stands in a data folder. */
export function databaseFile(dataDir: string): string {
  return path.join(dataDir, 'loopready.sqlite')
}

/**
 * Opens the data file, makes it when missing, and brings it to the newest schema after a backup. Refuses, with the
 * file untouched, what is not ours (`storage`) and what a newer app wrote (`newer-file`).
 */
export function openDatabase(dataDir: string): Database {
  makeFolder(dataDir)
  const file = databaseFile(dataDir)
  const isNew = !existsSync(file)
  const connection = new Sqlite(file, { timeout: 5000 })
  try {
    if (isNew) chmodSync(file, 0o600)
    claim(connection)
    connection.pragma('journal_mode = WAL')
    // FULL: a change that was acknowledged survives a power cut, at the price of one fsync per change.
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    migrate(connection, (version) => backUp(connection, dataDir, version))
    return connection
  } catch (thrown) {
    connection.close()
    throw thrown
  }
}

/**
 * Refuses a database of another program before anything is written to it; marks a new one as ours. Looked at under
 * the lock: else two first starts at once could each take the other's half-made file for a stranger's.
 */
function claim(connection: Database): void {
  if (ownerOf(connection) === applicationId) return
  const step = connection.transaction(() => {
    const owner = ownerOf(connection)
    if (owner === applicationId) return
    const tables = connection.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as {
      n: number
    }
    if (owner !== 0 || tables.n > 0)
      refuse({
        code: 'storage',
        message: `${connection.name} is a database of another program.`,
        hint: 'It was left untouched. Move it elsewhere, or choose another data folder.',
      })
    connection.pragma(`application_id = ${applicationId}`)
  })
  step.immediate()
}

function ownerOf(connection: Database): number {
  return Number(connection.pragma('application_id', { simple: true }))
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (thrown) {
    refuse({
      code: 'storage',
      message: `The data folder ${dataDir} cannot be used (${codeOf(thrown) || 'unknown error'}).`,
      hint: 'Choose a folder that belongs to you and can be written.',
    })
  }
}

function backUp(connection: Database, dataDir: string, version: number): void {
  const folder = path.join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let file = path.join(folder, `before-schema-change-from-${version}.sqlite`)
  for (let copy = 2; existsSync(file); copy += 1)
    file = path.join(folder, `before-schema-change-from-${version}-${copy}.sqlite`)
  connection.prepare('VACUUM INTO ?').run(file)
  chmodSync(file, 0o600)
}
