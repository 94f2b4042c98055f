import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  statfsSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { backUpBeforeSchemaChange } from '../backups/before-schema-change.ts'
import { makeDataDir } from '../data-dir.ts'
import { codeOf, refuse } from '../refusal.ts'
import { applicationId, databaseFile } from './file.ts'
import { migrate } from './migrate.ts'

/**
 * Opens the data file, makes it when missing, and brings it to the newest schema after a backup. Refuses, with the
 * file untouched, what is not ours (`storage`) and what a newer app wrote (`newer-file`).
 */
export function openDatabase(dataDir: string): Database {
  makeDataDir(dataDir)
  const file = databaseFile(dataDir)
  const isNew = !existsSync(file)
  requireWritable(dataDir, file, isNew)
  if (isNew) makePrivate(file)
  const connection = opened(file)
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
    return refuseToOpen(thrown, dataDir)
  }
}

function opened(file: string): Database {
  try {
    return new Sqlite(file, { timeout: 5000 })
  } catch (thrown) {
    return refuseToOpen(thrown, path.dirname(file))
  }
}

/**
 * Looks before SQLite does, which falls back to reading where it may not write, and names no reason where it cannot
 * open at all.
 */
function requireWritable(dataDir: string, file: string, isNew: boolean): void {
  if (!isNew && !statSync(file).isFile())
    refuse({
      code: 'storage',
      message: `${file} is a folder, where the data file should be.`,
      hint: 'Move it elsewhere, or choose another data folder. Nothing was changed.',
    })
  if (!isWritable(dataDir))
    refuse({
      code: 'storage',
      message: `The data folder ${dataDir} cannot be written: it is read-only, or belongs to somebody else.`,
      hint: 'Make it writable for you, or choose another data folder. Nothing was changed.',
    })
  if (!isNew && !isWritable(file))
    refuse({
      code: 'storage',
      message: `The data file ${file} cannot be written: it is read-only, or belongs to somebody else.`,
      hint: 'Make it writable for you. Nothing was changed.',
    })
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Says in plain words why the file cannot be opened; damage is left to whoever can recover from it. */
function refuseToOpen(thrown: unknown, dataDir: string): never {
  // Where the disk is full, mapping more of the shared memory fails as an error of the disk.
  const code = isFull(thrown, dataDir) ? 'SQLITE_FULL' : codeOf(thrown)
  const known = reasons.find(([prefix]) => code.startsWith(prefix))
  if (known === undefined) throw thrown
  const [, reason, hint] = known
  return refuse({
    code: 'storage',
    message: `The data in ${dataDir} cannot be opened: ${reason}.`,
    hint: `${hint} What was saved before is intact.`,
  })
}

function isFull(thrown: unknown, dataDir: string): boolean {
  if (!codeOf(thrown).startsWith('SQLITE_IOERR')) return false
  try {
    const { bavail, bsize } = statfsSync(dataDir)
    return bavail * bsize < 65_536
  } catch {
    return false
  }
}

const reasons: readonly (readonly [code: string, reason: string, hint: string])[] = [
  ['SQLITE_FULL', 'the disk is full', 'Free some space and start again.'],
  ['SQLITE_IOERR', 'the disk reported an error', 'Check the disk, or that it is still connected.'],
  ['SQLITE_READONLY', 'it cannot be written', 'Make the folder and its files writable for you.'],
  ['SQLITE_CANTOPEN', 'the file cannot be reached', 'Check that the folder belongs to you.'],
  ['SQLITE_BUSY', 'another program holds it', 'Close other programs that have the file open.'],
]

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

/** Makes the file, where there is none, before SQLite would: so that nobody else could ever open it. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch {
    // It is there already; or it cannot be made, which SQLite says better.
  }
}
