import path from 'node:path'
import { rmSync } from 'node:fs'
import { backupsToDrop } from '#domain/backup-retention.ts'
import type { StudyDay } from '#contract/units.ts'
import type { ReadableDb } from '../store/database.ts'
import { changesIn, changesOf } from './change-count.ts'
import { backupFolder, backupsIn } from './folder.ts'
import { forgetRecord, recordOf } from './records.ts'

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
  const then = last.encrypted
    ? (recordOf(dataDir, last.id)?.changes ?? -1)
    : changesIn(path.join(folder, last.id))
  return changesOf(db) !== then
}

/** Removes what has had its time; never the one that was made just now, whatever the clock says of it. */
export function dropOldBackups(dataDir: string, made: string): void {
  const { folder } = backupFolder(dataDir)
  const backups = backupsIn(folder).map(({ id, kind, madeAt }) => ({
    id,
    kind,
    day: madeAt.slice(0, 10) as StudyDay,
  }))
  for (const id of backupsToDrop(backups)) if (id !== made) removeBackup(dataDir, folder, id)
}

/** Deletes a backup for good, with what was remembered of it. */
export function removeBackup(dataDir: string, folder: string, id: string): void {
  rmSync(path.join(folder, id), { force: true })
  forgetRecord(dataDir, id)
}
