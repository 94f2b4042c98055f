import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Backup } from '#contract/backups.ts'
import { codeOf, refuse } from '../refusal.ts'
import { databaseFile, fileEndings } from '../store/file.ts'
import { writeAtomically } from '../write-atomically.ts'
import { forgetFailure } from './last-failure.ts'
import { parseName } from './names.ts'

const setting = z.object({ folder: z.string().min(1) })

/** Where the folder that the person chose is written down. It belongs to this computer, so it is not in the data. */
function settingFile(dataDir: string): string {
  return path.join(dataDir, 'backups.json')
}

/** Where backups go that are to go nowhere else. */
export function usualFolder(dataDir: string): string {
  return path.join(dataDir, 'backups')
}

/** Where backups go. */
type BackupFolder = Readonly<{
  folder: string
  /** Whether it is the one inside the data folder. */
  isDefault: boolean
  /** False where it cannot be read which one was chosen: then this is the usual one, to be looked at only. */
  isKnown: boolean
}>

/** The folder of the backups. */
export function backupFolder(dataDir: string): BackupFolder {
  const own = usualFolder(dataDir)
  try {
    const { folder } = setting.parse(JSON.parse(readFileSync(settingFile(dataDir), 'utf8')))
    return { folder, isDefault: path.resolve(folder) === path.resolve(own), isKnown: true }
  } catch (thrown) {
    return { folder: own, isDefault: true, isKnown: codeOf(thrown) === 'ENOENT' }
  }
}

/**
 * Refuses where the folder of the backups is not known, or was chosen and is gone: made anew, the one of a disk that
 * was unplugged would stand on another.
 */
export function requireReachable(dataDir: string): void {
  const { folder, isDefault, isKnown } = backupFolder(dataDir)
  if (!isKnown)
    refuse({
      code: 'storage',
      message: 'Where backups go cannot be read (backups.json), so none was made.',
      hint: 'Choose their folder again on the page Safety, or with "loopready backup --folder".',
    })
  if (!isDefault && !existsSync(folder))
    refuse({
      code: 'storage',
      message: `The folder of the backups is not there: ${folder}.`,
      hint: 'If it is on another disk, connect it; or choose another folder on the page Safety.',
    })
}

/** Makes the folder of the backups ready for another one. The usual one is made where it is not there. */
export function readyFolder(dataDir: string, folder: string): void {
  requireReachable(dataDir)
  makeFolder(folder)
}

/**
 * Keeps backups in another folder from now on; null is the one inside the data folder. Those that were made stay where
 * they are. Called by shells alone, with a folder that a dialog or an argument named. Refuses one that cannot be written.
 */
export async function chooseBackupFolder(dataDir: string, folder: string | null): Promise<void> {
  if (folder === null) {
    rmSync(settingFile(dataDir), { force: true })
    return forgetFailure(dataDir)
  }
  makeFolder(folder)
  await writeAtomically(settingFile(dataDir), `${JSON.stringify({ folder })}\n`)
  forgetFailure(dataDir)
}

/** Makes the folder, for this user alone. One that is there keeps its rights: they may be meant. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // A name of its own: the daily backup may be looking at the same moment, on another thread.
    const probe = path.join(folder, `.writable-${randomUUID()}`)
    mkdirSync(probe, { mode: 0o700 })
    rmSync(probe, { recursive: true })
  } catch (thrown) {
    refuse({
      code: 'storage',
      message: `Backups cannot be written to ${folder} (${codeOf(thrown) || 'unknown error'}).`,
      hint: 'Choose a folder that exists, belongs to you and has space.',
    })
  }
}

/** The backups of a folder, the newest first. A folder that cannot be read has none. */
export function backupsIn(folder: string): readonly Backup[] {
  return namesIn(folder)
    .flatMap((name) => {
      const known = parseName(name)
      const bytes = sizeOf(path.join(folder, name))
      return known === null || bytes === null ? [] : [{ id: name, ...known, bytes }]
    })
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
}

/** The backup of an id, with its path. Refuses with `not-found`. */
export function findBackup(
  dataDir: string,
  id: string,
): Readonly<{ backup: Backup; file: string }> {
  const { folder } = backupFolder(dataDir)
  const backup = backupsIn(folder).find((one) => one.id === id)
  if (!backup)
    refuse({
      code: 'not-found',
      field: 'id',
      message: 'This backup is no longer in its folder.',
      hint: 'Look at the list again.',
    })
  return { backup, file: path.join(folder, backup.id) }
}

/** What a folder takes on disk, in bytes, with all that is in it; 0 when it is not there. */
function bytesBelow(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + (sizeOf(path.join(entry.parentPath, entry.name)) ?? 0), 0)
}

/** What the data takes on disk, in bytes: the file, the backups, the recordings, and all else in the data folder. */
export function storageOf(
  dataDir: string,
): Readonly<{ data: number; backups: number; recordings: number; rest: number }> {
  const { folder, isDefault } = backupFolder(dataDir)
  const data = bytesOfData(dataDir)
  const backups = backupsIn(folder).reduce((sum, { bytes }) => sum + bytes, 0)
  const recordings = bytesBelow(path.join(dataDir, 'recordings'))
  const rest = bytesBelow(dataDir) - data - recordings - (isDefault ? backups : 0)
  return { data, backups, recordings, rest: Math.max(0, rest) }
}

/** What the data file takes on disk, in bytes, with what belongs to it while it is open. */
function bytesOfData(dataDir: string): number {
  const file = databaseFile(dataDir)
  return fileEndings.reduce((sum, ending) => sum + (sizeOf(`${file}${ending}`) ?? 0), 0)
}

/** The names of what is in a folder; none of one that cannot be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function sizeOf(file: string): number | null {
  try {
    return statSync(file).size
  } catch {
    // It went away while the folder was read.
    return null
  }
}
