import { createHash } from 'node:crypto'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Instant } from '#contract/units.ts'
import { refuse } from '../refusal.ts'
import { unlock } from './age.ts'

/** A pair of keys of the age format: whoever has the recipient can encrypt, and only the identity opens it. */
export type Key = Readonly<{ recipient: string; identity: string }>

/** scrypt with two to the power of so many rounds, as the program `age` has it. Tests take less. */
export const usualWork = 18

/** A new key. X25519, which every `age` opens; the hybrid ones need one of 2025 or later. */
export async function newKey(): Promise<Key> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** What a key is called in names of files: eight hex digits of the SHA-256 of its recipient. */
export function keyIdOf(recipient: string): string {
  return createHash('sha256').update(recipient).digest('hex').slice(0, 8)
}

/** The name of the file that holds a key, locked with a passphrase. */
export function keyFileName(id: string): string {
  return `loopready-key-${id}.age`
}

/** Whether a name is that of a key's file. */
export function isKeyFileName(name: string): boolean {
  return /^loopready-key-[0-9a-f]{8}\.age$/.test(name)
}

/**
 * The bytes of a key's file: an identity file of the age format, encrypted with a passphrase. `age -d -i` takes it as
 * it is. It is opened again before it is given away, so that nobody keeps one that does not open.
 */
export async function lockKey(
  key: Key,
  passphrase: string,
  madeAt: Instant,
  work: number,
): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(work)
  const bytes = await encrypter.encrypt(
    `# Loopready: the key of encrypted backups, locked on ${madeAt}\n# public key: ${key.recipient}\n${key.identity}\n`,
  )
  const opened = await openKey(bytes, passphrase)
  if (opened.identity !== key.identity) throw new Error('a key came back as another one')
  await requirePair(opened)
  return bytes
}

/** Opens a key's file. Refuses another passphrase with `field: 'passphrase'`, and what is no key with `field: 'file'`. */
export async function openKey(bytes: Uint8Array, passphrase: string): Promise<Key> {
  const text = Buffer.from(await unlock(bytes, passphrase)).toString('utf8')
  const identity = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(text)?.[0]
  if (identity === undefined)
    return refuse({ code: 'invalid-input', field: 'file', message: 'The file holds no key.' })
  return { identity, recipient: await identityToRecipient(identity) }
}

/** What was encrypted for the one half has to open with the other. */
async function requirePair({ recipient, identity }: Key): Promise<void> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const back = await decrypter.decrypt(await encrypter.encrypt('both halves'), 'text')
  if (back !== 'both halves') throw new Error('the halves of a key do not belong together')
}
