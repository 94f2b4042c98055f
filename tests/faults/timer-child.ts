import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { systemClock } from '#engine/clock.ts'
import { createEngine } from '#engine/engine.ts'

// A process of its own on a data folder, for tests that kill it or let two of them race. Each answer is one line.
const assetsDir = fileURLToPath(new URL('../..', import.meta.url))
const [, , dataDir = '', job = ''] = process.argv
const engine = createEngine({ dataDir, assetsDir, clock: systemClock, log: () => {} })
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

/** Starts a timer at the word, and says what became of it. */
async function race(): Promise<void> {
  say('ready')
  await once(process.stdin, 'data')
  say(await engine.call('timer.start', { category: 'coding' }))
  await engine.close()
}

/** Starts a timer, then pauses and resumes it without end, and says each time that it is done. */
async function toggle(): Promise<void> {
  say(await engine.call('timer.start', { category: 'coding', note: 'Graphs' }))
  await engine.call('timer.seen', {})
  for (let isRunning = true; ; isRunning = !isRunning)
    say(await engine.call(isRunning ? 'timer.pause' : 'timer.resume', {}))
}

/** Starts a timer, says so, and waits for whatever comes. */
async function wait(): Promise<void> {
  say(await engine.call('timer.start', { category: 'coding', note: 'Graphs' }))
  process.stdin.resume()
}

const jobs: Readonly<Record<string, () => Promise<void>>> = { race, toggle, wait }
await jobs[job]?.()
