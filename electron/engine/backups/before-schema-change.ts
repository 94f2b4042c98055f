import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import { SqliteError, type Database } from 'better-sqlite3'
import { instantOf } from '../local-time.ts'
import { refuse } from '../refusal.ts'
import { faultsIn, faultsOf } from './check.ts'
import { encryptionSetting } from './encryption.ts'
import { backupFolder, makeFolder, requireReachable, usualFolder } from './folder.ts'
import { newPartial } from './leftovers.ts'
import { freeName } from './names.ts'
import { flush } from './place.ts'
import { waitingFolder } from './waiting.ts'

/**
 * Copies the data before its schema changes: to the folder of the backups, or, where that is gone, to the one inside
 * the data folder. Where backups are encrypted it waits in the data folder, beside the data, until the engine is open
 * and can encrypt it. Throws when none can be written, and as SQLite does (`SQLITE_CORRUPT`) when the data itself has
 * faults: then the schema is not changed.
 */
export function backUpBeforeSchemaChange(connection: Database, dataDir: string): void {
  const setting = encryptionSetting(dataDir)
  if (setting === 'broken' || setting?.on === true)
    return copyTo(connection, waitingFolder(dataDir))
  const chosen = backupFolder(dataDir)
  try {
    requireReachable(dataDir)
    copyTo(connection, chosen.folder)
  } catch (thrown) {
    if (chosen.isDefault && chosen.isKnown) throw thrown
    copyTo(connection, usualFolder(dataDir))
  }
}

/** As with every backup, the copy gets its name once it is whole and on the disk: the app may be killed before. */
function copyTo(connection: Database, folder: string): void {
  makeFolder(folder)
  const madeAt = instantOf(Date.now())
  const partial = newPartial(folder)
  try {
    // Empty is as good as not there to SQLite, and made like this it is private from its first byte.
    closeSync(openSync(partial, 'w', 0o600))
    connection.prepare('VACUUM INTO ?').run(partial)
    requireWholeCopy(connection, partial)
    flush(partial)
    renameSync(partial, freeName(folder, 'before-schema-change', madeAt))
  } catch (thrown) {
    rmSync(partial, { force: true })
    rmSync(`${partial}-journal`, { force: true })
    throw thrown
  }
}

/** Tells damage of the data, which a copy carries over, from a copy that only came out bad. */
function requireWholeCopy(connection: Database, copy: string): void {
  if (faultsIn(copy).length === 0) return
  const [fault] = faultsOf(connection)
  if (fault !== undefined) throw new SqliteError(fault, 'SQLITE_CORRUPT')
  refuse({
    code: 'storage',
    message: 'The copy of your data that is made before an update came out damaged.',
    hint: 'Check the disk that the backups go to. Your data was left untouched.',
  })
}
