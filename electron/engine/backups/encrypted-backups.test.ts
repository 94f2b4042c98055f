import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Decrypter } from 'age-encryption'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  aProfile,
  assetsDir,
  openEngine,
  settableClock,
  temporaryFolder,
} from '../../../tests/support/engine.ts'
import {
  encrypting,
  openFilesBelow,
  passphrase,
  sessionsOf,
} from '../../../tests/support/encrypting.ts'
import type { Instant } from '#contract/units.ts'
import { createEngine } from '../engine.ts'
import { databaseFile } from '../store/file.ts'
import { handOver } from '../transfer/hand-over.ts'
import { backUpBeforeSchemaChange } from './before-schema-change.ts'
import { newPartial } from './leftovers.ts'
import { makeBackup } from './make.ts'
import { isAsWritten } from './records.ts'

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

  it('of the same second as others is one of its own, and is known as it was written', async () => {
    const { dataDir, folder } = await encrypting()
    const work = { progress: () => {}, checkCancel: () => {} }
    const at = '2026-10-05T10:00:00Z' as Instant
    const make = async () => makeBackup(dataDir, folder, 'manual', at, work)
    const made = await Promise.all([make(), make(), make(), make()])
    expect(new Set(made.map(({ id }) => id)).size).toBe(4)
    for (const { id } of made) expect(isAsWritten(dataDir, id, path.join(folder, id))).toBe(true)
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
    expect(
      kinds.filter((kind) => kind !== undefined).toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['before-import', 'before-schema-change', 'daily'])
    expect(readdirSync(path.join(dataDir, 'to-encrypt'))).toEqual([])
    expect(openFilesBelow(folder)).toEqual([])
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

describe('a process that is killed while it shows an encrypted backup', () => {
  it('leaves no open copy once the app has started again, and what another shows stays', async () => {
    const { ask, engine, dataDir } = await encrypting()
    const { id } = await ask('backups.make', {})
    await ask('backups.view', { id, passphrase })
    const viewing = path.join(dataDir, 'viewing')
    const [shown = ''] = readdirSync(viewing)
    // As it is called by a process that has ended.
    const ended = spawnSync(process.execPath, ['-e', ''])
    cpSync(
      path.join(viewing, shown),
      path.join(viewing, shown.replace(`-${process.pid}-`, `-${ended.pid}-`)),
      { recursive: true },
    )
    expect(readdirSync(viewing)).toHaveLength(2)
    openEngine({ dataDir })
    expect(readdirSync(viewing)).toEqual([shown])
    await engine.close()
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
    const running = newPartial(folder)
    writeFileSync(running, '')
    mkdirSync(path.join(dataDir, 'encrypting'), { recursive: true })
    // As it is killed while it copies the data before its schema changes.
    const waiting = path.join(dataDir, 'to-encrypt')
    mkdirSync(waiting)
    const copying = newPartial(waiting).replace(`-${process.pid}.`, `-${killed.pid}.`)
    for (const file of [copying, `${copying}-journal`]) writeFileSync(file, '')

    const { ask } = openEngine({ dataDir })
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([
      path.basename(running),
    ])
    expect(readdirSync(path.join(dataDir, 'encrypting'))).toEqual([])
    expect(readdirSync(waiting)).toEqual([])
    expect((await ask('backups.list', {})).backups).toEqual([])
  })
})
