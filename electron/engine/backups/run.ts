import type { JobOptions } from '../api.ts'
import { runOnThread, type JobThread } from '../jobs/run.ts'
import type { BackupDone, BackupTask } from './tasks.ts'

const thread: JobThread = {
  name: 'backups',
  file: { source: new URL('./thread.ts', import.meta.url), bundled: 'backups-thread.js' },
  mostMemory: 1024,
  tooMuch: {
    code: 'internal',
    message: 'The backup needs more memory than there is for it. Nothing was changed.',
    hint: 'Close other programs and try again.',
  },
}

/** Carries a task with a backup out, off the engine's thread. Rejects with a `Refusal`. */
export async function runBackupTask(
  task: BackupTask,
  options: JobOptions,
  holdWrites?: () => () => void,
): Promise<BackupDone> {
  return runOnThread<BackupTask, BackupDone>(thread, task, options, holdWrites)
}
