import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { encrypting, openFilesBelow, passphrase } from '../../../tests/support/encrypting.ts'
import { temporaryFolder } from '../../../tests/support/engine.ts'
import type { Instant } from '#contract/units.ts'
import { refuse } from '../refusal.ts'
import { chooseBackupFolder } from './folder.ts'
import { changePassphrase, switchOn } from './switching.ts'

const other = 'staple of another kind'

describe('the passphrase', () => {
  it('is changed for all backups at once, and the old one opens none', async () => {
    const { ask, refusal } = await encrypting()
    const { id } = await ask('backups.make', {})
    expect(
      await refusal('backups.changePassphrase', { current: 'wrong', passphrase: other }),
    ).toMatchObject({ field: 'current', message: 'This is not the passphrase of the backups.' })
    await ask('backups.changePassphrase', { current: passphrase, passphrase: other })
    expect(await refusal('backups.preview', { id, passphrase })).toMatchObject({
      field: 'passphrase',
    })
    await ask('backups.preview', { id, passphrase: other })
    expect(await ask('backups.make', {})).toMatchObject({ encrypted: true })
  })

  it('is not lost where its change ends half way: one of the two is known', async () => {
    const { ask, dataDir, keyName, keyFile } = await encrypting()
    const { id } = await ask('backups.make', {})
    const old = readFileSync(keyFile)
    const setting = path.join(dataDir, 'backup-encryption.json')
    const before = readFileSync(setting)
    await ask('backups.changePassphrase', { current: passphrase, passphrase: other })
    const after = JSON.parse(readFileSync(setting, 'utf8')) as { keySha256: string[] }
    const both = [...after.keySha256, ...(JSON.parse(before.toString()) as typeof after).keySha256]
    writeFileSync(setting, JSON.stringify({ ...after, keySha256: both }))
    // Written to the data folder, and not yet beside the backups.
    writeFileSync(keyFile, old)
    expect((await ask('backups.list', {})).encryption.keyIsThere).toBe(true)
    await ask('backups.make', {})
    expect(readFileSync(keyFile).equals(readFileSync(path.join(dataDir, 'keys', keyName)))).toBe(
      true,
    )
    await ask('backups.preview', { id, passphrase: other })
  })

  it('cannot be lost by an undo', async () => {
    const { ask } = await encrypting()
    const { id } = await ask('backups.make', {})
    const { undo } = await ask('history.peek', {})
    expect(undo?.label).not.toMatch(/encrypt/i)
    await ask('history.undo', {})
    expect((await ask('backups.list', {})).encryption).toMatchObject({
      state: 'on',
      keyIsThere: true,
    })
    await ask('backups.preview', { id, passphrase })
  })
})

