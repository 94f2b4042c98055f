import { readdirSync } from 'node:fs'
import path from 'node:path'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'
import { errorOf } from '../refusal.ts'
import { isLocked, unlock } from './age.ts'

const passphrase = 'correct horse battery'
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

/** Locked with little work, so that the tests need none. */
async function lockedLightly(text: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(4)
  return encrypter.encrypt(text)
}

const refusalOf = async (bytes: Uint8Array, typed: string) => {
  try {
    await unlock(bytes, typed)
    return null
  } catch (thrown) {
    return errorOf(thrown)
  }
}

describe('an export with a passphrase', () => {
  it('is a standard age file, which the library opens by itself, and says so in its name', async () => {
    const { ask } = openEngine()
    await ask('profile.save', aProfile)
    await ask('sessions.log', { category: 'coding', duration: '1h', note: 'Secret employer' })
    const open = await ask('transfer.export', { format: 'json' })
    const locked = await ask('transfer.export', { format: 'json', passphrase })
    expect(locked.fileName).toBe(`${open.fileName}.age`)
    expect(locked.sessions).toBe(1)
    const header = textOf(locked.bytes).split('\n')
    expect(header[0]).toBe('age-encryption.org/v1')
    // scrypt with 2^18 rounds, as the program `age` itself has it.
    expect(header[1]).toMatch(/^-> scrypt [\w+/]{22} 18$/)
    expect(textOf(locked.bytes)).not.toContain('Secret')
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    expect(textOf(await decrypter.decrypt(locked.bytes))).toBe(textOf(open.bytes))
  })

  it('is told from others when it comes back, opened by its passphrase alone, and imported', async () => {
    const { ask } = openEngine()
    await ask('profile.save', aProfile)
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    const { bytes } = await ask('transfer.export', { format: 'json', passphrase })

    const other = openEngine()
    const received = await other.ask('transfer.receive', { name: 'mine.json.age', bytes })
    expect(received.locked).toBe(true)
    const { file } = received
    expect(await other.refusal('transfer.unlock', { file, passphrase: 'wrong' })).toMatchObject({
      code: 'invalid-input',
      field: 'passphrase',
      message: 'The file does not open with this passphrase.',
    })
    // It is still there for another try.
    const opened = await other.ask('transfer.unlock', { file, passphrase })
    expect(opened).toMatchObject({ name: 'mine.json', locked: false })
    await other.ask('transfer.import', { file: opened.file })
    expect((await other.ask('sessions.outline', {})).sessions).toBe(1)
    expect(await other.refusal('transfer.inspect', { file })).toMatchObject({ code: 'not-found' })
    expect(readdirSync(path.join(other.dataDir, 'incoming'))).toEqual([])
  })

  it('can be cancelled while the passphrase is worked on', async () => {
    const { engine, ask } = openEngine()
    await ask('profile.save', aProfile)
    const signal = AbortSignal.timeout(10)
    const input = { format: 'json', passphrase } as const
    expect(await engine.call('transfer.export', input, { signal })).toMatchObject({
      ok: false,
      error: { code: 'canceled' },
    })
  })

  it('needs eight characters', async () => {
    const { refusal } = openEngine()
    expect(await refusal('transfer.export', { format: 'json', passphrase: 'short' })).toMatchObject(
      { code: 'invalid-input', field: 'passphrase' },
    )
  })
})

describe('what is no such file', () => {
  it('is told by its first line', async () => {
    expect(isLocked(await lockedLightly('x'))).toBe(true)
    for (const text of ['', 'age', '{"format":"loopready"}', 'age-encryption.org/v2\n'])
      expect(isLocked(Buffer.from(text))).toBe(false)
  })

  it.each([
    ['cut', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 3)],
    ['with a bit turned', (bytes: Uint8Array) => bytes.with(bytes.length - 1, 7)],
    ['with a changed head', (bytes: Uint8Array) => bytes.with(30, 65)],
    ['of its head alone', () => Buffer.from('age-encryption.org/v1\n')],
    ['that asks for 2^40 rounds', (bytes: Uint8Array) => moreWork(bytes)],
  ])('is refused in words when it is a file %s', async (_, damage) => {
    const refused = await refusalOf(damage(await lockedLightly('text')), passphrase)
    expect(refused).toMatchObject({ code: 'invalid-input' })
    expect(refused?.message).toMatch(/damaged|does not open/)
  })

  it('is refused when it was locked for a key and not with a passphrase', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()))
    const refused = await refusalOf(await encrypter.encrypt('text'), passphrase)
    expect(refused).toMatchObject({ code: 'invalid-input' })
  })
})

function moreWork(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replace(/ 4\n/, ' 40\n'), 'latin1')
}
