import type { EngineOptions } from '../api.ts'
import { instantOf } from '../local-time.ts'
import { backupFolder } from './folder.ts'
import { runBackupTask } from './run.ts'
import { waitingBackups } from './waiting.ts'

/**
 * Lets the backups that were made before the schema changed go their way, as soon as there may be a key for them. Never
 * rejects: after a failure they go on waiting in the data folder. Resolves to whether any went.
 */
export async function encryptWhatWaits(
  { dataDir, clock }: Pick<EngineOptions, 'dataDir' | 'clock'>,
  failed: (thrown: unknown) => void,
): Promise<boolean> {
  if (waitingBackups(dataDir).length === 0) return false
  const { folder } = backupFolder(dataDir)
  try {
    const now = instantOf(clock.nowMs())
    await runBackupTask({ type: 'encrypt-waiting', dataDir, folder, now }, {})
    return true
  } catch (thrown) {
    failed(thrown)
    return false
  }
}
