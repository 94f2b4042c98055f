import { linkSync, rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { codeOf, refuse } from '../refusal.ts'
import { databaseFile } from '../store/file.ts'
import { hasBytes } from './lost.ts'

/**
 * Keeps a log that a crash has left from being taken into the data file by the close of another connection: who closes
 * last does that, and this one cannot write. Null where there is no such log.
 */
export function keepLog(dataDir: string): Database | null {
  const file = databaseFile(dataDir)
  if (!hasBytes(`${file}-wal`)) return null
  try {
    const connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 0 })
    try {
      connection.pragma('schema_version')
    } catch {
      // Damaged, or held by another app: the connection counts all the same, as far as it can.
    }
    return connection
  } catch {
    // What keeps it from being opened is told by the open.
    return null
  }
}

/**
 * Holds the data file for this app alone until it is closed, without changing a byte of it; null where there is none.
 * Refuses while another app has it open: what that one writes would go on into the file that is set aside. SQLite
 * gives the whole file to nobody as long as somebody else has it.
 */
export function holdAlone(dataDir: string, work: string): Database | null {
  const name = otherName(dataDir, work)
  if (name === null) return null
  const connection = new Sqlite(name, { timeout: 0 })
  try {
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
    return connection
  } catch (thrown) {
    if (!codeOf(thrown).startsWith('SQLITE_BUSY')) return connection
    connection.close()
    refuse({
      code: 'storage',
      message: 'The data file is damaged, and another Loopready has it open.',
      hint: 'Close Loopready everywhere, and start it again: it then saves what can be read.',
    })
  }
}

/** A second name of the same file: SQLite finds no log beside it, which it would take in or, worse, delete. */
function otherName(dataDir: string, work: string): string | null {
  const file = databaseFile(dataDir)
  const name = path.join(work, 'held.sqlite')
  try {
    linkSync(file, name)
    return name
  } catch {
    // No file; or a disk that has no second names, as those of memory sticks.
    rmSync(name, { force: true })
    return hasBytes(file) ? file : null
  }
}
