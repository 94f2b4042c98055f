import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { lockKeyLightly } from '../../tests/support/light-key.ts'
import { expectRefusal, root, run, started } from './terminal-under-test.ts'

const secret = 'correct horse battery'
const env = { LOOPREADY_PASSPHRASE: secret }
const file = join(root, 'secret.txt')
writeFileSync(file, `${secret}\n`)

describe('an encrypted backup', () => {
  it('is written, opened by its passphrase, and restored', async () => {
    const { dataDir, fine, sessions, on } = await started()
    await fine('log', '1h', 'coding', '--time', '08:00')
    const out = join(root, 'copy.sqlite.age')
    expect(await fine('backup', '--out', out, '--passphrase-file', file)).toContain('encrypted')
    expect(readFileSync(out, 'latin1').split('\n')[0]).toBe('age-encryption.org/v1')
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600)
    const decrypter = new Decrypter()
    decrypter.addPassphrase(secret)
    const open = Buffer.from(await decrypter.decrypt(readFileSync(out)))
    expect(open.subarray(0, 15).toString()).toBe('SQLite format 3')

    await fine('log', '2h', 'coding', '--time', '06:00')
    expectRefusal(await on('restore', out), 'A passphrase is needed')
    expectRefusal(
      await run(['--data-dir', dataDir, 'restore', out], { LOOPREADY_PASSPHRASE: 'wrong' }),
      'does not open with this passphrase',
    )
    expect(await sessions()).toHaveLength(2)
    expect(await run(['--data-dir', dataDir, 'restore', out], env)).toMatchObject({ code: 0 })
    expect(await sessions()).toHaveLength(1)
  })
})

describe('backups that are all encrypted', () => {
  it('are made without a passphrase, copied with their key, restored with it, and get another', async () => {
    const { dataDir, fine, sessions, on } = await started()
    const asking = (typed: string[], ...args: string[]) =>
      run(['--data-dir', dataDir, 'backup', ...args], {}, typed)
    await fine('log', '1h', 'coding', '--time', '08:00')
    expectRefusal(await asking([secret, 'another'], '--encrypt'), 'The two passphrases differ')
    expect(await asking([secret, secret], '--encrypt', '--encrypt-earlier')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(' 1 earlier one is not: see --encrypt-earlier.') as string,
    })
    await lockKeyLightly(dataDir, secret)
    const folder = join(root, 'stick')
    mkdirSync(folder)
    const out = join(folder, 'copy.sqlite.age')
    expectRefusal(await on('backup', '--out', join(folder, 'copy.sqlite')), 'copy.sqlite.age')
    await fine('backup', '--out', out)
    const [, key = ''] = readdirSync(folder)
    expect(key).toMatch(/^loopready-key-[0-9a-f]{8}\.age$/)
    const listed = await fine('backup', '--list')
    expect(listed).toContain(`New backups are encrypted; their key is ${key}, beside them.`)
    expect(listed).not.toMatch(/\.sqlite$/m)

    await fine('log', '2h', 'coding', '--time', '06:00')
    const [, name = ''] = /(\S+-manual\.\S+)$/m.exec(listed) ?? []
    expectRefusal(await on('restore', name), 'A passphrase is needed')
    expectRefusal(
      await run(['--data-dir', dataDir, 'restore', name], {}, ['wrong']),
      'does not open with this passphrase',
    )
    expect(await run(['--data-dir', dataDir, 'restore', name], env)).toMatchObject({ code: 0 })
    expect(await sessions()).toHaveLength(1)

    // Elsewhere it opens by the key that stands beside it.
    const other = await started()
    expect(await run(['--data-dir', other.dataDir, 'restore', out], env)).toMatchObject({ code: 0 })
    expect(await other.sessions()).toHaveLength(1)

    const next = 'staple of another kind'
    expect(await asking([secret, next, next], '--change-passphrase')).toMatchObject({ code: 0 })
    expect(await fine('backup', '--stop-encrypting')).toContain('not encrypted from now on')
    expect(await fine('backup', '--list')).toContain('New backups are not encrypted.')
  }, 90_000)
})

describe('an encrypted export', () => {
  it('asks for the passphrase twice, and again when it is imported', async () => {
    const { dataDir, fine } = await started()
    await fine('log', '1h', 'coding')
    const out = join(root, 'all.json.age')
    const exporting = ['--data-dir', dataDir, 'export', '--format', 'json', '--encrypt']
    expectRefusal(
      await run([...exporting, '--out', out], {}, [secret, 'correct horse']),
      'The two passphrases differ',
    )
    expectRefusal(await run([...exporting, '--out', out], {}, ['short']), 'at least 8 characters')
    expect(await run([...exporting, '--out', out], {}, [secret, secret])).toMatchObject({
      code: 0,
      err: '',
    })
    const other = await started()
    expect(await run(['--data-dir', other.dataDir, 'import', out], {}, [secret])).toMatchObject({
      code: 0,
      err: '',
    })
    expect(await other.sessions()).toHaveLength(1)
  })

  it('says when the file with the passphrase is not there, or empty', async () => {
    const { on } = await started()
    const empty = join(root, 'empty.txt')
    writeFileSync(empty, '\n')
    const out = ['export', '--format', 'csv', '--encrypt', '--out', join(root, 'x.age')]
    const none = join(root, 'none')
    expectRefusal(await on(...out, '--passphrase-file', none), 'cannot be read')
    expectRefusal(await on(...out, '--passphrase-file', empty), 'is empty')
    expect(existsSync(join(root, 'x.age'))).toBe(false)
  })
})
