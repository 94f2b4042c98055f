import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseBackupFolder } from '../backups/folder.ts'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { databaseFile } from '../store/file.ts'
import { recoveryToTell } from './notice.ts'

/** A data folder with a profile and a backup, as a kill leaves it: what was written last is in the log alone. */
async function withLog() {
  const { ask, dataDir } = openEngine()
  await ask('profile.save', aProfile)
  await ask('backups.make', {})
  const killed = path.join(temporaryFolder(), 'data')
  cpSync(dataDir, killed, { recursive: true })
  return killed
}

describe('a data file with nothing in it', () => {
  it('is a new one where there was never anything', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(databaseFile(dataDir), '')
    const { ask } = openEngine({ dataDir })
    expect((await ask('backups.state', {})).recovery).toBeNull()
    await ask('profile.save', aProfile)
  })

  it('is damage where there are backups: it is told, and the newest one is offered', async () => {
    const before = openEngine()
    const { dataDir } = before
    await before.ask('profile.save', aProfile)
    await before.ask('backups.make', {})
    await before.engine.close()
    truncateSync(databaseFile(dataDir), 0)
    const { ask } = openEngine({ dataDir })
    const { recovery, backups } = await ask('backups.list', {})
    expect(recovery?.backup).toEqual(backups[0])
    expect(readFileSync(databaseFile(recovery?.setAside ?? '')).length).toBe(0)
    expect(existsSync(databaseFile(dataDir))).toBe(true)
    expect(recoveryToTell(dataDir)).toEqual(recovery)
    await ask('backups.restore', { id: backups[0]?.id ?? '' })
    expect((await ask('profile.get', {})).profile?.name).toBe('Ada')
  })

  it.each([
    ['with nothing in it', (dataDir: string) => truncateSync(databaseFile(dataDir), 0)],
    ['that is gone', (dataDir: string) => rmSync(databaseFile(dataDir))],
  ])('%s but with a log: the log is set aside, and what it holds is read', async (_, damage) => {
    const dataDir = await withLog()
    const log = readFileSync(`${databaseFile(dataDir)}-wal`)
    damage(dataDir)
    const { ask } = openEngine({ dataDir })
    const { recovery, backups } = await ask('backups.list', {})
    expect(recovery?.backup).toEqual(backups[0])
    const aside = databaseFile(recovery?.setAside ?? '')
    expect(readFileSync(`${aside}-wal`).equals(log)).toBe(true)
    expect((await ask('profile.get', {})).profile?.name).toBe('Ada')
  })
})

describe('a data file that is missing', () => {
  it('is told where there are backups, and no file is said to be set aside', async () => {
    const { ask, dataDir, engine } = openEngine()
    await ask('profile.save', aProfile)
    await ask('backups.make', {})
    await engine.close()
    rmSync(databaseFile(dataDir))
    const next = openEngine({ dataDir })
    const { recovery, backups } = await next.ask('backups.list', {})
    expect(recovery).toMatchObject({ setAside: null, backup: backups[0] })
    expect(existsSync(path.join(dataDir, 'damaged'))).toBe(false)
    await next.ask('backups.restore', { id: backups[0]?.id ?? '' })
    expect((await next.ask('profile.get', {})).profile?.name).toBe('Ada')
    await next.ask('backups.dismissRecovery', {})
    await next.engine.close()
    expect((await openEngine({ dataDir }).ask('backups.state', {})).recovery).toBeNull()
  })

  it('is told where the folder of the backups was chosen, also while that is away', async () => {
    const { dataDir, engine } = openEngine()
    const stick = path.join(temporaryFolder(), 'stick')
    await chooseBackupFolder(dataDir, stick)
    await engine.close()
    renameSync(stick, `${stick}-away`)
    rmSync(databaseFile(dataDir))
    const { recovery } = await openEngine({ dataDir }).ask('backups.state', {})
    expect(recovery).toMatchObject({ setAside: null, backup: null })
  })

  it('is told where something was set aside before', async () => {
    const dataDir = temporaryFolder()
    mkdirSync(path.join(dataDir, 'damaged', '20261001T100000Z'), { recursive: true })
    const { recovery } = await openEngine({ dataDir }).ask('backups.state', {})
    expect(recovery).toMatchObject({ setAside: null, backup: null })
  })
})
