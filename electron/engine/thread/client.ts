import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Noun } from '#contract/call.ts'
import type { Result } from '#contract/errors.ts'
import type { CallName, InputOf, OutputOf } from '#contract/index.ts'
import type { Engine, EngineOptions, JobOptions } from '../api.ts'
import { Refusal } from '../refusal.ts'
import type { FromThread, ThreadData, ToThread } from './messages.ts'

type Options = Omit<EngineOptions, 'clock'> &
  Readonly<{
    /** Told once when the thread ends without having been closed. What was acknowledged is on disk. */
    onCrash?: (thrown: unknown) => void
  }>

type Waiting = Readonly<{
  answer: (result: Result<unknown>) => void
  onProgress: JobOptions['onProgress']
}>

// From the sources the thread is its own TypeScript file; bundled, it is an entry of its own beside this one.
const threadUrl = new URL(
  import.meta.url.endsWith('.ts') ? './thread.ts' : './engine-thread.js',
  import.meta.url,
)

/**
 * The engine on a thread of its own, so that the thread that draws windows or answers requests never waits for the
 * disk. Rejects with a `Refusal` when the data cannot be opened.
 */
export async function engineOnThread({
  dataDir,
  assetsDir,
  log,
  onCrash,
}: Options): Promise<Engine> {
  const workerData: ThreadData = { dataDir, assetsDir }
  const worker = new Worker(threadUrl, { workerData })
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(nouns: readonly Noun[]) => void>()
  let nextId = 1
  let crash: unknown
  let state: 'starting' | 'open' | 'closed' = 'starting'

  const send = (message: ToThread) => worker.postMessage(message)

  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      switch (message.type) {
        case 'ready':
          state = 'open'
          return resolve()
        case 'refused':
          return reject(new Refusal(message.error))
        case 'answer':
          waiting.get(message.id)?.answer(message.result)
          waiting.delete(message.id)
          return
        case 'progress':
          waiting.get(message.id)?.onProgress?.(message.done)
          return
        case 'changed':
          for (const listener of listeners) listener(message.nouns)
          return
        case 'log':
          log(...message.line)
      }
    })
    worker.on('error', (thrown) => {
      crash = thrown
      reject(thrown)
    })
    worker.on('exit', () => {
      for (const { answer } of waiting.values()) answer(stopped)
      waiting.clear()
      if (state === 'open') onCrash?.(crash)
      state = 'closed'
    })
  })

  try {
    await opened
  } catch (thrown) {
    await worker.terminate()
    throw thrown
  }

  const callUntrusted = (name: unknown, input: unknown, options: JobOptions = {}) =>
    new Promise<Result<unknown>>((answer) => {
      if (state !== 'open') return answer(stopped)
      const id = nextId++
      waiting.set(id, { answer, onProgress: options.onProgress })
      send({ type: 'call', id, name, input })
      const cancel = () => send({ type: 'cancel', id })
      if (options.signal?.aborted) cancel()
      else options.signal?.addEventListener('abort', cancel, { once: true })
    })

  return {
    callUntrusted,
    // The thread parses the input and answers in the contract's shape; across it types are only a promise.
    call: <N extends CallName>(name: N, input: InputOf<N>, options?: JobOptions) =>
      callUntrusted(name, input, options) as Promise<Result<OutputOf<N>>>,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: async () => {
      if (state !== 'open') return
      state = 'closed'
      const exit = once(worker, 'exit')
      send({ type: 'close' })
      await exit
    },
  }
}

const stopped: Result<unknown> = {
  ok: false,
  error: {
    code: 'storage',
    message: 'The data engine has stopped, so nothing was saved.',
    hint: 'Start Loopready again; what was saved before is intact.',
  },
}
