import { copyFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Backup } from '#contract/backups.ts'
import type { Work } from '../jobs/work.ts'
import { syncFolder } from '../write-atomically.ts'
import { encryptInto } from './encrypt.ts'
import type { BackupKey } from './encryption.ts'
import { makeFolder } from './folder.ts'
import { partialName } from './leftovers.ts'
import { flush } from './make.ts'
import { freeName } from './names.ts'

/**
 * Puts an open copy of the data that was checked among the backups, encrypted where there is a key. It is on the disk
 * when it has its name, so that the copy, which is the caller's, may be removed. Leaves nothing behind when it fails.
 */
export async function placeBackup(
  dataDir: string,
  folder: string,
  plain: string,
  { kind, madeAt }: Pick<Backup, 'kind' | 'madeAt'>,
  key: BackupKey | null,
  work: Work,
): Promise<Backup> {
  makeFolder(folder)
  if (key !== null) return encryptInto(dataDir, folder, plain, { kind, madeAt }, key, work)
  const file = freeName(folder, kind, madeAt)
  const partial = path.join(folder, partialName(path.basename(file)))
  try {
    // With the rights of the copy, which are the user's alone.
    copyFileSync(plain, partial)
    flush(partial)
    renameSync(partial, file)
    await syncFolder(folder)
    const bytes = statSync(file).size
    return { id: path.basename(file), kind, madeAt, bytes, encrypted: false }
  } catch (thrown) {
    rmSync(partial, { force: true })
    throw thrown
  }
}
