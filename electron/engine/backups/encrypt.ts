import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Backup } from '#contract/backups.ts'
import type { Work } from '../jobs/work.ts'
import { encryptFile, requireWritten } from '../lock/files.ts'
import { syncFolder } from '../write-atomically.ts'
import { changesIn } from './change-count.ts'
import type { BackupKey } from './encryption.ts'
import { newPartial } from './leftovers.ts'
import { freeName } from './names.ts'
import { ownerIn } from './owner.ts'
import { forgetRecord, remember } from './records.ts'

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
  let file: string | null = null
  try {
    const written = await encryptFile(plain, partial, key.recipient, work)
    requireWritten(partial, written)
    work.checkCancel()
    file = freeName(folder, kind, madeAt, key.id, await ownerIn(dataDir, folder))
    const id = path.basename(file)
    // Before it is there: one without it would not be known to be whole.
    await remember(dataDir, id, { ...written, changes: changesIn(plain) })
    renameSync(partial, file)
    await syncFolder(folder)
    return { id, kind, madeAt, bytes: written.bytes, encrypted: true }
  } catch (thrown) {
    rmSync(partial, { force: true })
    if (file !== null && !existsSync(file)) forgetRecord(dataDir, path.basename(file))
    throw thrown
  }
}
