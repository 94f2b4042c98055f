import { instantOf } from '../local-time.ts'
import { chmodSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { requireWhole } from './check.ts'
import { backupFolder, makeFolder } from './folder.ts'
import { freeName } from './names.ts'

/**
 * Copies the data before its schema changes: to the folder of the backups, or, where that is gone, to the one inside
 * the data folder. Throws when neither can be written: then the schema is not changed.
 */
export function backUpBeforeSchemaChange(connection: Database, dataDir: string): void {
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
  const madeAt = instantOf(Date.now())
  const file = freeName(folder, 'before-schema-change', madeAt)
  connection.prepare('VACUUM INTO ?').run(file)
  chmodSync(file, 0o600)
  requireWhole(file)
}
