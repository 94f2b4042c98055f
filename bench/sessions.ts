import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import type { Result } from '#contract/errors.ts'
import type { Clock } from '#engine/api.ts'
import { createEngine } from '#engine/engine.ts'
import { databaseFile } from '#engine/store/file.ts'

/**
 * What 100,000 sessions cost: each call the median of 20, beside the time SQLite needs to read every session once on
 * the same file in the same run. The ratio is the figure to compare between machines.
 *
 *     node bench/sessions.ts [sessions]
 */
const total = Number(process.argv[2] ?? 100_000)
const dataDir = mkdtempSync(path.join(tmpdir(), 'loopready-bench-'))
const clock: Clock = { nowMs: () => Date.parse('2026-10-01T10:00:00Z'), timeZone: () => 'UTC' }
const assetsDir = fileURLToPath(new URL('..', import.meta.url))
const engine = createEngine({ dataDir, assetsDir, clock, log: () => {} })

await engine.call('profile.save', {
  name: 'Bench',
  level: 'L6',
  startDate: '2026-09-01',
  interviewDate: '2026-12-15',
  weeklyHours: 15,
})
fill()

const readAll = new Sqlite(databaseFile(dataDir), { readonly: true })
const everything = readAll.prepare('SELECT * FROM session WHERE deleted_at IS NULL')
const yardstick = await median(() => everything.all())
const rows: [string, number][] = [
  ['plan.status', await median(() => answered(engine.call('plan.status', {})))],
  ['sessions.outline', await median(() => answered(engine.call('sessions.outline', {})))],
  ['sessions.page, newest', await median(() => page(0))],
  ['sessions.page, oldest', await median(() => page(total - 100))],
  ['sessions.log and undo', await median(logAndUndo)],
]
console.log(`${total} sessions; reading every row once: ${yardstick.toFixed(1)} ms`)
for (const [name, ms] of rows)
  console.log(
    `${name.padEnd(24)}${ms.toFixed(1).padStart(8)} ms   ${(ms / yardstick).toFixed(3)} x`,
  )

readAll.close()
await engine.close()
rmSync(dataDir, { recursive: true })

function page(offset: number) {
  return answered(engine.call('sessions.page', { offset, limit: 100 }))
}

async function logAndUndo() {
  await answered(
    engine.call('sessions.log', { category: 'coding', duration: '25m', acceptOverlap: true }),
  )
  await answered(engine.call('history.undo', {}))
}

/** A refusal would be fast, and prove nothing. */
async function answered(answer: Promise<Result<unknown>>): Promise<void> {
  const result = await answer
  if (!result.ok) throw new Error(result.error.message)
}

/** Straight into the file: through the contract, one fsync per session would take minutes. */
function fill() {
  const file = new Sqlite(databaseFile(dataDir))
  const add = file.prepare(
    `INSERT INTO session (id, playbook, category, study_day, started_at, time_zone, duration_s, note, created_at, changed_at)
     VALUES (@id, 'L6', @category, @day, @at, 'UTC', 1500, @note, @at, @at)`,
  )
  const count = file.prepare(
    `INSERT INTO session_count (session_id, kind, n) VALUES (@id, 'coding-medium', 2)`,
  )
  const categories = ['system-design', 'coding', 'stories', 'deep-dives']
  file.transaction(() => {
    for (let index = 0; index < total; index += 1) {
      const at = new Date(clock.nowMs() - (index + 1) * 3_600_000).toISOString().replace('.000', '')
      const id = `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`
      const category = categories[index % 4]
      add.run({
        id,
        category,
        day: at.slice(0, 10),
        at,
        note: `Session ${index}: caches and queues`,
      })
      if (category === 'coding') count.run({ id })
    }
  })()
  file.close()
}

async function median(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 20; run += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.toSorted((a, b) => a - b)[10] ?? 0
}
