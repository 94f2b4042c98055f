import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import type { Clock } from '#engine/api.ts'
import { createEngine } from '#engine/engine.ts'
import { databaseFile } from '#engine/store/file.ts'

/**
 * How long it takes to change many sessions at once, beside 100,000 others: their category, their day across changes
 * of the clocks, both at once, to the trash, and each of these taken back.
 *
 *     node bench/bulk.ts [sessions changed]
 */
const changed = Number(process.argv[2] ?? 10_000)
const total = 100_000
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
const id = (index: number) => `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`
fill()
const ids = Array.from({ length: changed }, (_, index) => id(index * Math.floor(total / changed)))

await timed('move by 3 days', 'sessions.change', { ids, moveByDays: -3 })
await timed('another category', 'sessions.change', { ids, category: 'stories' })
await timed('both at once', 'sessions.change', { ids, category: 'stories', moveByDays: -200 })
await timed('to the trash', 'sessions.remove', { ids })
await engine.close()
rmSync(dataDir, { recursive: true })

async function timed(what: string, name: string, input: unknown) {
  const done = await seconds(() => engine.callUntrusted(name, input))
  const undone = await seconds(() => engine.call('history.undo', {}))
  console.log(
    `${String(changed)} sessions, ${what.padEnd(18)} ${done.padStart(7)} s, taken back ${undone.padStart(7)} s`,
  )
}

async function seconds(work: () => Promise<Readonly<{ ok: boolean }>>): Promise<string> {
  const started = performance.now()
  const answer = await work()
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return ((performance.now() - started) / 1000).toFixed(2)
}

function fill() {
  const file = new Sqlite(databaseFile(dataDir))
  const add = file.prepare(
    `INSERT INTO session (id, playbook, category, study_day, started_at, time_zone, duration_s, note, created_at, changed_at)
     VALUES (?, 'L6', 'coding', ?, ?, 'Europe/Berlin', 1500, 'Caches and queues', ?, ?)`,
  )
  const count = file.prepare(
    `INSERT INTO session_count (session_id, kind, n) VALUES (?, 'coding-medium', 2)`,
  )
  file.transaction(() => {
    for (let index = 0; index < total; index += 1) {
      const at = new Date(clock.nowMs() - (index + 1) * 3_600_000).toISOString().replace('.000', '')
      add.run(id(index), at.slice(0, 10), at, at, at)
      count.run(id(index))
    }
  })()
  file.close()
}
