import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { seededRandom } from '#domain/seeded-random.ts'
import { recoveryOf } from '#engine/recovery/notice.ts'
import { openWhole } from '#engine/recovery/recover.ts'
import { databaseFile } from '#engine/store/file.ts'
import { openDatabase } from '#engine/store/open.ts'
import { temporaryFolder } from '../support/engine.ts'

/** How often the process is killed; the nightly run asks for 500. */
const cycles = Number(process.env['LOOPREADY_FAULT_CYCLES'] ?? 25)
const script = fileURLToPath(new URL('recovery-child.ts', import.meta.url))

/** Sessions of the damaged file: years of them, so that the recovery takes its time. */
const sessions = 4000

/** A data folder with years of sessions, one page of which is damaged. */
function damagedData(): string {
  const dataDir = temporaryFolder()
  const file = openDatabase(dataDir)
  file.exec(`WITH RECURSIVE numbers (value) AS
      (SELECT 1 UNION ALL SELECT value + 1 FROM numbers LIMIT ${sessions})
    INSERT INTO session (id, playbook, category, study_day, started_at, time_zone, duration_s, note, created_at, changed_at)
      SELECT 'many-' || value, 'L6', 'coding', '2026-03-01', '2026-03-01T08:00:00Z', 'UTC', 300,
      'Session ' || value || ' ' || hex(randomblob(60)), '2026-03-01T08:00:00Z', '2026-03-01T08:00:00Z' FROM numbers`)
  const leaves = file
    .prepare<[], number>(
      `SELECT pageno FROM dbstat WHERE name = 'session' AND pagetype = 'leaf' ORDER BY pageno`,
    )
    .pluck()
    .all()
  const size = Number(file.pragma('page_size', { simple: true }))
  file.close()
  const bytes = readFileSync(databaseFile(dataDir))
  const page = leaves[Math.floor(leaves.length / 2)] ?? 2
  bytes.fill(0xa5, (page - 1) * size, page * size)
  writeFileSync(databaseFile(dataDir), bytes)
  return dataDir
}

/** Opens a data folder in a process of its own, which is killed after so many ms. Returns how long it was let. */
async function recoverUntilKilled(dataDir: string, ms = Number.POSITIVE_INFINITY): Promise<number> {
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const end = once(child, 'close')
  await once(child.stdout, 'data')
  const began = performance.now()
  child.stdin.write('go\n')
  await (Number.isFinite(ms) ? Promise.race([setTimeout(ms), end]) : end)
  const passed = performance.now() - began
  child.kill('SIGKILL')
  await end
  return passed
}

/** Starts again, and returns how many sessions there are and what is told. */
function nextStart(dataDir: string) {
  const connection: Database = openWhole(dataDir, Date.parse('2026-10-02T10:00:00Z'))
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    const count = Number(connection.prepare('SELECT count(*) FROM session').pluck().get())
    return { count, recovery: recoveryOf(dataDir) }
  } finally {
    connection.close()
  }
}

describe('a process that is killed while it recovers from damage', () => {
  it(
    `loses nothing that can be read, and what happened is told, ${cycles} times`,
    { timeout: 60_000 + cycles * 8000 },
    async () => {
      const damaged = damagedData()
      const bytes = readFileSync(databaseFile(damaged))
      const root = temporaryFolder()
      const whole = path.join(root, 'whole')
      cpSync(damaged, whole, { recursive: true })
      const takes = await recoverUntilKilled(whole)
      const { count } = nextStart(whole)
      expect(count).toBeGreaterThan(sessions / 2)
      expect(count).toBeLessThan(sessions)
      const random = seededRandom(20_261_124)
      let done = 0
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        const dataDir = path.join(root, 'killed')
        cpSync(damaged, dataDir, { recursive: true })
        await recoverUntilKilled(dataDir, random() * takes * 1.1)
        if (recoveryOf(dataDir) !== null) done += 1
        const { recovery, ...next } = nextStart(dataDir)
        expect(next.count).toBe(count)
        expect(recovery?.found).toContainEqual(
          expect.objectContaining({ what: 'sessions', n: count }),
        )
        expect(readFileSync(databaseFile(recovery?.setAside ?? '')).equals(bytes)).toBe(true)
        expect(existsSync(path.join(dataDir, 'recovering'))).toBe(false)
        rmSync(dataDir, { recursive: true })
      }
      // The end came before the recovery was done, or this shows nothing.
      expect(done).toBeLessThan(cycles)
    },
  )
})
