import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Backup } from '#contract/backups.ts'
import type { Work } from '../jobs/work.ts'
import { encryptFile, requireWritten } from '../lock/files.ts'
import { syncFolder } from '../write-atomically.ts'
import { changesIn } from './change-count.ts'
import type { BackupKey } from './encryption.ts'
import { inTurn } from './in-turn.ts'
import { newPartial } from './leftovers.ts'
import { freeName } from './names.ts'
import { ownerIn } from './owner.ts'
import { forgetRecord, remember, type EncryptedRecord } from './records.ts'

/**
 * Puts a copy of the data that was checked among the backups, encrypted. It is read back before it gets its name.
 * Leaves nothing behind when it fails or is cancelled; the open copy is the caller's.
 */
export async function encryptInto(
  dataDir: string,
  folder: string,
  plain: string,
  { kind, madeAt }: Pick<Backup, 'kind' | 'madeAt'>,
  key: BackupKey,
  work: Work,
): Promise<Backup> {
  const partial = newPartial(folder)
  try {
    const written = await encryptFile(plain, partial, key.recipient, work)
    requireWritten(partial, written)
    work.checkCancel()
    const record = { ...written, changes: changesIn(plain) }
    const id = await inTurn(dataDir, work.checkCancel, async () => {
      const owner = await ownerIn(dataDir, folder)
      const file = freeName(folder, kind, madeAt, key.id, owner)
      await putUnderName(dataDir, partial, file, record)
      return path.basename(file)
    })
    await syncFolder(folder)
    return { id, kind, madeAt, bytes: written.bytes, encrypted: true }
  } catch (thrown) {
    rmSync(partial, { force: true })
    throw thrown
  }
}

/** What is known of it comes before its name: without that it would not be known to be whole. */
async function putUnderName(
  dataDir: string,
  partial: string,
  file: string,
  record: EncryptedRecord,
): Promise<void> {
  const id = path.basename(file)
  await remember(dataDir, id, record)
  try {
    renameSync(partial, file)
  } catch (thrown) {
    forgetRecord(dataDir, id)
    throw thrown
  }
}
