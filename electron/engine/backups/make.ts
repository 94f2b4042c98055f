import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Backup } from '#contract/backups.ts'
import type { Instant } from '#contract/units.ts'
import { partOf, type Work } from '../jobs/work.ts'
import { databaseFile } from '../store/file.ts'
import { requireWhole } from './check.ts'
import { encryptInto } from './encrypt.ts'
import { keyForBackups } from './encryption.ts'
import { readyFolder } from './folder.ts'
import { forgetFailure } from './last-failure.ts'
import { inPrivate } from './leftovers.ts'
import { placeOpen } from './place.ts'

/** How many pages are copied between two looks at a cancel: 4 MiB. */
const pagesAtOnce = 1024

/**
 * Copies the data file while it is in use, by SQLite's online backup, and checks the whole copy before it gets its
 * name: a file with a backup's name is a good one. Encrypted where that is switched on; what is not encrypted yet then
 * stands in the data folder alone. Leaves nothing behind when it fails or is cancelled.
 */
export async function makeBackup(
  dataDir: string,
  folder: string,
  kind: Backup['kind'],
  madeAt: Instant,
  work: Work,
): Promise<Backup> {
  const made = await copyAmong(dataDir, folder, { kind, madeAt }, work)
  forgetFailure(dataDir)
  return made
}

async function copyAmong(
  dataDir: string,
  folder: string,
  told: Pick<Backup, 'kind' | 'madeAt'>,
  work: Work,
): Promise<Backup> {
  const key = await keyForBackups(dataDir)
  readyFolder(dataDir, folder)
  if (key === null)
    return placeOpen(dataDir, folder, told, async (file) => copyWhole(dataDir, file, work))
  return inPrivate(dataDir, async (own) => {
    const plain = path.join(own, 'loopready.sqlite')
    closeSync(openSync(plain, 'w', 0o600))
    await copyWhole(dataDir, plain, partOf(work, 0, 0.6))
    return encryptInto(dataDir, folder, plain, told, key, partOf(work, 0.6, 1))
  })
}

/** Copies the data and checks all of the copy. */
async function copyWhole(dataDir: string, to: string, work: Work): Promise<void> {
  await copyData(databaseFile(dataDir), to, work)
  requireWhole(to)
  work.checkCancel()
}

/** Copies a database into a file that needs no other beside it. */
async function copyData(from: string, to: string, work: Work): Promise<void> {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        work.checkCancel()
        work.progress(0.8 * (1 - remainingPages / Math.max(1, totalPages)))
        return pagesAtOnce
      },
    })
  } finally {
    source.close()
  }
  const copy = new Sqlite(to)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}
