import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TransferMapping } from '#contract/transfer.ts'
import type { CallName, InputOf, OutputOf } from '#contract/index.ts'
import { createEngine } from '#engine/engine.ts'

/**
 * What taking 100,000 sessions in and out costs: `node bench/transfer.ts [rows]`. Prints seconds, the longest that a
 * read had to wait meanwhile, and the memory of the process.
 */
const rows = Number(process.argv[2] ?? 100_000)
const dataDir = mkdtempSync(path.join(tmpdir(), 'loopready-bench-'))
const assetsDir = path.resolve(import.meta.dirname, '..')
const clock = { nowMs: () => Date.parse('2026-11-24T09:00:00Z'), timeZone: () => 'Europe/Berlin' }
const engine = createEngine({ dataDir, assetsDir, clock, log: console.error })

let mostMemory = 0
const memory = setInterval(() => {
  mostMemory = Math.max(mostMemory, process.memoryUsage.rss())
}, 20).unref()

async function timed<N extends CallName>(
  what: string,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  mostMemory = 0
  const state = { isDone: false }
  let longest = 0
  const started = performance.now()
  const answer = engine.call(name, input).finally(() => (state.isDone = true))
  while (!state.isDone) {
    const asked = performance.now()
    await engine.call('history.peek', {})
    longest = Math.max(longest, performance.now() - asked)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const result = await answer
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  if (!result.ok) throw new Error(`${what}: ${result.error.message}`)
  console.log(
    `${what.padEnd(28)} ${seconds} s, a read waits ${longest.toFixed(0)} ms at most, ${(mostMemory / 1048576).toFixed(0)} MiB`,
  )
  return result.value
}

const mapping: TransferMapping = {
  columns: ['date', 'time', 'duration', 'category', 'note'],
  dateOrder: null,
  durationUnit: 'minutes',
  timeZone: null,
  categories: [],
}
const lines = ['Date,Start,Minutes,Category,Note']
for (let row = 0; row < rows; row += 1) {
  const start = new Date(Date.UTC(2000, 0, 1) + row * 7_200_000).toISOString()
  const note = `Row ${row}: graphs, two pointers and a rather typical note of eighty letters`
  lines.push(`${start.slice(0, 10)},${start.slice(11, 16)},45,coding,"${note}"`)
}
const bytes = new TextEncoder().encode(lines.join('\n'))
console.log(`${rows} rows, ${(bytes.length / 1048576).toFixed(1)} MiB as CSV`)

await engine.call('profile.save', {
  level: 'L6',
  name: '',
  startDate: '2026-09-01',
  interviewDate: null,
  weeklyHours: 10,
})
const { file } = await timed('receive', 'transfer.receive', { name: 'bench.csv', bytes })
await timed('inspect', 'transfer.inspect', { file })
await timed('preview', 'transfer.preview', { file, mapping })
await timed('import', 'transfer.import', { file, mapping })
const again = await timed('receive again', 'transfer.receive', { name: 'bench.csv', bytes })
await timed('preview, all here already', 'transfer.preview', { file: again.file, mapping })
await timed('export as CSV', 'transfer.export', { format: 'csv' })
const json = await timed('export as JSON', 'transfer.export', { format: 'json' })
console.log(`${(json.bytes.length / 1048576).toFixed(1)} MiB as JSON`)
await timed('undo', 'history.undo', {})
const back = await timed('receive JSON', 'transfer.receive', {
  name: 'bench.json',
  bytes: json.bytes,
})
await timed('import JSON', 'transfer.import', { file: back.file })
clearInterval(memory)
await engine.close()
rmSync(dataDir, { recursive: true, force: true })
