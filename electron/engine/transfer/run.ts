import type { JobOptions } from '../api.ts'
import { runOnThread, type JobThread } from '../jobs/run.ts'
import type { Done } from './bench.ts'
import type { Moment, TaskName, TaskOf } from './tasks.ts'
import type { ThreadTask } from './thread.ts'

/** What a task needs of the engine around it. */
type Around = Readonly<{ dataDir: string; moment: Moment; holdWrites: () => () => void }>

const thread: JobThread = {
  name: 'transfer',
  file: { source: new URL('./thread.ts', import.meta.url), bundled: 'transfer-thread.js' },
  mostMemory: 1024,
  tooMuch: {
    code: 'invalid-input',
    field: 'file',
    message: 'The file needs more memory than there is for it. Nothing was changed.',
    hint: 'Split it, or leave columns out.',
  },
}

/** Carries a task with a file out, off the engine's thread. Rejects with a `Refusal`. */
export async function runTransfer<T extends TaskName>(
  task: TaskOf<T>,
  { dataDir, moment, holdWrites }: Around,
  options: JobOptions,
): Promise<Done<T>> {
  // A task of an open name is one of the tasks, and what comes of it is its own: the pairing TypeScript cannot follow.
  const threadTask = { task, dataDir, moment } as unknown as ThreadTask
  return runOnThread<ThreadTask, Done<T>>(thread, threadTask, options, holdWrites)
}
