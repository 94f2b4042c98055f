import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '#engine/refusal.ts'
import { writeAtomically } from '#engine/write-atomically.ts'
import { complain } from './complaint.ts'
import { reasonNotWritten } from './not-written.ts'

/** Puts bytes at a path in one step. Complains about what is in the way, in terms of what was typed. */
export async function saveFile(path: string, typed: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeAtomically(path, bytes)
  } catch (error) {
    complain(`"${typed}" cannot be written: ${reasonNotWritten(error)}.`)
  }
}

/**
 * The file to write, links followed, so that a link stays one. Complains about what no file can replace, and where
 * `force` is false about any file that is there.
 */
export async function fileAt(
  path: string,
  typed: string,
  example: string,
  { force = true }: Readonly<{ force?: boolean }> = {},
): Promise<string> {
  try {
    const found = await stat(path)
    if (found.isDirectory())
      complain(`"${typed}" is a folder. Name a file in it: --out ${join(typed, example)}`)
    if (!found.isFile()) complain(`"${typed}" is not a file that can be replaced. Name another.`)
    if (!force)
      complain(`"${typed}" is there already. Name another file, or replace it with --force.`)
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path
    if (codeOf(error) === '') throw error
    return complain(`"${typed}" cannot be written: ${reasonNotWritten(error)}.`)
  }
}
