import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Decrypter } from 'age-encryption'
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
import { handOver } from '../transfer/hand-over.ts'
import { backUpBeforeSchemaChange } from './before-schema-change.ts'
import { partialName } from './leftovers.ts'

const passphrase = 'correct horse battery'
const other = 'staple of another kind'

async function encrypting() {
  const opened = openEngine()
  await opened.ask('profile.save', aProfile)
  await opened.ask('sessions.log', { category: 'coding', duration: '1h', note: 'Secret employer' })
  const { key } = await opened.ask('backups.encrypt', { passphrase })
  const folder = path.join(opened.dataDir, 'backups')
  const keyName = `loopready-key-${key ?? ''}.age`
  return { ...opened, folder, keyName, keyFile: path.join(folder, keyName) }
}

const sessionsOf = async ({ ask }: Pick<ReturnType<typeof asking>, 'ask'>) =>
  (await ask('sessions.outline', {})).sessions

/** Every file below a folder that is a database, or holds what was written. */
function openFilesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => /SQLite format 3|Secret employer/.test(readFileSync(file, 'latin1')))
}

describe('an encrypted backup', () => {
  it('is made without the passphrase, and opens as age opens it: the key file first, then the backup', async () => {
    const { ask, folder, keyFile, keyName, dataDir } = await encrypting()
    const made = await ask('backups.make', {})
    expect(made).toMatchObject({ kind: 'manual', encrypted: true })
    expect(made.id).toBe(
      `loopready-20261001T100000Z-manual.${keyName.slice('loopready-key-'.length)}`.replace(
        /\.age$/,
        '.sqlite.age',
      ),
    )
    expect(readdirSync(folder).toSorted()).toEqual([made.id, keyName].toSorted())
    expect(openFilesBelow(folder)).toEqual([])
    expect(readdirSync(path.join(dataDir, 'encrypting'))).toEqual([])
    if (process.platform !== 'win32')
      for (const name of readdirSync(folder))
        expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600)
    // No file of the data folder knows the passphrase, and only the locked one the key.
    const all = readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    for (const text of all) expect(text).not.toMatch(/AGE-SECRET-KEY|correct horse/)

    const first = new Decrypter()
    first.addPassphrase(passphrase)
    const identityFile = await first.decrypt(readFileSync(keyFile), 'text')
    const second = new Decrypter()
    for (const line of identityFile.split('\n'))
      if (line !== '' && !line.startsWith('#')) second.addIdentity(line)
    const plain = path.join(temporaryFolder(), 'plain.sqlite')
    writeFileSync(plain, await second.decrypt(readFileSync(path.join(folder, made.id))))
    const copy = new Sqlite(plain, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('SELECT note FROM session').pluck().all()).toEqual(['Secret employer'])
    copy.close()
  })

  it('is compared, looked at and restored with its passphrase, and the backup before it is encrypted too', async () => {
    const { ask, refusal, dataDir, folder } = await encrypting()
    const { id } = await ask('backups.make', {})
    await ask('sessions.log', { category: 'coding', duration: '2h', acceptOverlap: true })

    expect(await refusal('backups.preview', { id })).toMatchObject({
      field: 'passphrase',
      message: 'The backup is encrypted.',
    })
    for (const call of ['backups.preview', 'backups.view', 'backups.restore'] as const)
      expect(await refusal(call, { id, passphrase: 'wrong' })).toMatchObject({
        code: 'invalid-input',
        field: 'passphrase',
        message: 'The backup does not open with this passphrase.',
      })
    // Not even a backup before the restore was made.
    expect((await ask('backups.list', {})).backups).toHaveLength(1)
    expect(await sessionsOf({ ask })).toBe(2)

    const { differences } = await ask('backups.preview', { id, passphrase })
    expect(differences).toEqual([{ what: 'sessions', added: 0, changed: 0, removed: 1 }])
    await ask('backups.view', { id, passphrase })
    expect(await sessionsOf({ ask })).toBe(1)
    await ask('backups.leave', {})
    const restored = await ask('backups.restore', { id, passphrase })
    expect(restored.before).toMatchObject({ kind: 'before-restore', encrypted: true })
    expect(await sessionsOf({ ask })).toBe(1)
    await ask('history.undo', {})
    expect(await sessionsOf({ ask })).toBe(2)
    expect(readdirSync(path.join(dataDir, 'viewing'))).toEqual([])
    expect(openFilesBelow(folder)).toEqual([])
  })

  it('that is damaged is refused in words, and changes nothing', async () => {
    const { ask, refusal, folder } = await encrypting()
    const { id } = await ask('backups.make', {})
    const file = path.join(folder, id)
    const bytes = readFileSync(file)
    for (const damaged of [
      bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1),
      bytes.subarray(0, bytes.length - 3),
      bytes.subarray(0, 100_000),
    ]) {
      writeFileSync(file, damaged)
      expect(await refusal('backups.restore', { id, passphrase })).toMatchObject({
        code: 'storage',
        message: 'The encrypted backup is damaged.',
      })
    }
    expect(await sessionsOf({ ask })).toBe(1)
  })

  it('goes with what was known of it when it is removed', async () => {
    const { ask, dataDir } = await encrypting()
    const { id } = await ask('backups.make', {})
    expect(readdirSync(path.join(dataDir, 'encrypted'))).toEqual([`${id}.json`])
    await ask('backups.remove', { id })
    expect(readdirSync(path.join(dataDir, 'encrypted'))).toEqual([])
  })

  it('is made each day that finds changes, before an import and before the schema changes', async () => {
    const { ask, engine, dataDir, folder } = await encrypting()
    const { bytes } = await ask('transfer.export', { format: 'json' })
    const { file } = await ask('transfer.receive', { name: 'mine.json', bytes })
    await ask('transfer.import', { file })
    const connection = new Sqlite(databaseFile(dataDir))
    backUpBeforeSchemaChange(connection, dataDir)
    connection.close()
    await engine.close()
    const dayOn = async (now: string) => {
      const { clock } = settableClock(now)
      const next = createEngine({ dataDir, assetsDir, clock, log: () => {}, backsUpDaily: true })
      onTestFinished(() => next.close())
      await next.close()
    }
    await dayOn('2026-10-02T09:00:00Z')
    await dayOn('2026-10-03T09:00:00Z')
    const kinds = readdirSync(folder).map(
      (name) => /Z-([a-z-]+)\.[0-9a-f]{8}\.sqlite\.age$/.exec(name)?.[1],
    )
    expect(kinds.filter(Boolean).toSorted()).toEqual([
      'before-import',
      'before-schema-change',
      'daily',
    ])
    expect(readdirSync(path.join(dataDir, 'to-encrypt'))).toEqual([])
    expect(openFilesBelow(folder)).toEqual([])
  })
})

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
    const { ask, folder } = await encrypting()
    await ask('backups.stopEncrypting', {})
    const whole = await ask('backups.make', {})
    await ask('backups.encrypt', { passphrase })
    const bad = 'loopready-20260901T100000Z-daily.sqlite'
    writeFileSync(path.join(folder, bad), 'no backup at all, '.repeat(100))
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

