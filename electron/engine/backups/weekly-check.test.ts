import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  aProfile,
  assetsDir,
  openEngine,
  settableClock,
  temporaryFolder,
} from '../../../tests/support/engine.ts'
import { createEngine } from '../engine.ts'
import { databaseFile } from '../store/file.ts'
import { openDatabase } from '../store/open.ts'
import { lastCheckOf, rememberCheck } from './last-check.ts'
import { isCheckDue, weeklyChecks } from './weekly-check.ts'

const at = (text: string) => Date.parse(text)

describe('the weekly check', () => {
  it('is due once a week, after none, and where the clock was set back', async () => {
    const dataDir = temporaryFolder()
    expect(isCheckDue(dataDir, at('2026-10-01T10:00:00Z'))).toBe(true)
    await rememberCheck(dataDir, { at: '2026-10-01T10:00:00Z' as never, faults: [] })
    expect(isCheckDue(dataDir, at('2026-10-08T09:59:59Z'))).toBe(false)
    expect(isCheckDue(dataDir, at('2026-10-08T10:00:00Z'))).toBe(true)
    expect(isCheckDue(dataDir, at('2026-09-30T11:00:00Z'))).toBe(false)
    expect(isCheckDue(dataDir, at('2025-10-01T10:00:00Z'))).toBe(true)
    writeFileSync(path.join(dataDir, 'checked.json'), '{"at":')
    expect(isCheckDue(dataDir, at('2026-10-01T10:00:00Z'))).toBe(true)
  })

  it('finds what the look at the start does not, remembers it, and tells once', async () => {
    const dataDir = temporaryFolder()
    openDatabase(dataDir).close()
    const file = new Sqlite(databaseFile(dataDir))
    // A quick check does not look at what refers to what.
    file.exec(`PRAGMA foreign_keys = OFF; CREATE TABLE parent (id INTEGER PRIMARY KEY);
      CREATE TABLE child (parent INTEGER REFERENCES parent); INSERT INTO child VALUES (1)`)
    file.close()
    let told = 0
    const lines: unknown[] = []
    const { clock } = settableClock('2026-10-01T10:00:00Z')
    const checks = weeklyChecks({
      dataDir,
      clock,
      afterMs: 0,
      log: (...line) => lines.push(line),
      checked: () => (told += 1),
    })
    onTestFinished(() => checks.close())
    await expect.poll(() => told, { timeout: 20_000 }).toBe(1)
    const found = lastCheckOf(dataDir)
    expect(found?.at).toBe('2026-10-01T10:00:00Z')
    expect(found?.faults.length).toBeGreaterThan(0)
    expect(lines).toMatchObject([['error', 'the data file is damaged', {}]])
  })

  it('is shown in the list of backups, and a check by hand counts as one', async () => {
    const { ask, dataDir } = openEngine()
    await ask('profile.save', aProfile)
    expect((await ask('backups.list', {})).lastCheck).toBeNull()
    await ask('diagnostics.check', {})
    expect((await ask('backups.list', {})).lastCheck).toEqual({
      at: '2026-10-01T10:00:00Z',
      faults: [],
    })
    expect(JSON.parse(readFileSync(path.join(dataDir, 'checked.json'), 'utf8'))).toMatchObject({
      faults: [],
    })
  })
})

describe('a backup from elsewhere', () => {
  it('is taken among the backups from the file that was handed over, which is then let go', async () => {
    const { ask, dataDir } = openEngine()
    await ask('profile.save', aProfile)
    const made = await ask('backups.make', {})
    const bytes = readFileSync(path.join(dataDir, 'backups', made.id))
    const other = openEngine()
    const received = await other.ask('transfer.receive', { name: made.id, bytes })
    const adopted = await other.ask('backups.adopt', { file: received.file })
    expect(adopted).toMatchObject({ kind: 'manual', madeAt: made.madeAt, bytes: bytes.length })
    expect((await other.ask('backups.list', {})).backups).toEqual([adopted])
    expect(existsSync(path.join(other.dataDir, 'incoming', received.file))).toBe(false)
    await other.ask('backups.restore', { id: adopted.id })
    expect((await other.ask('profile.get', {})).profile?.name).toBe('Ada')
  })

  it('that is none is refused and leaves nothing behind', async () => {
    const { ask, refusal, dataDir } = openEngine()
    const bytes = new TextEncoder().encode('not a backup, '.repeat(100))
    const { file } = await ask('transfer.receive', { name: 'x.sqlite', bytes })
    expect(await refusal('backups.adopt', { file })).toMatchObject({ code: 'storage' })
    expect((await ask('backups.list', {})).backups).toEqual([])
    expect(existsSync(path.join(dataDir, 'incoming', file))).toBe(false)
    expect(await refusal('backups.adopt', { file })).toMatchObject({ code: 'not-found' })
  })
})

describe('an app that stays open', () => {
  it('looks at the whole file a minute after its start, and again when a week is past', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const dataDir = temporaryFolder()
    const time = settableClock('2026-10-01T10:00:00Z')
    const options = { dataDir, assetsDir, clock: time.clock, log: () => {}, backsUpDaily: true }
    const engine = createEngine(options)
    onTestFinished(() => engine.close())
    const waitedFor = async (at: string) => {
      while (lastCheckOf(dataDir)?.at !== at) await new Promise((next) => setImmediate(next))
    }
    await vi.advanceTimersByTimeAsync(59_000)
    expect(lastCheckOf(dataDir)).toBeNull()
    await vi.advanceTimersByTimeAsync(1000)
    await waitedFor('2026-10-01T10:00:00Z')
    time.set('2026-10-08T10:00:00Z')
    await vi.advanceTimersByTimeAsync(6 * 3_600_000)
    await waitedFor('2026-10-08T10:00:00Z')
    expect(lastCheckOf(dataDir)?.faults).toEqual([])
  })
})
