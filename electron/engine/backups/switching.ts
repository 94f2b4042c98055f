import path from 'node:path'
import type { Instant } from '#contract/units.ts'
import type { Work } from '../jobs/work.ts'
import { keyIdOf, lockKey, newKey, openKey } from '../lock/keys.ts'
import { codeOf, refuse, Refusal } from '../refusal.ts'
import { removeBackup } from './automatic.ts'
import { requireWhole } from './check.ts'
import { encryptInto } from './encrypt.ts'
import {
  encryptionSetting,
  forgetEncryptionSetting,
  keepKey,
  keyCopies,
  keyForBackups,
  keyInUse,
  saveEncryptionSetting,
  sha256Of,
  type EncryptionSetting,
} from './encryption.ts'
import { backupsIn, readyFolder } from './folder.ts'
import { keyIdInName } from './names.ts'
import { isAsWritten } from './records.ts'

/** How a key is locked: when, and with how much work (see `usualWork`); what was cancelled meanwhile is not put to use. */
type Locking = Readonly<{ now: Instant; work: number }> & Pick<Work, 'checkCancel'>

/**
 * Encrypts backups from now on. The key of the last time is used again where the passphrase opens it; else there is a
 * new one, and earlier backups keep theirs. The key is on the disk before the setting that needs it.
 */
export async function switchOn(
  dataDir: string,
  folder: string,
  passphrase: string,
  { now, work, checkCancel }: Locking,
): Promise<void> {
  readyFolder(dataDir, folder)
  const before = encryptionSetting(dataDir)
  const last = before === 'broken' ? null : before
  if (last?.on === true && keyInUse(dataDir, last) !== null)
    refuse({
      code: 'conflict',
      message: 'Backups are encrypted already.',
      hint: 'To have another passphrase, change it.',
    })
  const known = last === null ? null : await openedCopy(dataDir, last.recipient, passphrase)
  if (last !== null && known !== null) {
    checkCancel()
    await keepKey(dataDir, last.recipient, known)
    return saveEncryptionSetting(dataDir, { ...last, on: true, keySha256: [sha256Of(known)] })
  }
  const key = await newKey()
  const bytes = await lockKey(key, passphrase, now, work)
  checkCancel()
  await keepKey(dataDir, key.recipient, bytes)
  await saveEncryptionSetting(dataDir, {
    on: true,
    recipient: key.recipient,
    keySha256: [sha256Of(bytes)],
  })
}

/** Leaves backups as they are from now on. The key stays: earlier ones need it. */
export async function switchOff(dataDir: string): Promise<void> {
  const before = encryptionSetting(dataDir)
  if (before === null) return
  // A setting that cannot be read names no key; the files of the keys are still there.
  if (before === 'broken') return forgetEncryptionSetting(dataDir)
  await saveEncryptionSetting(dataDir, { ...before, on: false })
}

/** Locks the same key with another passphrase: all backups open with the new one, and none has to be written again. */
export async function changePassphrase(
  dataDir: string,
  passphrases: Readonly<{ current: string; next: string }>,
  { now, work, checkCancel }: Locking,
): Promise<void> {
  const before = requireSetting(dataDir)
  const bytes = keyInUse(dataDir, before)
  if (bytes === null)
    return refuse({
      code: 'not-found',
      field: 'key',
      message: 'The key file of the backups is missing or damaged.',
      hint: 'Put it back beside the backups first.',
    })
  const key = await openedKey(bytes, passphrases.current)
  const next = await lockKey(key, passphrases.next, now, work)
  checkCancel()
  // Whatever ends this half way, one of the two is known and on the disk.
  await saveEncryptionSetting(dataDir, { ...before, keySha256: [sha256Of(next), sha256Of(bytes)] })
  await keepKey(dataDir, key.recipient, next)
  await saveEncryptionSetting(dataDir, { ...before, keySha256: [sha256Of(next)] })
}

/** What came of encrypting earlier backups: how many, and how many are damaged and were left. */
export type Encrypted = Readonly<{ done: number; damaged: number }>

