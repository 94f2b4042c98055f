import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { databaseFile } from '../store/file.ts'
import { recoveryToTell } from './recover.ts'

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
})