describe('switching encryption', () => {
  it('off makes later backups plain, and on again takes the same key for the same passphrase', async () => {
    const { ask, refusal } = await encrypting()
    const first = await ask('backups.make', {})
    const { key } = (await ask('backups.list', {})).encryption
    expect(await refusal('backups.encrypt', { passphrase })).toMatchObject({ code: 'conflict' })
    expect(await ask('backups.stopEncrypting', {})).toMatchObject({ state: 'off', unencrypted: 0 })
    const plain = await ask('backups.make', {})
    expect(plain.encrypted).toBe(false)
    await ask('backups.preview', { id: plain.id })
    await ask('backups.preview', { id: first.id, passphrase })
    expect(await ask('backups.encrypt', { passphrase })).toMatchObject({
      state: 'on',
      key,
      unencrypted: 1,
    })
    await ask('backups.stopEncrypting', {})
    // Another passphrase is another key; what was encrypted before keeps its own.
    const again = await ask('backups.encrypt', { passphrase: other })
    expect(again.key).not.toBe(key)
    const second = await ask('backups.make', {})
    await ask('backups.preview', { id: second.id, passphrase: other })
    await ask('backups.preview', { id: first.id, passphrase })
    expect((await ask('backups.list', {})).withoutKey).toEqual([])
  })

  it('encrypts earlier backups where it is asked to, but a damaged one, or removes them', async () => {
    const { ask, refusal, folder } = await encrypting()
    await ask('backups.stopEncrypting', {})
    const whole = await ask('backups.make', {})
    await ask('backups.encrypt', { passphrase })
    const bad = 'loopready-20260901T100000Z-daily.sqlite'
    writeFileSync(path.join(folder, bad), 'no backup at all, '.repeat(100))
    // Not all there are: that would leave none.
    expect(await refusal('backups.removeUnencrypted', {})).toMatchObject({ code: 'conflict' })
    expect(await ask('backups.encryptEarlier', {})).toEqual({ encrypted: 1, damaged: 1 })
    const { backups, encryption } = await ask('backups.list', {})
    expect(backups.map(({ id, encrypted }) => [id === bad, encrypted])).toEqual([
      [false, true],
      [true, false],
    ])
    expect(backups[0]?.madeAt).toBe(whole.madeAt)
    expect(encryption.unencrypted).toBe(1)
    await ask('backups.preview', { id: backups[0]?.id ?? '', passphrase })
    expect(await ask('backups.removeUnencrypted', {})).toEqual({ removed: 1 })
    expect(openFilesBelow(folder)).toEqual([])
  })

  it('removes none while those that are encrypted lack their key: the others are all that opens', async () => {
    const { ask, refusal, dataDir, keyName, keyFile } = await encrypting()
    await ask('backups.make', {})
    await ask('backups.stopEncrypting', {})
    const plain = await ask('backups.make', {})
    const bytes = readFileSync(keyFile)
    for (const file of [keyFile, path.join(dataDir, 'keys', keyName)]) rmSync(file)
    expect(await refusal('backups.removeUnencrypted', {})).toMatchObject({ code: 'conflict' })
    await ask('backups.preview', { id: plain.id })
    writeFileSync(keyFile, bytes)
    expect(await ask('backups.removeUnencrypted', {})).toEqual({ removed: 1 })
  })

  it('removes none either while their key or the only encrypted one is damaged', async () => {
    const { ask, refusal, dataDir, folder, keyName, keyFile } = await encrypting()
    await ask('backups.stopEncrypting', {})
    const plain = await ask('backups.make', {})
    await ask('backups.encrypt', { passphrase })
    const { id } = await ask('backups.make', {})
    const files = [keyFile, path.join(dataDir, 'keys', keyName)]
    const key = readFileSync(keyFile)
    const file = path.join(folder, id)
    const backup = readFileSync(file)
    for (const file of files) writeFileSync(file, 'x')
    expect(await refusal('backups.removeUnencrypted', {})).toMatchObject({ code: 'conflict' })
    expect((await ask('backups.list', {})).withoutKey).toEqual([id])
    for (const file of files) writeFileSync(file, key.subarray(0, -1))
    expect(await refusal('backups.removeUnencrypted', {})).toMatchObject({ code: 'conflict' })
    for (const file of files) writeFileSync(file, key)
    writeFileSync(file, backup.subarray(0, 100))
    expect(await refusal('backups.removeUnencrypted', {})).toMatchObject({ code: 'conflict' })
    await ask('backups.preview', { id: plain.id })
    writeFileSync(file, backup)
    expect(await ask('backups.removeUnencrypted', {})).toEqual({ removed: 1 })
    await ask('backups.preview', { id, passphrase })
  })

  it('or changing its passphrase changes nothing once it was cancelled', async () => {
    const { ask, dataDir, folder, keyFile } = await encrypting()
    const { id } = await ask('backups.make', {})
    const before = readFileSync(keyFile)
    const checkCancel = () => refuse({ code: 'canceled', message: 'It was cancelled.' })
    const locking = { now: '2026-10-01T10:00:00Z' as Instant, work: 4, checkCancel }
    await expect(
      changePassphrase(dataDir, { current: passphrase, next: other }, locking),
    ).rejects.toThrow('It was cancelled.')
    expect(readFileSync(keyFile).equals(before)).toBe(true)
    await ask('backups.preview', { id, passphrase })
    await ask('backups.stopEncrypting', {})
    for (const typed of [passphrase, other])
      await expect(switchOn(dataDir, folder, typed, locking)).rejects.toThrow('It was cancelled.')
    expect((await ask('backups.list', {})).encryption.state).toBe('off')
    expect(readdirSync(path.join(dataDir, 'keys'))).toEqual([path.basename(keyFile)])
  })

  it('is asked for again where the setting cannot be read: no backup is made open by accident', async () => {
    const { ask, refusal, dataDir, folder } = await encrypting()
    writeFileSync(path.join(dataDir, 'backup-encryption.json'), '{"on":tr')
    expect((await ask('backups.list', {})).encryption.state).toBe('unknown')
    expect(await refusal('backups.make', {})).toMatchObject({ code: 'storage' })
    expect(openFilesBelow(folder)).toEqual([])
    await ask('backups.encrypt', { passphrase })
    expect((await ask('backups.make', {})).encrypted).toBe(true)
  })
})