describe('an encrypted backup of another computer', () => {
  it('is taken over with its key file and passphrase, and handed over by its path', async () => {
    const there = await encrypting()
    const { id } = await there.ask('backups.make', {})
    const here = openEngine()
    await here.ask('profile.save', aProfile)
    const { file } = await handOver(here.dataDir, path.join(there.folder, id))
    expect(await here.refusal('backups.adopt', { file, passphrase })).toMatchObject({
      field: 'key',
      message: `The key file of the backup is missing: ${there.keyName}.`,
    })
    const bytes = readFileSync(there.keyFile)
    const { file: key } = await here.ask('transfer.receive', { name: 'key.age', bytes })
    expect(await here.refusal('backups.adopt', { file, key, passphrase: 'wrong' })).toMatchObject({
      field: 'passphrase',
    })
    const adopted = await here.ask('backups.adopt', { file, key, passphrase })
    expect(adopted).toMatchObject({ encrypted: false, madeAt: '2026-10-01T10:00:00Z' })
    await here.ask('backups.restore', { id: adopted.id })
    expect(await sessionsOf(here)).toBe(1)
    expect(readdirSync(path.join(here.dataDir, 'incoming'))).toEqual([])
    expect(existsSync(path.join(here.dataDir, 'keys', there.keyName))).toBe(true)
  })

  it('is encrypted here where backups are, and only once', async () => {
    const there = openEngine()
    await there.ask('profile.save', aProfile)
    const { id } = await there.ask('backups.make', {})
    const here = await encrypting()
    const adopt = async () => {
      const { file } = await handOver(here.dataDir, path.join(there.dataDir, 'backups', id))
      return here.ask('backups.adopt', { file })
    }
    const adopted = await adopt()
    expect(adopted).toMatchObject({ kind: 'manual', encrypted: true })
    expect(await adopt()).toEqual(adopted)
    await here.ask('backups.preview', { id: adopted.id, passphrase })
    expect(openFilesBelow(here.folder)).toEqual([])
  })
})

describe('a process that is killed while it encrypts', () => {
  it('leaves nothing half or open once the app has started again, and what another works on stays', async () => {
    const { engine, dataDir, folder } = await encrypting()
    await engine.close()
    const script = `
      import { encryptInto } from ${JSON.stringify(new URL('encrypt.ts', import.meta.url).href)}
      import { inPrivate } from ${JSON.stringify(new URL('leftovers.ts', import.meta.url).href)}
      import { generateX25519Identity, identityToRecipient } from 'age-encryption'
      import { appendFileSync, copyFileSync } from 'node:fs'
      const recipient = await identityToRecipient(await generateX25519Identity())
      await inPrivate(${JSON.stringify(dataDir)}, async (own) => {
        const plain = own + '/loopready.sqlite'
        copyFileSync(${JSON.stringify(databaseFile(dataDir))}, plain)
        appendFileSync(plain, Buffer.alloc(8 << 20))
        let pieces = 0
        const told = { kind: 'manual', madeAt: '2026-10-05T10:00:00Z' }
        const work = { checkCancel() {}, progress() { if ((pieces += 1) === 6) process.kill(process.pid, 'SIGKILL') } }
        await encryptInto(${JSON.stringify(dataDir)}, ${JSON.stringify(folder)}, plain, told, { id: '00000000', recipient }, work)
      })`
    const killed = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      cwd: assetsDir,
    })
    expect(killed.signal).toBe('SIGKILL')
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toHaveLength(1)
    expect(openFilesBelow(path.join(dataDir, 'encrypting'))).toHaveLength(1)
    const running = path.join(folder, partialName('loopready-of-this-process.sqlite.age'))
    writeFileSync(running, '')
    mkdirSync(path.join(dataDir, 'encrypting'), { recursive: true })

    const { ask } = openEngine({ dataDir })
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([
      path.basename(running),
    ])
    expect(readdirSync(path.join(dataDir, 'encrypting'))).toEqual([])
    expect((await ask('backups.list', {})).backups).toEqual([])
  })
})