/** Encrypts the backups that are not; each goes once its encrypted one was read back. A damaged one stays as it is. */
export async function encryptEarlier(
  dataDir: string,
  folder: string,
  work: Work,
): Promise<Encrypted> {
  const key = await keyForBackups(dataDir)
  if (key === null) return refuse(isOff)
  const plain = backupsIn(folder).filter(({ encrypted }) => !encrypted)
  let damaged = 0
  for (const [place, backup] of plain.entries()) {
    work.checkCancel()
    work.progress(place / plain.length)
    const file = path.join(folder, backup.id)
    if (isSound(file)) {
      await encryptInto(dataDir, folder, file, backup, key, { ...work, progress: () => {} })
      removeBackup(dataDir, folder, backup.id)
    } else damaged += 1
  }
  return { done: plain.length - damaged, damaged }
}

/**
 * Deletes the backups that are not encrypted, for good. Returns how many. Refuses where no other would be left that can
 * be opened: one that is as it was written, with its key as it was written. Reads backups until it has found it.
 */
export function removeUnencrypted(dataDir: string, folder: string): number {
  const backups = backupsIn(folder)
  const plain = backups.filter(({ encrypted }) => !encrypted)
  const key = keyThatIsWhole(dataDir)
  const opens = (id: string) =>
    keyIdInName(id) === key && isAsWritten(dataDir, id, path.join(folder, id))
  if (plain.length > 0 && (key === null || !backups.some(({ id }) => opens(id))))
    refuse({
      code: 'conflict',
      message: 'There is no encrypted backup that is whole and has its key, so none would be left.',
      hint: 'Make one first, or encrypt those that are there.',
    })
  for (const { id } of plain) removeBackup(dataDir, folder, id)
  return plain.length
}

/** The key of the last time that backups were encrypted; null while no copy of its file is as it was written. */
function keyThatIsWhole(dataDir: string): string | null {
  const found = encryptionSetting(dataDir)
  if (found === null || found === 'broken' || keyInUse(dataDir, found) === null) return null
  return keyIdOf(found.recipient)
}

function isSound(file: string): boolean {
  try {
    requireWhole(file)
    return true
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.error.code === 'storage') return false
    if (codeOf(thrown).startsWith('SQLITE_')) return false
    throw thrown
  }
}

/** A file of a key that the passphrase opens, and that holds that key; null when there is none. */
async function openedCopy(
  dataDir: string,
  recipient: string,
  passphrase: string,
): Promise<Uint8Array | null> {
  for (const bytes of keyCopies(dataDir, recipient)) {
    const key = await openKey(bytes, passphrase).catch((thrown: unknown) => {
      if (thrown instanceof Refusal) return null
      throw thrown
    })
    if (key?.recipient === recipient) return bytes
  }
  return null
}

async function openedKey(bytes: Uint8Array, passphrase: string) {
  try {
    return await openKey(bytes, passphrase)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.error.field !== 'passphrase') throw thrown
    return refuse({
      code: 'invalid-input',
      field: 'current',
      message: 'This is not the passphrase of the backups.',
      hint: 'Type it again; capitals and spaces count.',
    })
  }
}

function requireSetting(dataDir: string): EncryptionSetting {
  const found = encryptionSetting(dataDir)
  return found === null || found === 'broken' ? refuse(isOff) : found
}

const isOff = {
  code: 'conflict',
  message: 'Backups are not encrypted.',
  hint: 'Switch encryption on first.',
} as const

/** What the list says of encryption. */
export function encryptionState(dataDir: string, folder: string) {
  const found = encryptionSetting(dataDir)
  const setting = found === 'broken' ? null : found
  return {
    state:
      found === 'broken' ? ('unknown' as const) : setting?.on ? ('on' as const) : ('off' as const),
    key: setting === null ? null : keyIdOf(setting.recipient),
    keyIsThere: setting !== null && keyInUse(dataDir, setting) !== null,
    unencrypted: backupsIn(folder).filter(({ encrypted }) => !encrypted).length,
  }
}
