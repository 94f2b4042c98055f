import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  aProfile,
  asking,
  assetsDir,
  openEngine,
  settableClock,
  temporaryFolder,
} from '../../../tests/support/engine.ts'
import { createEngine } from '../engine.ts'
import { databaseFile } from '../store/file.ts'
import { chooseBackupFolder } from './folder.ts'

async function filled() {
  const opened = openEngine()
  await opened.ask('profile.save', aProfile)
  await opened.ask('sessions.log', { category: 'coding', duration: '1h', note: 'first' })
  const { story } = await opened.ask('stories.create', { content: { title: 'The outage' } })
  return { ...opened, story }
}

/** The sessions as the CSV export has them, and the list of the stories. */
async function contentOf({ ask }: Pick<ReturnType<typeof asking>, 'ask'>): Promise<string> {
  const { bytes } = await ask('transfer.export', { format: 'csv' })
  const stories = await ask('stories.list', {})
  return `${Buffer.from(bytes).toString()}${JSON.stringify(stories)}`
}

describe('a backup', () => {
  it('is a whole, private file of its own, made while the data is in use', async () => {
    const { ask, dataDir } = await filled()
    const made = await ask('backups.make', {})
    expect(made).toMatchObject({ kind: 'manual', madeAt: '2026-10-01T10:00:00Z' })
    const file = path.join(dataDir, 'backups', made.id)
    expect(readdirSync(path.dirname(file))).toEqual([made.id])
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const copy = new Sqlite(file, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('SELECT note FROM session').pluck().all()).toEqual(['first'])
    copy.close()
    const { backups, storage } = await ask('backups.list', {})
    expect(backups).toEqual([made])
    expect(storage.backups).toBe(made.bytes)
    expect(storage.data).toBeGreaterThan(0)
  })

  it('of the same second as others is one of its own, and all are whole', async () => {
    const { ask, dataDir } = await filled()
    const apps = [ask, openEngine({ dataDir }).ask, openEngine({ dataDir }).ask]
    const made = await Promise.all(apps.map(async (app) => app('backups.make', {})))
    expect(new Set(made.map(({ id }) => id)).size).toBe(3)
    expect(readdirSync(path.join(dataDir, 'backups'))).toHaveLength(3)
    for (const { id } of made)
      expect(await ask('backups.preview', { id })).toMatchObject({ differences: [] })
  })

  it('leaves nothing behind when it is cancelled', async () => {
    const { engine, dataDir } = await filled()
    const answer = await engine.call('backups.make', {}, { signal: AbortSignal.abort() })
    expect(answer).toMatchObject({ ok: false, error: { code: 'canceled' } })
    expect(readdirSync(path.join(dataDir, 'backups'))).toEqual([])
  })

  it('is found in a folder that was chosen, and a folder that cannot be written is refused', async () => {
    const { ask, dataDir } = await filled()
    const folder = path.join(temporaryFolder(), 'elsewhere')
    await chooseBackupFolder(dataDir, folder)
    const made = await ask('backups.make', {})
    expect(readdirSync(folder)).toEqual([made.id])
    expect(await ask('backups.list', {})).toMatchObject({ folder, isDefaultFolder: false })
    await expect(
      chooseBackupFolder(dataDir, path.join(databaseFile(dataDir), 'in-a-file')),
    ).rejects.toMatchObject({ error: { code: 'storage' } })
    expect(await ask('backups.list', {})).toMatchObject({ folder })
  })

  it('cannot be named by a path', async () => {
    const { engine, dataDir } = await filled()
    writeFileSync(path.join(dataDir, 'loopready-20261001T100000Z-manual.sqlite'), 'x')
    for (const id of ['../loopready.sqlite', '..\\loopready.sqlite', '/etc/passwd.sqlite'])
      expect(await engine.callUntrusted('backups.preview', { id })).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
    const answer = await engine.callUntrusted('backups.remove', {
      id: 'loopready-20261001T100000Z-manual.sqlite',
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

describe('restoring a backup', () => {
  it('says what it would change, brings everything back, and is one step that can be undone', async () => {
    const { ask, story, ...opened } = await filled()
    const atBackup = await contentOf({ ask })
    const made = await ask('backups.make', {})
    expect(await ask('backups.preview', { id: made.id })).toEqual({ backup: made, differences: [] })

    const [first] = await ask('sessions.page', { offset: 0, limit: 5 })
    if (!first) throw new Error('there is no session')
    await ask('sessions.change', { ids: [first.id], moveByDays: -1 })
    await ask('sessions.log', { category: 'coding', duration: '2h', acceptOverlap: true })
    await ask('stories.remove', { ids: [story.id] })
    const before = await contentOf({ ask })
    const { differences } = await ask('backups.preview', { id: made.id })
    expect(differences).toEqual(
      expect.arrayContaining([
        { what: 'sessions', added: 0, changed: 1, removed: 1 },
        { what: 'stories', added: 0, changed: 1, removed: 0 },
      ]),
    )

    const restored = await ask('backups.restore', { id: made.id })
    expect(restored.differences).toEqual(differences)
    expect(restored.before.kind).toBe('before-restore')
    expect(await contentOf({ ask })).toBe(atBackup)
    expect((await ask('history.peek', {})).undo?.label).toBe(
      'Restore the backup of 1 Oct 2026, 12:00',
    )
    await ask('history.undo', {})
    expect(await contentOf({ ask })).toBe(before)
    await ask('history.redo', {})
    expect(await contentOf({ ask })).toBe(atBackup)
    expect(readdirSync(path.join(opened.dataDir, 'viewing'))).toEqual([])
  })

  it('refuses a damaged backup and leaves data and backup untouched', async () => {
    const { ask, refusal, dataDir } = await filled()
    const made = await ask('backups.make', {})
    const file = path.join(dataDir, 'backups', made.id)
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 4096, 12_288)
    writeFileSync(file, bytes)
    const before = await contentOf({ ask })
    expect(await refusal('backups.restore', { id: made.id })).toMatchObject({ code: 'storage' })
    expect(await contentOf({ ask })).toBe(before)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})

describe('a backup that is write-protected', () => {
  it('is looked at, compared and restored like any other, and stays as it is', async () => {
    const { ask, dataDir } = await filled()
    const { id } = await ask('backups.make', {})
    const file = path.join(dataDir, 'backups', id)
    chmodSync(file, 0o444)
    const before = readFileSync(file)
    await ask('sessions.log', { category: 'coding', duration: '2h', acceptOverlap: true })
    await ask('backups.view', { id })
    const [copy = ''] = readdirSync(path.join(dataDir, 'viewing'))
    // As an administrator nothing is write-protected: what the copy may is what tells.
    if (process.platform !== 'win32')
      expect(statSync(databaseFile(path.join(dataDir, 'viewing', copy))).mode & 0o777).toBe(0o600)
    await ask('backups.leave', {})
    expect((await ask('backups.preview', { id })).differences).toHaveLength(1)
    await ask('backups.restore', { id })
    expect((await ask('sessions.outline', {})).sessions).toBe(1)
    expect(readFileSync(file)).toEqual(before)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o444)
    chmodSync(file, 0o600)
  })
})

describe('looking at a backup', () => {
  it('shows it in place of the data, lets nothing be changed, and goes back', async () => {
    const { ask, refusal } = await filled()
    const made = await ask('backups.make', {})
    await ask('sessions.log', { category: 'coding', duration: '2h', acceptOverlap: true })
    await ask('backups.view', { id: made.id })
    expect((await ask('sessions.outline', {})).sessions).toBe(1)
    expect((await ask('backups.list', {})).viewing).toEqual(made)
    for (const refused of [
      refusal('sessions.log', { category: 'coding', duration: '1h' }),
      refusal('history.undo', {}),
    ])
      expect(await refused).toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(/read/),
      })
    const { bytes } = await ask('transfer.export', { format: 'csv' })
    expect(Buffer.from(bytes).toString().trim().split('\r\n')).toHaveLength(2)
    await ask('backups.leave', {})
    expect((await ask('sessions.outline', {})).sessions).toBe(2)
  })

  it('lets the backups be worked with meanwhile: of the data itself, not of what is shown', async () => {
    const { ask } = await filled()
    const shown = await ask('backups.make', {})
    await ask('sessions.log', { category: 'coding', duration: '2h', acceptOverlap: true })
    await ask('backups.view', { id: shown.id })
    const made = await ask('backups.make', {})
    await ask('backups.view', { id: made.id })
    expect((await ask('sessions.outline', {})).sessions).toBe(2)
    await ask('backups.remove', { id: made.id })
    await ask('backups.restore', { id: shown.id })
    await ask('backups.leave', {})
    expect((await ask('sessions.outline', {})).sessions).toBe(1)
  })
})

describe('the daily backup', () => {
  async function dayOn(dataDir: string, now: string, work: (ask: Ask) => Promise<unknown>) {
    const { clock } = settableClock(now)
    const engine = createEngine({ dataDir, assetsDir, clock, log: () => {}, backsUpDaily: true })
    onTestFinished(() => engine.close())
    await work(asking(engine).ask)
    await engine.close()
    return readdirSync(path.join(dataDir, 'backups')).filter((name) => name.includes('daily'))
  }
  type Ask = ReturnType<typeof asking>['ask']

  it('is made once on each day that finds changes, and on no other', async () => {
    const { engine, dataDir } = await filled()
    await engine.close()
    const nothing = async () => {}
    expect(await dayOn(dataDir, '2026-10-02T09:00:00Z', nothing)).toHaveLength(1)
    expect(await dayOn(dataDir, '2026-10-02T19:00:00Z', nothing)).toHaveLength(1)
    expect(await dayOn(dataDir, '2026-10-03T09:00:00Z', nothing)).toHaveLength(1)
    await dayOn(dataDir, '2026-10-03T10:00:00Z', (ask) =>
      ask('sessions.log', { category: 'coding', duration: '5m' }),
    )
    expect(await dayOn(dataDir, '2026-10-04T09:00:00Z', nothing)).toHaveLength(2)
    // A clock that was set back a year: there is none of "today", and what is newer by name stays.
    await dayOn(dataDir, '2026-10-04T10:00:00Z', (ask) =>
      ask('sessions.log', { category: 'coding', duration: '5m' }),
    )
    expect(await dayOn(dataDir, '2025-10-04T09:00:00Z', nothing)).toHaveLength(3)
  })
})
