import { chmodSync, copyFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Backup } from '#contract/backups.ts'
import type { Work } from '../jobs/work.ts'
import { digestOf } from '../lock/files.ts'
import { instantOf } from '../local-time.ts'
import { refuse } from '../refusal.ts'
import { requireWhole } from './check.ts'
import { decryptBackup, isEncryptedFile, type Opening } from './decrypt.ts'
import { keyForBackups } from './encryption.ts'
import { backupFolder, backupsIn } from './folder.ts'
import { inPrivate } from './leftovers.ts'
import { parseName } from './names.ts'
import { placeBackup } from './place.ts'
import { recordsWith } from './records.ts'

/** A file that was handed over; `name` is what it is called where that is not its own. */
type Handed = Readonly<{ file: string; name?: string }> & Opening

/**
 * Takes a backup from anywhere into the folder of the backups, so that it can be looked at and restored; there it is
 * encrypted where the others are, and only there. One that is there already is only looked up. Refuses what is no
 * backup, damaged, newer than this app, or does not open; the file is not touched. Called with a path that a dialog or
 * an argument named.
 */
export async function adoptBackup(
  dataDir: string,
  { file, name = path.basename(file), ...opening }: Handed,
  work: Work,
): Promise<Backup> {
  const { folder } = backupFolder(dataDir)
  requireReadable(file)
  const same = sameIn(folder, file)
  if (same) return same
  return inPrivate(dataDir, async (own) => {
    const plain = path.join(own, 'loopready.sqlite')
    if (isEncryptedFile(file)) await decryptBackup(dataDir, { file, name }, plain, opening, work)
    else copyFileSync(file, plain)
    chmodSync(plain, 0o600)
    requireWhole(plain)
    const madeAt = parseName(name)?.madeAt ?? instantOf(statSync(file).mtimeMs)
    return put(dataDir, folder, plain, madeAt, work)
  })
}

/** Puts an open copy that was checked among the backups. */
async function put(
  dataDir: string,
  folder: string,
  plain: string,
  madeAt: Backup['madeAt'],
  work: Work,
): Promise<Backup> {
  const open = sameIn(folder, plain)
  if (open) return open
  const key = await keyForBackups(dataDir)
  if (key !== null) {
    const known = recordsWith(dataDir, digestOf(plain))
    const same = backupsIn(folder).find(({ id }) => known.includes(id))
    if (same) return same
  }
  return placeBackup(dataDir, folder, plain, { kind: 'manual', madeAt }, key, work)
}

/** The backup of a folder that has the very same bytes. */
function sameIn(folder: string, file: string): Backup | undefined {
  const { size } = statSync(file)
  const alike = backupsIn(folder).filter(({ bytes }) => bytes === size)
  if (alike.length === 0) return undefined
  const digest = digestOf(file)
  return alike.find(({ id }) => digestOf(path.join(folder, id)) === digest)
}

function requireReadable(file: string): void {
  try {
    if (statSync(file).isFile()) return
  } catch {
    // Said below, as for what is no file.
  }
  refuse({
    code: 'not-found',
    field: 'file',
    message: `There is no file ${file}.`,
    hint: 'Name a backup file, or one of the list that "backup --list" prints.',
  })
}
