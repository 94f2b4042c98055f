import type { Instant } from '#contract/units.ts'
import type { Work } from '../jobs/work.ts'
import { keyIdOf, lockKey, newKey, openKey } from '../lock/keys.ts'
import { refuse, Refusal } from '../refusal.ts'
import {
  encryptionSetting,
  keepKey,
  keyCopies,
  keyInUse,
  saveEncryptionSetting,
  sha256Of,
  type EncryptionSetting,
} from './encryption.ts'
import { backupsIn, readyFolder } from './folder.ts'
import { inTurn } from './in-turn.ts'

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
  locking: Locking,
): Promise<void> {
  readyFolder(dataDir, folder)
  await inTurn(dataDir, locking.checkCancel, () => turnOn(dataDir, passphrase, locking))
}

async function turnOn(
  dataDir: string,
  passphrase: string,
  { now, work, checkCancel }: Locking,
): Promise<void> {
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
  if (before === null) await saveEncryptionSetting(dataDir, null)
  await keepKey(dataDir, key.recipient, bytes)
  await saveEncryptionSetting(dataDir, {
    on: true,
    recipient: key.recipient,
    keySha256: [sha256Of(bytes)],
  })
}

/** Leaves backups as they are from now on. The key stays: earlier ones need it. */
export async function switchOff(dataDir: string): Promise<void> {
  await inTurn(
    dataDir,
    () => {},
    async () => {
      const before = encryptionSetting(dataDir)
      if (before === null) return
      // One that cannot be read names no key; the files of the keys are still there.
      await saveEncryptionSetting(dataDir, before === 'broken' ? null : { ...before, on: false })
    },
  )
}

/** The passphrase that is, and the one that is to be. */
type Passphrases = Readonly<{ current: string; next: string }>

/** Locks the same key with another passphrase: all backups open with the new one, and none has to be written again. */
export async function changePassphrase(
  dataDir: string,
  passphrases: Passphrases,
  locking: Locking,
): Promise<void> {
  await inTurn(dataDir, locking.checkCancel, () => lockAgain(dataDir, passphrases, locking))
}

async function lockAgain(
  dataDir: string,
  passphrases: Passphrases,
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

/** Said of what needs encrypted backups. */
export const isOff = {
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
