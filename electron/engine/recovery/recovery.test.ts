import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aProfile, assetsDir, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { rememberCheck } from '../backups/last-check.ts'
import { databaseFile } from '../store/file.ts'
import { recoveryToTell } from './notice.ts'

/** A data folder with a profile, stories and many sessions; closed, so that all of it is in the file. */
async function filled({ backup = false } = {}) {
  const { ask, engine, dataDir } = openEngine()
  await ask('profile.save', aProfile)
  for (let n = 0; n < 5; n += 1)
    await ask('stories.create', {
      content: { title: `Story ${n}`, parts: { action: 'x'.repeat(900) } },
    })
  for (let n = 0; n < 300; n += 1)
    await ask('sessions.log', {
      category: 'coding',
      duration: '30m',
      note: `note ${n} ${'y'.repeat(300)}`,
      acceptOverlap: true,
    })
  if (backup) await ask('backups.make', {})
  await engine.close()
  return dataDir
}

/** Overwrites one page in the middle of the rows of a table. */
function damagePageOf(dataDir: string, table: string): Buffer {
  const file = databaseFile(dataDir)
  const connection = new Sqlite(file)
  const pages = connection
    .prepare<[string], number>(
      `SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno`,
    )
    .pluck()
    .all(table)
  const size = Number(connection.pragma('page_size', { simple: true }))
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  const bytes = readFileSync(file)
  const page = pages[Math.floor(pages.length / 2)] ?? 2
  bytes.fill(0xa5, (page - 1) * size, page * size)
  writeFileSync(file, bytes)
  return bytes
}

