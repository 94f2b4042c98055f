import { closeSync, mkdirSync, openSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import { backUpBeforeSchemaChange } from '../backups/before-schema-change.ts'
import { codeOf, refuse } from '../refusal.ts'
import { applicationId, databaseFile } from './file.ts'
import { migrate } from './migrate.ts'

/**
 * Opens the data file, makes it when missing, and brings it to the newest schema after a backup. Refuses, with the
 * file untouched, what is not ours (`storage`) and what a newer app wrote (`newer-file`).
 */
export function openDatabase(dataDir: string): Database {
  makeFolder(dataDir)
  const file = databaseFile(dataDir)
  makePrivate(file)
  const connection = new Sqlite(file, { timeout: 5000 })
  try {
    claim(connection)
    connection.pragma('journal_mode = WAL')
    // FULL: a change that was acknowledged survives a power cut, at the price of one fsync per change.
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    migrate(connection, () => backUpBeforeSchemaChange(connection, dataDir))
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

/** Makes the file, where there is none, before SQLite would: so that nobody else could ever open it. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch {
    // It is there already; or it cannot be made, which SQLite says better.
  }
}
