import { chmodSync, copyFileSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Backup } from '#contract/backups.ts'
import { instantOf } from '../local-time.ts'
import { refuse } from '../refusal.ts'
import { requireWhole } from './check.ts'
import { backupFolder, backupsIn, makeFolder } from './folder.ts'
import { freeName, parseName } from './names.ts'

/**
 * Takes a backup from anywhere into the folder of the backups, so that it can be looked at and restored. One that is
 * there already is only looked up. Refuses what is no backup, damaged, or newer than this app; the file is not touched.
 * Called with a path that a dialog or an argument named; `name` is what the file is called where that is not its own.
 */
export function adoptBackup(dataDir: string, file: string, name = path.basename(file)): Backup {
  const { folder } = backupFolder(dataDir)
  if (path.resolve(path.dirname(file)) === path.resolve(folder)) {
    const known = backupsIn(folder).find(({ id }) => id === path.basename(file))
    if (known) return known
  }
  requireReadable(file)
  const same = backupsIn(folder).find(({ id, bytes }) => isSame(path.join(folder, id), file, bytes))
  if (same) return same
  makeFolder(folder)
  const madeAt = parseName(name)?.madeAt ?? instantOf(statSync(file).mtimeMs)
  const place = freeName(folder, 'manual', madeAt)
  const partial = path.join(folder, `.${path.basename(place)}.partial`)
  try {
    copyFileSync(file, partial)
    chmodSync(partial, 0o600)
    requireWhole(partial)
    renameSync(partial, place)
  } catch (thrown) {
    rmSync(partial, { force: true })
    throw thrown
  }
  return { id: path.basename(place), kind: 'manual', madeAt, bytes: statSync(place).size }
}

function isSame(one: string, other: string, bytes: number): boolean {
  return statSync(other).size === bytes && readFileSync(one).equals(readFileSync(other))
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
