import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
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
