import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CallError } from '#contract/errors.ts'
import type { JobOptions } from '../api.ts'
import { codeOf, Refusal } from '../refusal.ts'
import type { ThreadMessage, ThreadStart } from './messages.ts'

/** A thread that carries tasks out: `serveTask` stands at the end of its file. */
export type JobThread = Readonly<{
  /** For whoever looks at the process. */
  name: string
  /** Its file: from the sources its own; bundled, an entry of that name. */
  file: Readonly<{ source: URL; bundled: string }>
  /** More memory than that no task needs, in MiB; one that asks for it is ended instead of the app. */
  mostMemory: number
  /** What is said of a task that asked for more. */
  tooMuch: CallError
  /** Whether a cancelled task is ended at once; else it is told so, and ends where it can. */
  endsOnCancel?: boolean
}>

/** Lets `write` calls wait from now on; returns what lets them go on. */
type HoldWrites = () => () => void

const canceledAtOnce: CallError = { code: 'canceled', message: 'It was cancelled.' }

/**
 * Carries a task out on a thread of its own, so that the engine goes on answering. Rejects with a `Refusal`; a
 * cancelled task has ended and changed nothing when it rejects. Progress never goes back.
 */
export async function runOnThread<Task, Output>(
  thread: JobThread,
  task: Task,
  { signal, onProgress }: JobOptions,
  holdWrites: HoldWrites = () => () => {},
): Promise<Output> {
  if (thread.endsOnCancel && signal?.aborted) throw new Refusal(canceledAtOnce)
  const canceled = new Int32Array(new SharedArrayBuffer(4))
  const workerData: ThreadStart<Task> = { task, canceled }
  const worker = new Worker(urlOf(thread), {
    workerData,
    // A clock or a network is of no use to it, and neither are the flags of the process that runs it.
    execArgv: [],
    name: thread.name,
    resourceLimits: { maxOldGenerationSizeMb: thread.mostMemory },
  })
  let letGo = () => {}
  let cancel = () => {}
  try {
    return await new Promise<Output>((resolve, reject) => {
      const fail = (error: CallError) => reject(new Refusal(error))
      cancel = () => {
        Atomics.store(canceled, 0, 1)
        if (thread.endsOnCancel) fail(canceledAtOnce)
      }
      if (signal?.aborted) cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      worker.on('message', (message: ThreadMessage<Output>) => {
        switch (message.kind) {
          case 'progress':
            if (!signal?.aborted) onProgress?.(message.done)
            return
          case 'write':
            letGo()
            letGo = holdWrites()
            return worker.postMessage('go')
          case 'done':
            return resolve(message.value)
          case 'failed':
            // What nobody expected goes on as it is, so that it is logged; what was refused says why by itself.
            return message.isExpected ? fail(message.error) : reject(new Error(message.thrown))
        }
      })
      worker.on('error', (thrown) =>
        codeOf(thrown) === 'ERR_WORKER_OUT_OF_MEMORY' ? fail(thread.tooMuch) : reject(thrown),
      )
      worker.on('exit', () => reject(new Error(`the ${thread.name} thread ended early`)))
    })
  } finally {
    letGo()
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}

/** Bundled code may have gone into a folder of shared chunks: then the entry is in the folder above. */
function urlOf({ file: { source, bundled } }: JobThread): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return source
  const candidates = [`./${bundled}`, `../${bundled}`].map((name) => new URL(name, here))
  const [first] = candidates
  return candidates.find((url) => existsSync(fileURLToPath(url))) ?? first ?? new URL(here)
}
