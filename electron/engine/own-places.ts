import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { backupFolder } from './backups/folder.ts'
import { parseName } from './backups/names.ts'
import { isKeyFileName } from './lock/keys.ts'
import { databaseFile } from './store/file.ts'

/** What a shell must not write over: `data` is the data folder and its file, `backups` names of backups and keys. */
export type OwnPlace = 'data' | 'backups'

/**
 * What of Loopready's own a file at this path would be among; null where a person may put one. Paths are compared as
 * they really are: links are followed, and where the disk makes no difference of case, neither does this.
 */
export async function ownPlaceAt(dataDir: string, path: string): Promise<OwnPlace | null> {
  const { folder } = backupFolder(dataDir)
  const [target, home, file, backups] = await Promise.all([
    realPathOf(path),
    realPathOf(dataDir),
    realPathOf(databaseFile(dataDir)),
    realPathOf(folder),
  ])
  const isData = isWithin(home, target) || ['', '-wal', '-shm'].some((end) => target === file + end)
  if (isData) return 'data'
  const name = basename(target)
  const isOurs = parseName(name) !== null || isKeyFileName(name)
  return isOurs && dirname(target) === backups ? 'backups' : null
}

/** A path with all links followed, as far as it is there. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const whole = resolve(path)
    const parent = dirname(whole)
    return parent === whole ? whole : join(await realPathOf(parent), basename(whole))
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
