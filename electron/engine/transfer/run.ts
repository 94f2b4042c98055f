import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CallError } from '#contract/errors.ts'
import type { JobOptions } from '../api.ts'
import { codeOf, Refusal } from '../refusal.ts'
import type { Done } from './carry-out.ts'
import type { Moment, TaskName, TaskOf } from './tasks.ts'
import type { ThreadInput, ThreadMessage } from './thread.ts'

/** What a task needs of the engine around it. */
type Around = Readonly<{
  dataDir: string
  moment: Moment
  /** Lets `write` calls wait from now on; returns what lets them go on. */
  holdWrites: () => () => void
}>

/** More memory than that no task needs, in MiB; one that asks for it is ended instead of the app. */
const mostMemory = 1024

/**
 * Carries a task out on a thread of its own, so that the engine goes on answering. Rejects with a `Refusal`; a
 * cancelled task is told so, and has ended and changed nothing when it rejects. Progress never goes back.
 */
export async function runOnThread<T extends TaskName>(
  task: TaskOf<T>,
  { dataDir, moment, holdWrites }: Around,
  { signal, onProgress }: JobOptions,
): Promise<Done<T>> {
  const canceled = new Int32Array(new SharedArrayBuffer(4))
  const cancel = () => void Atomics.store(canceled, 0, 1)
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  // What the thread is given is one of the tasks, which TypeScript cannot see of a name that is still open.
  const workerData = { task, canceled, dataDir, moment } as unknown as ThreadInput
  const worker = new Worker(threadUrl(), {
    workerData,
    execArgv: [],
    name: 'transfer',
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  })
  let letGo = () => {}
  try {
    return await new Promise((resolve, reject) => {
      const fail = (error: CallError) => reject(new Refusal(error))
      worker.on('message', (message: ThreadMessage) => {
        switch (message.kind) {
          case 'progress':
            return onProgress?.(message.done)
          case 'write':
            letGo()
            letGo = holdWrites()
            return worker.postMessage('go')
          case 'done':
            // The thread carries out what it was given, and answers in the shape of its call.
            return resolve(message as unknown as Done<T>)
          case 'failed':
            return message.error.code === 'internal'
              ? reject(new Error(message.thrown))
              : fail(message.error)
        }
      })
      worker.on('error', (thrown) =>
        codeOf(thrown) === 'ERR_WORKER_OUT_OF_MEMORY' ? fail(tooMuch) : reject(thrown),
      )
      worker.on('exit', () => reject(new Error('the transfer thread ended early')))
    })
  } finally {
    letGo()
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}

const tooMuch: CallError = {
  code: 'invalid-input',
  field: 'file',
  message: 'The file needs more memory than there is for it. Nothing was changed.',
  hint: 'Split it, or leave columns out.',
}

/**
 * Where the thread's file is. From sources it lies beside this one; bundled it is an entry named `transfer-thread.js`,
 * in the folder of this bundle or, where this code went into a folder of shared chunks, in the one above.
 */
function threadUrl(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./thread.ts', here)
  const candidates = ['./transfer-thread.js', '../transfer-thread.js'].map(
    (file) => new URL(file, here),
  )
  const [first] = candidates
  return candidates.find((url) => existsSync(fileURLToPath(url))) ?? first ?? new URL(here)
}
