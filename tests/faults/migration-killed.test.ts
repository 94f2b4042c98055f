import { cpSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#domain/seeded-random.ts'
import { requireWhole } from '#engine/backups/check.ts'
import { backupsIn } from '#engine/backups/folder.ts'
import { databaseFile } from '#engine/store/file.ts'
import { versionOf } from '#engine/store/migrate.ts'
import { migrations, newestVersion } from '#engine/store/migrations/index.ts'
import { openDatabase } from '#engine/store/open.ts'
import { atWorkUntilKilled } from '../support/at-work-until-killed.ts'
import { assetsDir, openEngine, temporaryFolder } from '../support/engine.ts'

/** How often the process is killed; the nightly run asks for 500. */
const cycles = Number(process.env['LOOPREADY_FAULT_CYCLES'] ?? 25)
const script = fileURLToPath(new URL('migration-child.ts', import.meta.url))

/** Sessions of the file that is migrated: years of them, so that the backup and the migrations take their time. */
const sessions = 3000

/** A data folder of the schema that was released first, with so much in it. */
function largeOldData(): string {
  const dataDir = temporaryFolder()
  const sql = readFileSync(path.join(assetsDir, 'tests/fixtures/schemas/0050.sql'), 'utf8')
  const file = new Sqlite(databaseFile(dataDir))
  file.exec(`BEGIN; ${sql}
    WITH RECURSIVE numbers (value) AS
      (SELECT 1000 UNION ALL SELECT value + 1 FROM numbers LIMIT ${sessions})
    INSERT INTO session SELECT value, 'many-' || value, 'L6', 'coding', '2026-03-01', '2026-03-01T08:00:00Z', 'UTC', 300,
      'Session ' || value || ' ' || hex(randomblob(60)), '2026-03-01T08:00:00Z', '2026-03-01T08:00:00Z', NULL
      FROM numbers;
    COMMIT;`)
  file.pragma('journal_mode = WAL')
  file.close()
  return dataDir
}

function looking<T>(file: string, look: (connection: Database) => T): T {
  const connection = new Sqlite(file)
  try {
    return look(connection)
  } finally {
    connection.close()
  }
}

const sessionsOf = (connection: Database) =>
  Number(connection.prepare('SELECT count(*) FROM session').pluck().get())

/** The schemas at which a file may stand: each migration is one step. */
const steps = [50, ...migrations.map(({ version }) => version).filter((version) => version > 50)]

describe('a process that is killed while it migrates a large old file', () => {
  it(
    `leaves the file whole, with a backup before anything was changed, ${cycles} times`,
    { timeout: 60_000 + cycles * 8000 },
    async () => {
      const old = largeOldData()
      const before = looking(databaseFile(old), sessionsOf)
      const root = temporaryFolder()
      const whole = path.join(root, 'whole')
      cpSync(old, whole, { recursive: true })
      const { ms: takes } = await atWorkUntilKilled(script, [whole])
      const random = seededRandom(20_261_124)
      const found: number[] = []
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        const dataDir = path.join(root, 'killed')
        cpSync(old, dataDir, { recursive: true })
        await atWorkUntilKilled(script, [dataDir], random() * takes * 1.1)

        const folder = path.join(dataDir, 'backups')
        // What has the name of a backup is a good one, whenever the end came.
        for (const { id } of backupsIn(folder)) requireWhole(path.join(folder, id))
        const stands = looking(databaseFile(dataDir), (connection) => {
          expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
          expect(connection.pragma('foreign_key_check')).toEqual([])
          expect(sessionsOf(connection)).toBe(before)
          return versionOf(connection)
        })
        expect(steps).toContain(stands)
        found.push(stands)
        const versions = () =>
          backupsIn(folder).map(({ id }) =>
            looking(path.join(folder, id), (copy) => [versionOf(copy), sessionsOf(copy)]),
          )
        if (stands > 50) expect(versions()).toContainEqual([50, before])

        openDatabase(dataDir).close()
        looking(databaseFile(dataDir), (connection) => {
          expect([versionOf(connection), sessionsOf(connection)]).toEqual([newestVersion, before])
        })
        expect(versions()).toContainEqual([50, before])
        if (cycle === 0) await expectInUse(dataDir, before)
        rmSync(dataDir, { recursive: true })
      }
      // The end came before the migration as well as in it or after it, or this shows nothing.
      expect(Math.min(...found)).toBe(50)
      expect(Math.max(...found)).toBeGreaterThan(50)
    },
  )
})

/** The app opens it as ever, with nothing to tell. */
async function expectInUse(dataDir: string, count: number): Promise<void> {
  const { ask, engine } = openEngine({ dataDir, now: '2026-11-21T09:00:00Z' })
  expect((await ask('backups.list', {})).recovery).toBeNull()
  expect((await ask('sessions.outline', {})).sessions).toBeOneOf([count, count - 1])
  await engine.close()
}
