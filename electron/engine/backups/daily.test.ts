import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Instant, StudyDay } from '#contract/units.ts'
import { addDays } from '#domain/days.ts'
import { encrypting } from '../../../tests/support/encrypting.ts'
import {
  aProfile,
  assetsDir,
  openEngine,
  settableClock,
  temporaryFolder,
} from '../../../tests/support/engine.ts'
import { createEngine } from '../engine.ts'
import { dropOldBackups } from './automatic.ts'
import { chooseBackupFolder } from './folder.ts'
import { makeBackup } from './make.ts'
import { ownBackups } from './owner.ts'

/** A data folder with something to back up. */
async function filled(): Promise<string> {
  const { ask, engine, dataDir } = openEngine()
  await ask('profile.save', aProfile)
  await ask('sessions.log', { category: 'coding', duration: '1h' })
  await engine.close()
  return dataDir
}

/** Lets the app look once whether a backup is due; what windows are told then. */
async function looked(dataDir: string, now = '2026-10-02T09:00:00Z') {
  const { clock } = settableClock(now)
  const parts = { dataDir, assetsDir, clock, passphraseWork: 4 }
  const engine = createEngine({ ...parts, log: () => {}, backsUpDaily: true })
  onTestFinished(() => engine.close())
  await engine.close()
  const { lastFailure } = await openEngine({ dataDir, now }).ask('backups.state', {})
  return lastFailure
}

const dailiesIn = (folder: string) =>
  readdirSync(folder).filter((name) => name.includes('-daily')).length

describe('two data folders that keep their backups in one folder', () => {
  it('make one a day each, drop only their own, and see them all', async () => {
    const shared = temporaryFolder()
    const folders = [await filled(), await filled()] as const
    for (const dataDir of folders) await chooseBackupFolder(dataDir, shared)
    for (const dataDir of folders) expect(await looked(dataDir)).toBeNull()
    expect(dailiesIn(shared)).toBe(2)
    for (const dataDir of folders) await looked(dataDir, '2026-10-02T19:00:00Z')
    expect(dailiesIn(shared)).toBe(2)
    const [first, second] = folders
    const before = readdirSync(shared)
    // The first goes on for years.
    const work = { progress: () => {}, checkCancel: () => {} }
    for (let n = 0; n < 30; n += 1) {
      const day = addDays('2026-10-03' as StudyDay, n * 40)
      const made = await makeBackup(first, shared, 'daily', `${day}T09:00:00Z` as Instant, work)
      dropOldBackups(first, made)
    }
    const isOfSecond = ownBackups(second)
    const ofSecond = before.filter((id) => isOfSecond({ id }))
    expect(ofSecond).toHaveLength(1)
    expect(readdirSync(shared)).toEqual(expect.arrayContaining(ofSecond))
    expect(dailiesIn(shared)).toBeLessThan(30)
    for (const dataDir of folders)
      expect((await openEngine({ dataDir }).ask('backups.list', {})).backups).toHaveLength(
        dailiesIn(shared),
      )
  })

  it('take those without a name for their own, as they were made before', async () => {
    const dataDir = await filled()
    const chosen = temporaryFolder()
    await chooseBackupFolder(dataDir, chosen)
    expect(await looked(dataDir, '2026-10-01T11:00:00Z')).toBeNull()
    for (const name of readdirSync(chosen))
      renameSync(path.join(chosen, name), path.join(chosen, name.replace(/-of-[0-9a-f]{8}/, '')))
    await openEngine({ dataDir }).ask('profile.save', { ...aProfile, name: 'Bob' })
    await looked(dataDir, '2026-10-01T12:00:00Z')
    expect(dailiesIn(chosen)).toBe(1)
  })
})

