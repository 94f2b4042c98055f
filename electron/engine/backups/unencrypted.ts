import path from 'node:path'
import type { Work } from '../jobs/work.ts'
import { keyIdOf } from '../lock/keys.ts'
import { codeOf, refuse, Refusal } from '../refusal.ts'
import { removeBackup } from './automatic.ts'
import { requireWhole } from './check.ts'
import { encryptInto } from './encrypt.ts'
import { encryptionSetting, keyForBackups, keyInUse } from './encryption.ts'
import { backupsIn } from './folder.ts'
import { keyIdInName } from './names.ts'
import { isAsWritten } from './records.ts'
import { isOff } from './switching.ts'

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
