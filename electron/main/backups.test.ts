import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { largestFile } from '#domain/transfer-size.ts'
import { aProfile, openEngine, temporaryFolder } from '../../tests/support/engine.ts'
import { createBackupPlaces } from './backups.ts'

/** The dialogs on a real engine, with a person who chooses `chosen`. */
function placesWith(chosen: string) {
  const { ask, refusal, dataDir } = openEngine()
  const asked: unknown[] = []
  const places = createBackupPlaces({
    dataDir,
    askWhich: (options) => {
      asked.push(options)
      return Promise.resolve({ canceled: chosen === '', filePaths: chosen === '' ? [] : [chosen] })
    },
  })
  return { places, ask, refusal, dataDir, asked }
}

describe('choosing a backup from anywhere', () => {
  it('hands it over under its name, without its folder, and it can be restored', async () => {
    const other = openEngine()
    await other.ask('profile.save', aProfile)
    const { id } = await other.ask('backups.make', {})
    const chosen = join(other.dataDir, 'backups', id)
    const { places, ask } = placesWith(chosen)
    const answer = await places.chooseFile()
    expect(JSON.stringify(answer)).not.toContain(other.dataDir)
    const file = answer.ok ? (answer.value?.file ?? '') : ''
    const adopted = await ask('backups.adopt', { file })
    await ask('backups.restore', { id: adopted.id })
    expect((await ask('profile.get', {})).profile?.name).toBe('Ada')
    expect(readFileSync(chosen).length).toBe(adopted.bytes)
  })

  it('takes an encrypted one, and one that is larger than an import may be', async () => {
    const other = openEngine()
    await other.ask('profile.save', aProfile)
    await other.ask('backups.encrypt', { passphrase: 'correct horse battery' })
    const { id } = await other.ask('backups.make', {})
    const encrypted = await placesWith(join(other.dataDir, 'backups', id)).places.chooseFile()
    expect(encrypted).toMatchObject({ ok: true, value: { name: id, locked: true } })

    const large = join(temporaryFolder(), 'large.sqlite')
    writeFileSync(large, '')
    truncateSync(large, largestFile + 1)
    const { places, refusal } = placesWith(large)
    const answer = await places.chooseFile()
    expect(answer).toMatchObject({ ok: true, value: { bytes: largestFile + 1, locked: false } })
    // It was looked at, and not refused for its size.
    const file = answer.ok ? (answer.value?.file ?? '') : ''
    expect(await refusal('backups.adopt', { file })).toMatchObject({
      message: 'The file is not a backup of Loopready.',
    })
  })

  it('can be left, and says what cannot be read', async () => {
    expect(await placesWith('').places.chooseFile()).toEqual({ ok: true, value: null })
    const gone = join(temporaryFolder(), 'gone.sqlite')
    expect(await placesWith(gone).places.chooseFile()).toMatchObject({
      ok: false,
      error: { code: 'storage', message: '“gone.sqlite” is not there any more.' },
    })
  })
})

describe('choosing the folder of the backups', () => {
  it('keeps them there from now on, and in the usual one again where it is asked for', async () => {
    const folder = temporaryFolder()
    const { places, ask, asked, dataDir } = placesWith(folder)
    expect(await places.chooseFolder('ask')).toEqual({ ok: true, value: true })
    expect(asked).toMatchObject([{ defaultPath: join(dataDir, 'backups') }])
    const { id } = await ask('backups.make', {})
    expect(existsSync(join(folder, id))).toBe(true)
    expect(await places.chooseFolder('usual')).toEqual({ ok: true, value: true })
    expect(await ask('backups.list', {})).toMatchObject({ isDefaultFolder: true, backups: [] })
    expect(asked).toHaveLength(1)
  })

  it('changes nothing where none is chosen, or where it cannot be written', async () => {
    const { places, ask } = placesWith('')
    expect(await places.chooseFolder('ask')).toEqual({ ok: true, value: false })
    expect((await ask('backups.list', {})).isDefaultFolder).toBe(true)
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const other = placesWith(file)
    expect(await other.places.chooseFolder('ask')).toMatchObject({
      ok: false,
      error: { code: 'storage' },
    })
    expect((await other.ask('backups.list', {})).isDefaultFolder).toBe(true)
  })
})
