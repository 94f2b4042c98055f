import { createHash } from 'node:crypto'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#domain/seeded-random.ts'
import { requireWhole } from '#engine/backups/check.ts'
import { backupsIn } from '#engine/backups/folder.ts'
import { databaseFile } from '#engine/store/file.ts'
import { atWorkUntilKilled } from '../support/at-work-until-killed.ts'
import { passphrase } from '../support/encrypting.ts'
import { aProfile, openEngine, temporaryFolder } from '../support/engine.ts'

/** How often the process is killed: a fifth of what the other tests are asked for, as each start anew takes its time. */
const cycles = Math.max(3, Math.ceil(Number(process.env['LOOPREADY_FAULT_CYCLES'] ?? 25) / 5))
const script = fileURLToPath(new URL('backups-child.ts', import.meta.url))
const later = '2026-10-03T10:00:00Z'

/** A data folder with two years of sessions, a backup of them, and so much that has changed since. */
async function changedSinceBackup() {
  const dataDir = temporaryFolder()
  const { ask, engine } = openEngine({ dataDir })
  await ask('profile.save', aProfile)
  changing(
    dataDir,
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 3000)
     INSERT INTO session SELECT n, 'many-' || n, 'L6', 'coding', '2026-03-01', '2026-03-01T08:00:00Z', 'UTC', 300,
       'Then ' || n, '2026-03-01T08:00:00Z', '2026-03-01T08:00:00Z', NULL FROM numbers;
     INSERT INTO session_count SELECT id, 'problems', 1 FROM session WHERE seq % 3 = 0`,
  )
  const { id } = await ask('backups.make', {})
  const backedUp = stateOf(databaseFile(dataDir))
  changing(
    dataDir,
    `DELETE FROM session_count WHERE session_id IN (SELECT id FROM session WHERE seq % 4 = 0);
     DELETE FROM session WHERE seq % 4 = 0;
     UPDATE session SET note = 'Now ' || seq WHERE seq % 2 = 1;
     INSERT INTO session SELECT seq + 10000, 'new-' || seq, playbook, category, study_day, started_at, time_zone,
       duration_s, note, created_at, changed_at, NULL FROM session WHERE seq % 5 = 0`,
  )
  await engine.close()
  return { dataDir, id, backedUp, now: stateOf(databaseFile(dataDir)) }
}

function changing(dataDir: string, sql: string): void {
  const file = new Sqlite(databaseFile(dataDir))
  file.exec(`BEGIN; ${sql}; COMMIT`)
  file.close()
}

/** What sessions there are, down to the last letter; fails where the file is not whole. */
function stateOf(file: string): string {
  const connection = new Sqlite(file)
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connection.pragma('foreign_key_check')).toEqual([])
    const rows = ['session', 'session_count'].map((table) =>
      connection.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().all(),
    )
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  } finally {
    connection.close()
  }
}

/** When to kill, in ms: spread over the time that the work takes; the last one is let to its end. */
function momentsOf(takes: number): readonly number[] {
  const random = seededRandom(20_261_124)
  const share = takes / (cycles - 1)
  return Array.from({ length: cycles }, (_, n) =>
    n === cycles - 1 ? Number.POSITIVE_INFINITY : (n + random()) * share,
  )
}

/** Nothing is left of the work that ended half way once the app has started again. */
function expectNothingHalf(dataDir: string): void {
  const names = ['backups', 'encrypting', 'viewing'].map((name) => path.join(dataDir, name))
  const [backups = [], ...open] = names.map((folder) => {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  })
  expect([...open.flat(), ...backups.filter((name) => name.endsWith('.partial'))]).toEqual([])
}

describe('a process that is killed', () => {
  it(
    `while it restores a backup leaves the data before or after it, whole, ${cycles} times`,
    { timeout: 60_000 + cycles * 15_000 },
    async () => {
      const before = await changedSinceBackup()
      const root = temporaryFolder()
      const whole = path.join(root, 'whole')
      cpSync(before.dataDir, whole, { recursive: true })
      const { ms } = await atWorkUntilKilled(script, [whole, 'restore', before.id])
      const found = new Set<string>()
      for (const moment of momentsOf(ms)) {
        const dataDir = path.join(root, 'killed')
        cpSync(before.dataDir, dataDir, { recursive: true })
        const { said } = await atWorkUntilKilled(script, [dataDir, 'restore', before.id], moment)

        const { ask, engine } = openEngine({ dataDir, now: later })
        const { recovery, backups } = await ask('backups.list', {})
        expect(recovery).toBeNull()
        expectNothingHalf(dataDir)
        const stands = stateOf(databaseFile(dataDir))
        found.add(stands)
        expect(stands).toBeOneOf([before.now, before.backedUp])
        if (said.includes('backups.restore')) expect(stands).toBe(before.backedUp)
        const files = backups.map(({ id }) => path.join(dataDir, 'backups', id))
        for (const file of files) requireWhole(file)
        expect(stateOf(path.join(dataDir, 'backups', before.id))).toBe(before.backedUp)
        if (stands === before.backedUp) {
          // What was there before is there twice: as a backup, and to be taken back.
          expect(files.map(stateOf)).toContain(before.now)
          await ask('history.undo', {})
          expect(stateOf(databaseFile(dataDir))).toBe(before.now)
        }
        await ask('backups.restore', { id: before.id })
        expect(stateOf(databaseFile(dataDir))).toBe(before.backedUp)
        await engine.close()
        rmSync(dataDir, { recursive: true })
      }
      expect(found).toEqual(new Set([before.now, before.backedUp]))
    },
  )

  it(
    `while it switches encryption on and encrypts what is there leaves backups that open, ${cycles} times`,
    { timeout: 60_000 + cycles * 15_000 },
    async () => {
      const { dataDir: source, now } = await changedSinceBackup()
      const root = temporaryFolder()
      const second = openEngine({ dataDir: source, now: '2026-10-01T11:00:00Z' })
      await second.ask('backups.make', {})
      await second.engine.close()
      const made = backupsIn(path.join(source, 'backups')).map(({ madeAt }) => madeAt)
      const whole = path.join(root, 'whole')
      cpSync(source, whole, { recursive: true })
      const { ms } = await atWorkUntilKilled(script, [whole, 'encrypt', passphrase])
      for (const moment of momentsOf(ms)) {
        const dataDir = path.join(root, 'killed')
        cpSync(source, dataDir, { recursive: true })
        const { said } = await atWorkUntilKilled(script, [dataDir, 'encrypt', passphrase], moment)

        const { ask, engine } = openEngine({ dataDir, now: later })
        const { recovery, backups, encryption } = await ask('backups.list', {})
        expect(recovery).toBeNull()
        expectNothingHalf(dataDir)
        expect(stateOf(databaseFile(dataDir))).toBe(now)
        // On with its key, or off: never something between.
        expect([encryption.state, encryption.keyIsThere]).toBeOneOf([
          ['off', false],
          ['on', true],
        ])
        if (said.includes('backups.encrypt')) expect(encryption.state).toBe('on')
        if (said.includes('backups.encryptEarlier')) expect(encryption.unencrypted).toBe(0)
        expect(backups.map(({ madeAt }) => madeAt)).toEqual(expect.arrayContaining(made))
        for (const { id } of backups) await ask('backups.preview', { id, passphrase })

        // And it can be gone on with.
        if (encryption.state === 'off') await ask('backups.encrypt', { passphrase })
        await ask('backups.encryptEarlier', {})
        const after = await ask('backups.list', {})
        expect(after.encryption).toMatchObject({ state: 'on', keyIsThere: true, unencrypted: 0 })
        expect(after.withoutKey).toEqual([])
        expect(after.backups.map(({ madeAt }) => madeAt)).toEqual(expect.arrayContaining(made))
        for (const { id } of after.backups) await ask('backups.preview', { id, passphrase })
        await engine.close()
        rmSync(dataDir, { recursive: true })
      }
    },
  )
})