describe('the key file', () => {
  it('comes back from its copy where one of the two is gone or damaged', async () => {
    const { ask, dataDir, keyName, keyFile } = await encrypting()
    const good = readFileSync(keyFile)
    rmSync(keyFile)
    await ask('backups.make', {})
    expect(readFileSync(keyFile).equals(good)).toBe(true)
    writeFileSync(path.join(dataDir, 'keys', keyName), 'damaged')
    await ask('backups.make', {})
    expect(readFileSync(path.join(dataDir, 'keys', keyName)).equals(good)).toBe(true)
  })

  it('that is gone is told, no backup is made that nobody could open, and one that is put back is used again', async () => {
    const { ask, refusal, dataDir, keyName, keyFile } = await encrypting()
    const { id } = await ask('backups.make', {})
    const away = path.join(temporaryFolder(), keyName)
    renameSync(keyFile, away)
    rmSync(path.join(dataDir, 'keys', keyName))
    expect(await ask('backups.list', {})).toMatchObject({
      encryption: { state: 'on', keyIsThere: false },
      withoutKey: [id],
    })
    expect(await refusal('backups.make', {})).toMatchObject({
      code: 'storage',
      message: expect.stringContaining(keyName),
    })
    expect(await refusal('backups.preview', { id, passphrase })).toMatchObject({
      code: 'not-found',
      field: 'key',
      message: `The key file of the backup is missing: ${keyName}.`,
    })
    copyFileSync(away, keyFile)
    await ask('backups.preview', { id, passphrase })
    expect((await ask('backups.make', {})).encrypted).toBe(true)
  })

  it('that is gone is taken from where it is chosen, for a backup of the list too, and kept', async () => {
    const { ask, refusal, dataDir, keyName, keyFile } = await encrypting()
    const { id } = await ask('backups.make', {})
    const bytes = readFileSync(keyFile)
    rmSync(keyFile)
    rmSync(path.join(dataDir, 'keys', keyName))
    const receive = async (content: Uint8Array) =>
      (await ask('transfer.receive', { name: 'key.age', bytes: content })).file
    const stranger = await encrypting()
    const wrong = await receive(readFileSync(stranger.keyFile))
    expect(await refusal('backups.preview', { id, passphrase, key: wrong })).toMatchObject({
      field: 'key',
      message: 'The backup was encrypted for another key than the one that is here.',
    })
    const key = await receive(bytes)
    expect(await refusal('backups.preview', { id, passphrase: other, key })).toMatchObject({
      field: 'passphrase',
    })
    expect(existsSync(path.join(dataDir, 'keys', keyName))).toBe(false)
    await ask('backups.preview', { id, passphrase, key })
    expect(await ask('backups.list', {})).toMatchObject({
      encryption: { keyIsThere: true },
      withoutKey: [],
    })
    await ask('backups.restore', { id, passphrase })
  })

  it('that is damaged is replaced by the one that was chosen, once that has opened a backup', async () => {
    const { ask, refusal, dataDir, keyName, keyFile } = await encrypting()
    const { id } = await ask('backups.make', {})
    const bytes = readFileSync(keyFile)
    const damaged = bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1)
    for (const file of [keyFile, path.join(dataDir, 'keys', keyName)]) writeFileSync(file, damaged)
    expect(await refusal('backups.preview', { id, passphrase })).toMatchObject({
      field: 'key',
      message: `The key file of the backup is damaged: ${keyName}.`,
    })
    const { file: key } = await ask('transfer.receive', { name: 'key.age', bytes })
    await ask('backups.preview', { id, passphrase, key })
    expect((await ask('backups.list', {})).encryption.keyIsThere).toBe(true)
    await ask('backups.restore', { id, passphrase })
  })

  it('is not replaced by an older one that was chosen, which opens with the passphrase of then', async () => {
    const { ask, dataDir, keyName, keyFile } = await encrypting()
    const { id } = await ask('backups.make', {})
    const bytes = readFileSync(keyFile)
    await ask('backups.changePassphrase', { current: passphrase, passphrase: other })
    const { file: key } = await ask('transfer.receive', { name: 'key.age', bytes })
    await ask('backups.preview', { id, passphrase, key })
    expect(readFileSync(path.join(dataDir, 'keys', keyName)).equals(bytes)).toBe(false)
    await ask('backups.preview', { id, passphrase: other })
  })

  it('is not replaced by another file that was chosen where it is there after all', async () => {
    const { ask, dataDir, keyName } = await encrypting()
    const { id } = await ask('backups.make', {})
    const stranger = await encrypting()
    const bytes = readFileSync(stranger.keyFile)
    rmSync(path.join(dataDir, 'keys', keyName))
    const { file: key } = await ask('transfer.receive', { name: 'key.age', bytes })
    await ask('backups.preview', { id, passphrase, key })
    expect(readdirSync(path.join(dataDir, 'keys'))).toEqual([])
  })

  it('that cannot be put beside the backups is told with their folder', async () => {
    const { ask, refusal, dataDir } = await encrypting()
    const folder = path.join(temporaryFolder(), 'stick')
    await chooseBackupFolder(dataDir, folder)
    await ask('backups.make', {})
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'not a folder any more')
    expect(await refusal('backups.make', {})).toMatchObject({
      code: 'storage',
      message: expect.stringContaining(`Backups cannot be written to ${folder}`) as string,
    })
  })

  it('that is gone for good makes room for a new one', async () => {
    const { ask, dataDir, keyName, keyFile } = await encrypting()
    rmSync(keyFile)
    rmSync(path.join(dataDir, 'keys', keyName))
    const found = await ask('backups.encrypt', { passphrase: other })
    expect(found).toMatchObject({ state: 'on', keyIsThere: true })
    const { id } = await ask('backups.make', {})
    await ask('backups.preview', { id, passphrase: other })
  })
})

describe('two backups at the same moment', () => {
  it('do not take each other for a folder that cannot be written', async () => {
    const { ask, folder } = await encrypting()
    // As another thread of this process leaves it while it looks whether the folder can be written.
    mkdirSync(path.join(folder, `.writable-${process.pid}`))
    expect((await ask('backups.make', {})).encrypted).toBe(true)
  })
})
