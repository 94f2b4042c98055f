import { parentPort, workerData } from 'node:worker_threads'
import { errorOf, Refusal, refuse } from '../refusal.ts'
import type { ThreadMessage, ThreadStart } from './messages.ts'
import type { Work } from './work.ts'

/** Waits until no `write` call of the engine is under way, and lets none begin until the thread has ended. */
export type Turn = () => Promise<void>

/**
 * The whole of a job's thread: carries out the task that it was started with, and says what came of it. Does nothing
 * where the file is imported by something that is no thread.
 */
export async function serveTask<Task, Output>(
  carryOut: (task: Task, work: Work, turn: Turn) => Promise<Output>,
  /** What of the output is handed over instead of copied. */
  handedOver: (output: Output) => ArrayBuffer[] = () => [],
): Promise<void> {
  if (!parentPort) return
  const port = parentPort
  const say = (message: ThreadMessage<Output>, handed: ArrayBuffer[] = []) =>
    port.postMessage(message, handed)
  // The starter passes exactly this; nothing else can start the thread.
  const { task, canceled } = workerData as ThreadStart<Task>
  const turn = () =>
    new Promise<void>((resolve) => {
      port.once('message', () => resolve())
      say({ kind: 'write' })
    })
  try {
    const work = workOf(canceled, (done) => say({ kind: 'progress', done }))
    const value = await carryOut(task, work, turn)
    work.progress(1)
    say({ kind: 'done', value }, handedOver(value))
  } catch (thrown) {
    const error = errorOf(thrown)
    const isExpected = thrown instanceof Refusal || error.code !== 'internal'
    say({ kind: 'failed', error, isExpected, thrown: String(thrown) })
  }
}

function workOf(canceled: Int32Array, tell: (done: number) => void): Work {
  let told = 0
  return {
    checkCancel() {
      if (Atomics.load(canceled, 0) === 1)
        refuse({ code: 'canceled', message: 'It was cancelled; nothing was changed.' })
    },
    progress(done) {
      if (done < 1 && done < told + 0.01) return
      told = done
      tell(done)
    },
  }
}
