import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { writeAtomically } from '../write-atomically.ts'
import { usualFolder } from './folder.ts'
import { ownerInName } from './names.ts'

function file(dataDir: string): string {
  return path.join(dataDir, 'backup-owner')
}

/** What tells this data folder from others in the names of backups; null before it was needed. */
function ownerOf(dataDir: string): string | null {
  try {
    return /^[0-9a-f]{8}$/.exec(readFileSync(file(dataDir), 'utf8').trim())?.[0] ?? null
  } catch {
    return null
  }
}

/** Whose the name of a backup says that it is. A folder that was chosen may be that of other data folders too. */
export async function ownerIn(dataDir: string, folder: string): Promise<string | null> {
  if (path.resolve(folder) === path.resolve(usualFolder(dataDir))) return null
  if (ownerOf(dataDir) === null)
    await writeAtomically(file(dataDir), `${randomBytes(4).toString('hex')}\n`)
  return ownerOf(dataDir)
}

/** Tells, by their names, which backups are of this data folder; one that does not say it is everybody's. */
export function ownBackups(dataDir: string): (backup: Readonly<{ id: string }>) => boolean {
  const own = ownerOf(dataDir)
  return ({ id }) => [null, own].includes(ownerInName(id))
}
