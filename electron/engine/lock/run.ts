import type { JobOptions } from '../api.ts'
import { runOnThread, type JobThread } from '../jobs/run.ts'

/** Encrypting or decrypting, as plain data. */
export type LockTask = Readonly<{
  type: 'lock' | 'unlock'
  bytes: Uint8Array
  passphrase: string
}>

const thread: JobThread = {
  name: 'lock',
  file: { source: new URL('./thread.ts', import.meta.url), bundled: 'lock-thread.js' },
  mostMemory: 1024,
  tooMuch: {
    code: 'invalid-input',
    field: 'file',
    message: 'The file needs more memory than there is for it. Nothing was changed.',
    hint: 'Close other programs and try again.',
  },
  // Between its beginning and its end there is nothing to ask.
  endsOnCancel: true,
}

/** Encrypts or decrypts off the engine's thread: a passphrase is made slow to guess, and so to use. */
export async function runLockTask(
  task: LockTask,
  options: JobOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return runOnThread<LockTask, Uint8Array<ArrayBuffer>>(thread, task, options)
}
