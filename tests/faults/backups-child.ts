import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { CallName, InputOf, OutputOf } from '#contract/index.ts'
import { clockFrom } from '#engine/clock.ts'
import { createEngine } from '#engine/engine.ts'

// A process that restores a backup, or that switches encryption on and encrypts what is there, at the word, for tests
// that kill it. Each line says what was acknowledged.
const assetsDir = fileURLToPath(new URL('../..', import.meta.url))
const [, , dataDir = '', job = '', detail = ''] = process.argv
const clock = clockFrom({ LOOPREADY_NOW: '2026-10-02T10:00:00Z' })
const engine = createEngine({ dataDir, assetsDir, clock, log: () => {}, passphraseWork: 4 })
const say = (line: string) => process.stdout.write(`${line}\n`)

async function ask<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await engine.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  say(name)
  return result.value
}

const jobs: Readonly<Record<string, () => Promise<void>>> = {
  async restore() {
    await ask('backups.restore', { id: detail })
  },
  async encrypt() {
    await ask('backups.encrypt', { passphrase: detail })
    await ask('backups.encryptEarlier', {})
    await ask('backups.make', {})
  },
}

say('ready')
await once(process.stdin, 'data')
await jobs[job]?.()
await engine.close()
process.stdin.destroy()
