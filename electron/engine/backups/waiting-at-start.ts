import type { EngineOptions } from '../api.ts'
import { failureOf } from '../failure.ts'
import { instantOf } from '../local-time.ts'
import { backupFolder } from './folder.ts'
import { runBackupTask } from './run.ts'
import { waitingBackups } from './waiting.ts'

/**
 * Encrypts, in the background, the backup that was made before the schema changed. What goes wrong is logged, and the
 * backup goes on waiting in the data folder. Resolves when it is done.
 */
export async function encryptWhatWaits(
  { dataDir, clock, log }: Pick<EngineOptions, 'dataDir' | 'clock' | 'log'>,
  made: () => void,
): Promise<void> {
  if (waitingBackups(dataDir).length === 0) return
  const { folder } = backupFolder(dataDir)
  try {
    const now = instantOf(clock.nowMs())
    await runBackupTask({ type: 'encrypt-waiting', dataDir, folder, now }, {})
    made()
  } catch (thrown) {
    log('error', 'a backup could not be encrypted', failureOf(thrown))
  }
}
