import { fileURLToPath } from 'node:url'
import { systemClock } from '#engine/clock.ts'
import { createEngine } from '#engine/engine.ts'
import type { CallName, InputOf, OutputOf } from '#contract/index.ts'
import { seededRandom } from '#domain/seeded-random.ts'
import type { Acknowledged } from './mixed-load.ts'

// A process that writes in every way there is, as fast as it can, for tests that kill it. Each line says what was
// acknowledged.
const assetsDir = fileURLToPath(new URL('../..', import.meta.url))
const [, , dataDir = '', seed = ''] = process.argv
const engine = createEngine({ dataDir, assetsDir, clock: systemClock, log: () => {} })
const random = seededRandom(Number(seed))
const say = (line: Acknowledged) => process.stdout.write(`${JSON.stringify(line)}\n`)

async function ask<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await engine.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.value
}

let tag = 0
let saved = 0
let backsUp = false

const [{ id: story } = await aStory()] = await ask('stories.list', {})

async function aStory() {
  return (await ask('stories.create', { content: { title: 'Typed' } })).story
}

const kinds: readonly (() => Promise<void>)[] = [
  async () => {
    const note = `note ${seed} ${(tag += 1)}`
    const { session } = await ask('sessions.log', {
      category: 'coding',
      duration: '5m',
      note,
      acceptOverlap: true,
    })
    say({ kind: 'session', id: session.id })
  },
  async () => {
    const { version } = await ask('stories.get', { id: story })
    const text = `${seed} ${(saved += 1)} ${'lorem ipsum '.repeat(40)}`
    await ask('stories.save', { id: story, basedOn: version, patch: { parts: { action: text } } })
    say({ kind: 'story', id: story, text })
  },
  async () => {
    const { timer } = await ask('timer.get', {})
    if (timer === null) await ask('timer.start', { category: 'coding' })
    else if (timer.state === 'running') await ask('timer.pause', {})
    else await ask('timer.discard', {})
    const { timer: after } = await ask('timer.get', {})
    say({ kind: 'timer', state: after?.state ?? 'none' })
  },
  async () => {
    const name = `import ${seed} ${(tag += 1)}`
    const rows = Array.from(
      { length: 40 },
      (_, row) => `2026-03-01,0:05:00,coding,${name} row ${row}`,
    )
    const bytes = new TextEncoder().encode(`Date,Duration,Category,Note\n${rows.join('\n')}\n`)
    const { file } = await ask('transfer.receive', { name: 'mixed.csv', bytes })
    const seen = await ask('transfer.inspect', { file })
    if (seen.kind !== 'csv') throw new Error('not a table')
    say({ kind: 'import-begun', name })
    await ask('transfer.import', { file, mapping: seen.mapping })
    say({ kind: 'import', name, rows: rows.length })
  },
  async () => {
    if (backsUp) return
    backsUp = true
    say({ kind: 'backup-begun' })
    const { id } = await ask('backups.make', {})
    say({ kind: 'backup', id })
  },
]
// Small writes come often, imports and backups now and then.
const weights = [8, 8, 4, 1, 1]

for (;;) {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const chosen = weights.findIndex((weight) => (rest -= weight) < 0)
  await kinds[Math.max(0, chosen)]?.()
}
