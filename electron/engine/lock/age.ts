import { Decrypter, Encrypter } from 'age-encryption'
import { refuse } from '../refusal.ts'

/** How every file of the age format begins, https://age-encryption.org/v1. */
const firstLine = 'age-encryption.org/v1\n'

/** What a locked file is called after its own name. */
export const lockedEnding = '.age'

/** Whether bytes are a file in the age format, by their first line. */
export function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, firstLine.length)).toString('latin1') === firstLine
}

/** Encrypts with a passphrase in the standard format: the `age` program decrypts it as well. Takes a second or so. */
export async function lock(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(bytes)
}

/** Decrypts it. Refuses another passphrase with `field: 'passphrase'`, and what is damaged or was locked otherwise. */
export async function unlock(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(bytes)
  } catch (thrown) {
    // The format cannot tell a wrong passphrase from a file for a key: both have no part that it opens.
    const isOther = thrown instanceof Error && thrown.message.startsWith('no identity matched')
    return refuse(isOther ? otherPassphrase : damaged)
  }
}

const otherPassphrase = {
  code: 'invalid-input',
  field: 'passphrase',
  message: 'The file does not open with this passphrase.',
  hint: 'Type it again; capitals and spaces count.',
} as const
const damaged = {
  code: 'invalid-input',
  field: 'file',
  message: 'The encrypted file is damaged, or was not encrypted with a passphrase.',
  hint: 'Use another copy of it. Nothing was changed.',
} as const
