import { parentPort, workerData } from 'node:worker_threads'
import type { Engine } from '../api.ts'
import { clockFrom } from '../clock.ts'
import { createEngine } from '../engine.ts'
import { failureOf } from '../failure.ts'
import { errorOf } from '../refusal.ts'
import type { FromThread, ThreadData, ToThread } from './messages.ts'

const port = parentPort
if (!port) throw new Error('the engine thread was started as a program')
// Only engineOnThread starts this file, and it passes just this.
const { dataDir, assetsDir } = workerData as ThreadData
const say = (message: FromThread) => port.postMessage(message)

const running = new Map<number, AbortController>()

try {
  const engine = createEngine({
    dataDir,
    assetsDir,
    clock: clockFrom(process.env),
    log: (...line) => say({ type: 'log', line }),
    backsUpDaily: true,
  })
  engine.onChange((nouns) => say({ type: 'changed', nouns }))
  port.on('message', (message: ToThread) => void receive(engine, message))
  say({ type: 'ready' })
} catch (thrown) {
  say({ type: 'log', line: ['error', 'engine did not open', failureOf(thrown)] })
  say({ type: 'refused', error: errorOf(thrown) })
}

async function receive(engine: Engine, message: ToThread): Promise<void> {
  switch (message.type) {
    case 'call': {
      const { id, name, input } = message
      const controller = new AbortController()
      running.set(id, controller)
      const result = await engine.callUntrusted(name, input, {
        signal: controller.signal,
        onProgress: (done) => say({ type: 'progress', id, done }),
      })
      running.delete(id)
      say({ type: 'answer', id, result })
      return
    }
    case 'cancel':
      running.get(message.id)?.abort()
      return
    case 'close':
      await engine.close()
      port?.close()
  }
}
