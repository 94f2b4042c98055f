import path from 'node:path'
import { rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { backupsToDrop } from '#domain/backup-retention.ts'
import type { StudyDay } from '#contract/units.ts'
import type { ReadableDb } from '../store/database.ts'
import { readable } from '../store/database.ts'
import { backupFolder, backupsIn } from './folder.ts'

/**
 * Whether today's backup is still to be made: there is none of today, and something changed since the last one. `today`
 * is the UTC day, as names of backups are.
 */
export function isBackupDue(dataDir: string, db: ReadableDb, today: StudyDay): boolean {
  const { folder } = backupFolder(dataDir)
  const dailies = backupsIn(folder).filter(({ kind }) => kind === 'daily')
  // The newest by name need not be today's: a clock may have been set back.
  if (dailies.some(({ madeAt }) => madeAt.slice(0, 10) === today)) return false
  const [last] = dailies
  if (last === undefined) return changesOf(db) > 0
  return changesOf(db) !== changesIn(path.join(folder, last.id))
}

/** Removes what has had its time; never the one that was made just now, whatever the clock says of it. */
export function dropOldBackups(dataDir: string, made: string): void {
  const { folder } = backupFolder(dataDir)
  const backups = backupsIn(folder).map(({ id, kind, madeAt }) => ({
    id,
    kind,
    day: madeAt.slice(0, 10) as StudyDay,
  }))
  for (const id of backupsToDrop(backups))
    if (id !== made) rmSync(path.join(folder, id), { force: true })
}

/** A number that grows with every change of the data. */
function changesOf(db: ReadableDb): number {
  return db.get<{ n: number | null }>('SELECT sum(version) AS n FROM noun_version')?.n ?? 0
}

/** The same of a backup; -1 for one that cannot be read, so that another is made. */
function changesIn(file: string): number {
  try {
    const connection = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      return changesOf(readable(connection))
    } finally {
      connection.close()
    }
  } catch {
    return -1
  }
}
