import type { Stats } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ownPlaceAt } from '#engine/own-places.ts'
import { codeOf } from '#engine/refusal.ts'
import { writeAtomically } from '#engine/write-atomically.ts'
import { complain } from './complaint.ts'
import { reasonNotWritten } from './not-written.ts'
import type { Option, Terminal } from './verb.ts'

/** The option of every verb that writes a file where `--out` says. */
export const force = {
  type: 'flag',
  help: 'Replace a file that is there; never one of the data folder.',
} as const satisfies Option

/** Puts bytes at a path in one step. Complains about what is in the way, in terms of what was typed. */
export async function saveFile(path: string, typed: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeAtomically(path, bytes)
  } catch (error) {
    complain(`"${typed}" cannot be written: ${reasonNotWritten(error)}.`)
  }
}

/**
 * The file to write, links followed, so that a link stays one. Complains about what no file can replace, about
 * Loopready's own files, and without `isForced` about any file that is there.
 */
export async function fileAt(
  { pathOf, dataDir }: Pick<Terminal, 'pathOf' | 'dataDir'>,
  typed: string,
  example: string,
  isForced: boolean,
): Promise<string> {
  const path = pathOf(typed)
  try {
    const found = await statOf(path)
    if (found?.isDirectory())
      complain(`"${typed}" is a folder. Name a file in it: --out ${join(typed, example)}`)
    if (found !== null && !found.isFile())
      complain(`"${typed}" is not a file that can be replaced. Name another.`)
    await requireElsewhere(dataDir(), path, typed)
    if (found === null) return path
    if (!isForced)
      complain(`"${typed}" is there already. Name another file, or replace it with --force.`)
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return complain(`"${typed}" cannot be written: ${reasonNotWritten(error)}.`)
  }
}

/** Complains about a place where the data, a backup or a key stands or belongs. */
export async function requireElsewhere(
  dataDir: string,
  path: string,
  typed: string,
): Promise<void> {
  const place = await ownPlaceAt(dataDir, path)
  if (place === 'data')
    complain(`"${typed}" is in the folder where Loopready keeps your data. Save it elsewhere.`)
  if (place === 'backups')
    complain(`"${typed}" is the name of a file that belongs to the backups. Choose another name.`)
}

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
