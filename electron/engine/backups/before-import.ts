import type { Clock, JobOptions } from '../api.ts'
import type { Home } from '../home.ts'
import { instantOf } from '../local-time.ts'
import { findProfile } from '../profile/store.ts'
import type { ReadableDb } from '../store/database.ts'
import { dropOldBackups } from './automatic.ts'
import { backupFolder } from './folder.ts'
import { runBackupTask } from './run.ts'

/**
 * A backup before an import, off the engine's thread, unless there is nothing yet that could be lost. Rejects with a
 * `Refusal` where it cannot be made: then nothing is imported.
 */
export async function backUpBeforeImport(
  db: ReadableDb,
  { home, clock }: Readonly<{ home: Home; clock: Clock }>,
  { signal }: JobOptions,
): Promise<void> {
  if (findProfile(db) === undefined) return
  const { dataDir } = home
  const { folder } = backupFolder(dataDir)
  const now = instantOf(clock.nowMs())
  const task = { type: 'make', kind: 'before-import', dataDir, folder, now } as const
  const { made } = await runBackupTask(task, signal ? { signal } : {})
  if (made !== null) dropOldBackups(dataDir, made)
  home.tell(['backups'])
}
