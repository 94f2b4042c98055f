import { parentPort, workerData } from 'node:worker_threads'
import type { CallError } from '#contract/errors.ts'
import { errorOf, refuse } from '../refusal.ts'
import { carryOut, type Done } from './carry-out.ts'
import type { Moment, Task } from './tasks.ts'
import type { Work } from './work.ts'

/** What the thread is started with. `canceled[0]` is set to 1 to cancel. */
export type ThreadInput = Readonly<{
  task: Task
  dataDir: string
  moment: Moment
  canceled: Int32Array
}>

/**
 * What the thread says. `write` asks for the turn to write and is answered by any message; the last one is `done` or
 * `failed`.
 */
export type ThreadMessage = Readonly<
  | { kind: 'progress'; done: number }
  | { kind: 'write' }
  | ({ kind: 'done' } & Done)
  | { kind: 'failed'; error: CallError; thrown: string }
>

// This file is the entry of a thread and exports types alone; it is never imported for what it does.
if (parentPort) {
  const port = parentPort
  const say = (message: ThreadMessage) => port.postMessage(message)
  // The starter passes exactly this; nothing else can start the thread.
  const { task, dataDir, moment, canceled } = workerData as ThreadInput
  let told = 0
  const work: Work = {
    checkCancel() {
      if (Atomics.load(canceled, 0) === 1)
        refuse({ code: 'canceled', message: 'It was cancelled; nothing was changed.' })
    },
    progress(done) {
      if (done < 1 && done < told + 0.01) return
      told = done
      say({ kind: 'progress', done })
    },
  }
  const turn = () =>
    new Promise<void>((resolve) => {
      port.once('message', () => resolve())
      say({ kind: 'write' })
    })
  try {
    const done = await carryOut(task, dataDir, moment, work, turn)
    work.progress(1)
    say({ kind: 'done', ...done })
  } catch (thrown) {
    say({ kind: 'failed', error: errorOf(thrown), thrown: String(thrown) })
  }
}
