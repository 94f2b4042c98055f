import { chmodSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite, { type Database } from 'better-sqlite3'
import { codeOf, refuse } from '../refusal.ts'

/** How long another one is waited for, in ms; locking a key takes seconds on a slow computer. */
const patienceMs = 60_000
/** How often it is looked whether it has ended, in ms. */
const lookEveryMs = 50

/**
 * Lets one at a time, of all apps on a data folder, change how its backups are encrypted, or give one a name that is
 * free; the others wait. It is SQLite's lock on a file without content, which the system gives back when a process ends,
 * however it ends. Work of this kind must not be nested. Refuses where another one goes on for too long.
 */
export async function inTurn<T>(
  dataDir: string,
  checkCancel: () => void,
  work: () => Promise<T>,
): Promise<T> {
  const file = path.join(dataDir, 'backups.lock')
  const connection = new Sqlite(file, { timeout: 0 })
  try {
    // By its name: to open the file a second time and close it would give the lock of this process back.
    chmodSync(file, 0o600)
    const until = Date.now() + patienceMs
    while (!begins(connection)) {
      checkCancel()
      if (Date.now() > until) refuse(tooLong)
      await sleep(lookEveryMs)
    }
    return await work()
  } finally {
    connection.close()
  }
}

function begins(connection: Database): boolean {
  try {
    connection.exec('BEGIN EXCLUSIVE')
    return true
  } catch (thrown) {
    if (codeOf(thrown).startsWith('SQLITE_BUSY')) return false
    throw thrown
  }
}

const tooLong = {
  code: 'conflict',
  message: 'Another Loopready is at work on the backups.',
  hint: 'Try again in a moment.',
} as const