describe('a daily backup that cannot be made', () => {
  it('is told with its moment and reason until one is made', async () => {
    const dataDir = await filled()
    expect(await looked(dataDir, '2026-10-01T11:00:00Z')).toBeNull()
    await openEngine({ dataDir }).ask('profile.save', { ...aProfile, name: 'Bob' })
    const folder = path.join(dataDir, 'backups')
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder should be')
    expect(await looked(dataDir)).toMatchObject({
      at: '2026-10-02T09:00:00Z',
      message: `Backups cannot be written to ${folder} (EEXIST).`,
      hint: expect.stringContaining('Choose a folder') as string,
    })
    rmSync(folder)
    expect(await looked(dataDir, '2026-10-02T10:00:00Z')).toBeNull()
    expect(dailiesIn(folder)).toBe(1)
  })

  it('is no longer told once one was made by hand, or the folder was chosen anew', async () => {
    const dataDir = await filled()
    const chosen = path.join(temporaryFolder(), 'stick', 'backups')
    for (const mend of [
      async () => {
        mkdirSync(chosen, { recursive: true })
        await openEngine({ dataDir }).ask('backups.make', {})
      },
      async () => chooseBackupFolder(dataDir, null),
      async () => chooseBackupFolder(dataDir, chosen),
    ]) {
      await chooseBackupFolder(dataDir, chosen)
      rmSync(path.dirname(chosen), { recursive: true })
      expect(await looked(dataDir)).not.toBeNull()
      await mend()
      expect((await openEngine({ dataDir }).ask('backups.state', {})).lastFailure).toBeNull()
    }
  })

  it('since its folder is gone with its disk is told, and the folder is not made elsewhere', async () => {
    const dataDir = await filled()
    const stick = path.join(temporaryFolder(), 'stick')
    const chosen = path.join(stick, 'backups')
    await chooseBackupFolder(dataDir, chosen)
    rmSync(stick, { recursive: true })
    expect((await looked(dataDir))?.message).toBe(
      `The folder of the backups is not there: ${chosen}.`,
    )
    const { refusal, ask } = openEngine({ dataDir })
    expect(await refusal('backups.make', {})).toMatchObject({ code: 'storage' })
    expect(await refusal('backups.encrypt', { passphrase: 'correct horse' })).toMatchObject({
      code: 'storage',
    })
    expect(await ask('backups.list', {})).toMatchObject({ folderIsThere: false })
    expect(existsSync(stick)).toBe(false)
    mkdirSync(chosen, { recursive: true })
    expect(await looked(dataDir)).toBeNull()
    expect(dailiesIn(chosen)).toBe(1)
  })

  it('since it cannot be read where it goes is told, and goes nowhere', async () => {
    const dataDir = await filled()
    writeFileSync(path.join(dataDir, 'backups.json'), '{"folder":"/med')
    expect((await looked(dataDir))?.message).toMatch(/^Where backups go cannot be read/)
    expect(existsSync(path.join(dataDir, 'backups'))).toBe(false)
    const { ask, refusal } = openEngine({ dataDir })
    expect(await refusal('backups.make', {})).toMatchObject({ code: 'storage' })
    expect(await ask('backups.list', {})).toMatchObject({ isDefaultFolder: false })
    await chooseBackupFolder(dataDir, null)
    expect(await looked(dataDir)).toBeNull()
  })

  it('since its key is missing or the setting cannot be read is told, also where none is due', async () => {
    const { dataDir, engine, keyFile, keyName } = await encrypting()
    await engine.close()
    expect(await looked(dataDir)).toBeNull()
    const copy = path.join(dataDir, 'keys', keyName)
    const setting = path.join(dataDir, 'backup-encryption.json')
    for (const file of [keyFile, copy]) rmSync(file)
    expect((await looked(dataDir))?.message).toContain(`The key file ${keyName} is missing`)
    writeFileSync(setting, '{"on":tr')
    expect((await looked(dataDir))?.message).toContain('Whether backups are encrypted cannot be')
    await openEngine({ dataDir }).ask('backups.stopEncrypting', {})
    expect((await openEngine({ dataDir }).ask('backups.state', {})).lastFailure).toBeNull()
  })
})
