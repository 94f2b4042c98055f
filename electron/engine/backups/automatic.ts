import path from 'node:path'
import { rmSync } from 'node:fs'
import { backupsToDrop } from '#domain/backup-retention.ts'
import type { Backup } from '#contract/backups.ts'
import type { StudyDay } from '#contract/units.ts'
import type { ReadableDb } from '../store/database.ts'
import { changesIn, changesOf } from './change-count.ts'
import { backupFolder, backupsIn } from './folder.ts'
import { ownBackups } from './owner.ts'
import { forgetRecord, recordOf } from './records.ts'

/**
 * Whether today's backup is still to be made: there is none of today, and something changed since the last one. `today`
 * is the UTC day, as names of backups are.
 */
export function isBackupDue(dataDir: string, db: ReadableDb, today: StudyDay): boolean {
  const { folder } = backupFolder(dataDir)
  const own = backupsIn(folder).filter(ownBackups(dataDir))
  const dailies = own.filter(({ kind }) => kind === 'daily')
  // The newest by name need not be today's: a clock may have been set back.
  if (dailies.some((one) => dayOf(one) === today)) return false
  // Nor need it be the last that was made, where it is of a later day; then the one before today may be.
  const last = [dailies[0], dailies.find((one) => dayOf(one) < today)]
  const changes = changesOf(db)
  return changes > 0 && !last.some((one) => one && changesAt(dataDir, folder, one) === changes)
}

/** How far the data had come when a backup was made; -1 where that is not known. */
function changesAt(dataDir: string, folder: string, { id, encrypted }: Backup): number {
  if (encrypted) return recordOf(dataDir, id)?.changes ?? -1
  return changesIn(path.join(folder, id))
}

/** Removes of the own backups what has had its time, on the day of the one that was made just now; never that one. */
export function dropOldBackups(dataDir: string, made: Pick<Backup, 'id' | 'madeAt'>): void {
  const { folder } = backupFolder(dataDir)
  const own = backupsIn(folder).filter(ownBackups(dataDir))
  const backups = own.map(({ id, kind, madeAt }) => ({
    id,
    kind,
    day: dayOf({ madeAt }),
  }))
  for (const id of backupsToDrop(backups, dayOf(made)))
    if (id !== made.id) removeBackup(dataDir, folder, id)
}

/** The UTC day of a backup, as its name has it. */
function dayOf({ madeAt }: Pick<Backup, 'madeAt'>): StudyDay {
  return madeAt.slice(0, 10) as StudyDay
}

/** Deletes a backup for good, with what was remembered of it. */
export function removeBackup(dataDir: string, folder: string, id: string): void {
  rmSync(path.join(folder, id), { force: true })
  forgetRecord(dataDir, id)
}
