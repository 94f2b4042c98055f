import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { Decrypter } from 'age-encryption'
import type { CallError } from '#contract/errors.ts'
import type { Work } from '../jobs/work.ts'
import { isLocked } from '../lock/age.ts'
import { decryptFile } from '../lock/files.ts'
import { isKeyFileName, keyFileName, keyIdOf, openKey, type Key } from '../lock/keys.ts'
import { refuse, Refusal } from '../refusal.ts'
import { writeAtomically } from '../write-atomically.ts'
import { encryptionSetting, keyFolder, readOrNull, saveEncryptionSetting } from './encryption.ts'
import { backupFolder, makeFolder, namesIn } from './folder.ts'
import { inTurn } from './in-turn.ts'
import { keyIdInName } from './names.ts'

/** What opens an encrypted backup. `key` is a key's file that was handed over with it. */
export type Opening = Readonly<{ passphrase?: string | undefined; key?: string | undefined }>

/** Whether a file is encrypted, by its first line. False for one that cannot be read. */
export function isEncryptedFile(file: string): boolean {
  return isLocked(headOf(file))
}

/**
 * Decrypts a backup into a new file; `name` is what it is called. Refuses in words: with `field: 'passphrase'` where
 * one is needed or another is, with `field: 'key'` where the key's file is missing. A key that was handed over is kept
 * once it has opened it, so that it need not be chosen again.
 */
export async function decryptBackup(
  dataDir: string,
  { file, name }: Readonly<{ file: string; name: string }>,
  to: string,
  { passphrase, key }: Opening,
  work: Work,
): Promise<void> {
  if (passphrase === undefined) return refuse(passphraseNeeded)
  const decrypter = new Decrypter()
  if (/^-> scrypt /m.test(headOf(file).toString('latin1'))) {
    decrypter.addPassphrase(passphrase)
    return decryptFile(file, to, decrypter, work, () => refuse(otherPassphrase))
  }
  const keyId = keyIdInName(name)
  const places = [keyFolder(dataDir), backupFolder(dataDir).folder, path.dirname(file)]
  const candidates = keyFilesIn(places, keyId)
  const keys = await opened(
    key === undefined ? candidates : [key, ...candidates],
    passphrase,
    keyId,
  )
  for (const { identity } of keys) decrypter.addIdentity(identity)
  await decryptFile(file, to, decrypter, work, () => refuse(otherKey))
  const handed = keys.find((one) => one.file === key)
  if (handed) await keepHanded(dataDir, handed, passphrase, work.checkCancel)
}

/** A key with the file that it was in. */
type Opened = Key & Readonly<{ file: string; bytes: Uint8Array }>

/** Keeps a key's file in the data folder, where there is none, or a damaged one, of its name. */
async function keepHanded(
  dataDir: string,
  { recipient, bytes }: Opened,
  passphrase: string,
  checkCancel: () => void,
): Promise<void> {
  const place = path.join(keyFolder(dataDir), keyFileName(keyIdOf(recipient)))
  await inTurn(dataDir, checkCancel, async () => {
    const there = readOrNull(place)
    if (there !== null && !(await isDamaged(there, passphrase))) return
    // A key alone would be taken for the trace of a setting that is gone.
    if (encryptionSetting(dataDir) === null) await saveEncryptionSetting(dataDir, null)
    makeFolder(keyFolder(dataDir))
    await writeAtomically(place, bytes)
  })
}

/** Whether a file is no key. One that another passphrase opens is one: the handed one may be older. */
async function isDamaged(bytes: Uint8Array, passphrase: string): Promise<boolean> {
  try {
    await openKey(bytes, passphrase)
    return false
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return thrown.error.field !== 'passphrase'
  }
}

/** The keys that the passphrase opens. Refuses when there is none. */
async function opened(
  files: readonly string[],
  passphrase: string,
  keyId: string | null,
): Promise<readonly Opened[]> {
  const keys: Opened[] = []
  const refusals: CallError[] = []
  const tried = new Set<string>()
  for (const file of files) {
    const bytes = readOrNull(file)
    const content = bytes === null ? '' : Buffer.from(bytes).toString('base64')
    if (bytes === null || tried.has(content)) continue
    tried.add(content)
    try {
      const found = { ...(await openKey(bytes, passphrase)), file, bytes }
      // The name of the backup says which key it is: no other needs to be tried.
      if (keyIdOf(found.recipient) === keyId) return [found]
      keys.push(found)
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      refusals.push(thrown.error)
    }
  }
  if (keys.length > 0) return keys
  if (refusals.length === 0) return refuse(missingKey(keyId))
  return refuse(
    refusals.some(({ field }) => field === 'passphrase') ? otherPassphrase : damagedKey(keyId),
  )
}

/** Whether nobody can open a backup of the folder, since the file of its key is nowhere to be found, or is no key. */
export function lacksKey(dataDir: string, folder: string, id: string): boolean {
  const keyId = keyIdInName(id)
  return keyId !== null && !keyFilesIn([keyFolder(dataDir), folder], keyId).some(isEncryptedFile)
}

function keyFilesIn(folders: readonly string[], keyId: string | null): readonly string[] {
  return folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => (keyId === null ? isKeyFileName(name) : name === keyFileName(keyId)))
      .map((name) => path.join(folder, name)),
  )
}

/** Enough of a file to see what kind it is; nothing of one that cannot be read. */
function headOf(file: string): Buffer {
  try {
    const handle = openSync(file, 'r')
    try {
      const head = Buffer.alloc(64)
      return head.subarray(0, readSync(handle, head))
    } finally {
      closeSync(handle)
    }
  } catch {
    return Buffer.alloc(0)
  }
}

const passphraseNeeded: CallError = {
  code: 'invalid-input',
  field: 'passphrase',
  message: 'The backup is encrypted.',
  hint: 'Type its passphrase.',
}
const otherPassphrase: CallError = {
  code: 'invalid-input',
  field: 'passphrase',
  message: 'The backup does not open with this passphrase.',
  hint: 'Type it again; capitals and spaces count.',
}
const otherKey: CallError = {
  code: 'invalid-input',
  field: 'key',
  message: 'The backup was encrypted for another key than the one that is here.',
  hint: 'Choose the key file (loopready-key-….age) that stood beside it.',
}

function missingKey(keyId: string | null): CallError {
  return {
    code: 'not-found',
    field: 'key',
    message: `The key file of the backup is missing: ${nameOfKey(keyId)}.`,
    hint: 'It stood beside the backup and in the folder "keys" of the data. Without it nobody can open the backup.',
  }
}

function damagedKey(keyId: string | null): CallError {
  return {
    code: 'invalid-input',
    field: 'key',
    message: `The key file of the backup is damaged: ${nameOfKey(keyId)}.`,
    hint: 'Use another copy of it. Your data was left untouched.',
  }
}

function nameOfKey(keyId: string | null): string {
  return keyId === null ? 'loopready-key-….age' : keyFileName(keyId)
}
