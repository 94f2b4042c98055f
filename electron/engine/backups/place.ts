import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Backup } from '#contract/backups.ts'
import type { Work } from '../jobs/work.ts'
import { syncFolder } from '../write-atomically.ts'
import { encryptInto } from './encrypt.ts'
import type { BackupKey } from './encryption.ts'
import { readyFolder } from './folder.ts'
import { inTurn } from './in-turn.ts'
import { newPartial } from './leftovers.ts'
import { freeName } from './names.ts'
import { ownerIn } from './owner.ts'

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
  readyFolder(dataDir, folder)
  if (key !== null) return encryptInto(dataDir, folder, plain, { kind, madeAt }, key, work)
  return placeOpen(dataDir, folder, { kind, madeAt }, (file) => {
    copyFileSync(plain, file)
  })
}

/**
 * Puts an open backup into its folder: `write` fills the file, which is private from its first byte and gets its name
 * once it is on the disk. Leaves nothing behind when it fails.
 */
export async function placeOpen(
  dataDir: string,
  folder: string,
  { kind, madeAt }: Pick<Backup, 'kind' | 'madeAt'>,
  write: (file: string) => void | Promise<void>,
): Promise<Backup> {
  const partial = newPartial(folder)
  closeSync(openSync(partial, 'w', 0o600))
  try {
    await write(partial)
    flush(partial)
    const file = await inTurn(
      dataDir,
      () => {},
      async () => {
        const free = freeName(folder, kind, madeAt, null, await ownerIn(dataDir, folder))
        renameSync(partial, free)
        return free
      },
    )
    await syncFolder(folder)
    return { id: path.basename(file), kind, madeAt, bytes: statSync(file).size, encrypted: false }
  } catch (thrown) {
    rmSync(partial, { force: true })
    throw thrown
  }
}

/** Flushes a file to the disk. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