describe('a damaged data file', () => {
  it('is set aside untouched, what can be read is saved, and it is told until it was read', async () => {
    const dataDir = await filled({ backup: true })
    const bytes = damagePageOf(dataDir, 'session')
    const { ask, engine } = openEngine({ dataDir, now: '2026-10-02T08:00:00Z' })
    const { sessions } = await ask('sessions.outline', {})
    expect(sessions).toBeGreaterThan(100)
    expect(sessions).toBeLessThan(300)
    expect(await ask('stories.list', {})).toHaveLength(5)
    expect((await ask('profile.get', {})).profile?.name).toBe('Ada')
    const { recovery, backups } = await ask('backups.list', {})
    expect(recovery).toMatchObject({
      at: '2026-10-02T08:00:00Z',
      found: expect.arrayContaining([
        { what: 'sessions', n: sessions, missing: 300 - sessions },
      ]) as unknown,
      backup: backups[0],
    })
    const aside = recovery?.setAside ?? ''
    expect(readFileSync(databaseFile(aside)).equals(bytes)).toBe(true)
    expect(readdirSync(aside).filter((name) => name === 'reading')).toEqual([])

    // What was saved works like any other data, and the backup brings the rest back.
    await ask('sessions.log', { category: 'coding', duration: '5m', acceptOverlap: true })
    await ask('backups.restore', { id: backups[0]?.id ?? '' })
    expect((await ask('sessions.outline', {})).sessions).toBe(300)
    await ask('backups.dismissRecovery', {})
    expect((await ask('backups.list', {})).recovery).toBeNull()
    await engine.close()
    expect(existsSync(databaseFile(aside))).toBe(true)
  })

  it.each([
    ['of which the first page is gone', (bytes: Buffer) => bytes.fill(0, 0, 4096)],
    ['that is no database at all', () => Buffer.from('not a database, not at all; '.repeat(200))],
    ['that ends in the middle', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
  ])('%s still lets the app start', async (_, damage) => {
    const dataDir = await filled()
    const damaged = damage(readFileSync(databaseFile(dataDir)))
    writeFileSync(databaseFile(dataDir), damaged)
    const { ask } = openEngine({ dataDir })
    const { recovery } = await ask('backups.list', {})
    expect(recovery?.backup).toBeNull()
    expect(readFileSync(databaseFile(recovery?.setAside ?? '')).equals(damaged)).toBe(true)
    await ask('profile.save', aProfile)
    await ask('sessions.log', { category: 'coding', duration: '5m', acceptOverlap: true })
  })

  it('is set aside untouched also with a log that a crash has left', async () => {
    const closed = await filled()
    const writing = new Sqlite(databaseFile(closed))
    writing.pragma('wal_autocheckpoint = 0')
    writing.exec("UPDATE profile SET name = 'From the log'")
    const dataDir = path.join(temporaryFolder(), 'killed')
    cpSync(closed, dataDir, { recursive: true })
    writing.close()
    const log = readFileSync(`${databaseFile(dataDir)}-wal`)
    const bytes = readFileSync(databaseFile(dataDir))
    bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 40_960)
    writeFileSync(databaseFile(dataDir), bytes)
    const { ask } = openEngine({ dataDir })
    const aside = databaseFile((await ask('backups.state', {})).recovery?.setAside ?? '')
    expect(readFileSync(aside).equals(bytes)).toBe(true)
    expect(readFileSync(`${aside}-wal`).equals(log)).toBe(true)
    expect((await ask('profile.get', {})).profile?.name).toBe('From the log')
  })

  it('is recovered from where the newest backup cannot be read at all: an earlier one is offered', async () => {
    const dataDir = await filled({ backup: true })
    damagePageOf(dataDir, 'session')
    // A folder in place of the file: nobody can read it, not even root.
    mkdirSync(path.join(dataDir, 'backups', 'loopready-20261001T120000Z-daily.sqlite'))
    mkdirSync(path.join(dataDir, 'backups', 'loopready-20261001T130000Z-daily.sqlite.age'))
    const { ask } = openEngine({ dataDir })
    const { recovery } = await ask('backups.state', {})
    expect(recovery?.backup).toMatchObject({ kind: 'manual' })
    expect((await ask('sessions.outline', {})).sessions).toBeGreaterThan(100)
  })

  it('is told in the terminal once, and no more after it was dismissed', async () => {
    const dataDir = await filled()
    damagePageOf(dataDir, 'session')
    const { ask } = openEngine({ dataDir })
    expect(recoveryToTell(dataDir)?.found).toContainEqual({
      what: 'stories',
      n: 5,
      missing: 0,
    })
    expect(recoveryToTell(dataDir)).toBeNull()
    expect((await ask('backups.state', {})).recovery).not.toBeNull()
    await ask('backups.dismissRecovery', {})
    expect(recoveryToTell(dataDir)).toBeNull()
  })

  it('that only the full check sees is recovered from at the next start', async () => {
    const dataDir = await filled()
    // Rows that their index does not know of, as a lost write of the disk leaves them.
    const file = new Sqlite(databaseFile(dataDir))
    file.unsafeMode(true)
    file.pragma('writable_schema = ON')
    const index = `FROM sqlite_schema WHERE name = 'session_by_start'`
    file.exec(`CREATE TEMP TABLE put_by AS SELECT * ${index}; DELETE ${index}`)
    file.pragma('writable_schema = RESET')
    file.exec(`UPDATE session SET started_at = '2026-09-20T08:00:00Z'`)
    file.pragma('writable_schema = ON')
    file.exec('INSERT INTO sqlite_schema SELECT * FROM put_by')
    file.close()
    const first = openEngine({ dataDir })
    expect((await first.ask('backups.state', {})).recovery).toBeNull()
    expect((await first.ask('diagnostics.check', {})).faults).not.toEqual([])
    // Not while another app writes into the file.
    expect(() => openEngine({ dataDir })).toThrow(/another Loopready has it open/)
    expect(existsSync(path.join(dataDir, 'damaged'))).toBe(false)
    await first.engine.close()
    const { ask } = openEngine({ dataDir })
    const { recovery, lastCheck } = await ask('backups.state', {})
    expect(recovery?.found).toContainEqual({ what: 'sessions', n: 300, missing: 0 })
    expect(lastCheck).toBeNull()
    expect((await ask('diagnostics.check', {})).faults).toEqual([])
  })

  it('of an old schema that only the copy before the migration shows is recovered from', async () => {
    const dataDir = temporaryFolder()
    const sql = readFileSync(path.join(assetsDir, 'tests/fixtures/schemas/0050.sql'), 'utf8')
    const old = new Sqlite(databaseFile(dataDir))
    old.exec(`BEGIN; ${sql}; COMMIT`)
    const sessions = Number(old.prepare('SELECT count(*) FROM session').pluck().get())
    old.pragma('foreign_keys = OFF')
    old.exec(`INSERT INTO session_count (session_id, kind, n) VALUES ('gone', 'problems', 1)`)
    expect(old.pragma('quick_check', { simple: true })).toBe('ok')
    old.close()
    const { ask, engine } = openEngine({ dataDir })
    const { recovery } = await ask('backups.list', {})
    expect(recovery?.found).toContainEqual({ what: 'sessions', n: sessions, missing: 0 })
    await engine.close()
    const aside = new Sqlite(databaseFile(recovery?.setAside ?? ''), { readonly: true })
    expect(aside.pragma('user_version', { simple: true })).toBe(50)
    aside.close()
    const next = openEngine({ dataDir })
    expect((await next.ask('diagnostics.check', {})).faults).toEqual([])
  })

  it('that a check only took for one is not set aside', async () => {
    const dataDir = await filled()
    const faults = ['the disk did not answer']
    await rememberCheck(dataDir, { at: '2026-10-01T10:00:00Z' as never, faults })
    const { ask } = openEngine({ dataDir })
    expect(await ask('backups.state', {})).toMatchObject({ recovery: null, lastCheck: null })
    expect((await ask('sessions.outline', {})).sessions).toBe(300)
  })

  it('of another program is not touched', async () => {
    const dataDir = temporaryFolder()
    const other = new Sqlite(databaseFile(dataDir))
    other.exec('CREATE TABLE theirs (n)')
    other.close()
    const bytes = readFileSync(databaseFile(dataDir))
    expect(() => openEngine({ dataDir })).toThrow(/another program/)
    expect(readFileSync(databaseFile(dataDir)).equals(bytes)).toBe(true)
    expect(existsSync(path.join(dataDir, 'damaged'))).toBe(false)
  })
})
