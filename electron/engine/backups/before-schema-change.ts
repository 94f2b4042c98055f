import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { instantOf } from '../local-time.ts'
import { requireWhole } from './check.ts'
import { encryptionSetting } from './encryption.ts'
import { backupFolder, makeFolder } from './folder.ts'
import { partialName } from './leftovers.ts'
import { flush } from './make.ts'
import { freeName } from './names.ts'
import { waitingFolder } from './waiting.ts'

/**
 * Copies the data before its schema changes: to the folder of the backups, or, where that is gone, to the one inside
 * the data folder. Where backups are encrypted it waits in the data folder, beside the data, until the engine is open
 * and can encrypt it. Throws when none can be written: then the schema is not changed.
 */
export function backUpBeforeSchemaChange(connection: Database, dataDir: string): void {
  const setting = encryptionSetting(dataDir)
  if (setting === 'broken' || setting?.on === true)
    return copyTo(connection, waitingFolder(dataDir))
  const chosen = backupFolder(dataDir)
  try {
    copyTo(connection, chosen.folder)
  } catch (thrown) {
    if (chosen.isDefault) throw thrown
    copyTo(connection, path.join(dataDir, 'backups'))
  }
}

function copyTo(connection: Database, folder: string): void {
  makeFolder(folder)
  const file = freeName(folder, 'before-schema-change', instantOf(Date.now()))
  const partial = path.join(folder, partialName(path.basename(file)))
  // Made first, so that it is private from its first byte.
  closeSync(openSync(partial, 'w', 0o600))
  try {
    connection.prepare('VACUUM INTO ?').run(partial)
    requireWhole(partial)
    flush(partial)
    renameSync(partial, file)
  } catch (thrown) {
    rmSync(partial, { force: true })
    throw thrown
  }
}
