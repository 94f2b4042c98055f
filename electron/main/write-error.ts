import { basename } from 'node:path'
import type { CallError } from '#contract/errors.ts'
import { ownPlaceAt } from '#engine/own-places.ts'

/**
 * What to tell a person when a file could not be written; `kept` says what became of its content. Names the file, never
 * its folder: no path goes to the page.
 */
export function writeErrorOf(error: unknown, path: string, kept: string): CallError {
  const elsewhere = `${kept} Save again and choose another place.`
  const name = `“${basename(path)}”`
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return storage(
        `${name} could not be saved: that folder or file is write-protected, or another program has the file open.`,
        elsewhere,
      )
    case 'EBUSY':
    case 'ETXTBSY':
      return storage(
        `${name} could not be saved: another program has the file open.`,
        `Close it there and save again, or choose another name. ${kept}`,
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return storage(
        `${name} could not be saved: the disk is full.`,
        `Free some space and save again, or choose another disk. ${kept}`,
      )
    case 'EFBIG':
      return storage(
        `${name} could not be saved: that disk takes no file of this size.`,
        `Save again and choose another disk. ${kept}`,
      )
    case 'ENOENT':
    case 'ENOTDIR':
      return storage(`${name} could not be saved: its folder is not there any more.`, elsewhere)
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return storage(`${name} could not be saved: a folder has that name.`, elsewhere)
    case 'ENAMETOOLONG':
      return storage(`${name} could not be saved: the name is too long.`, elsewhere)
    default:
      return storage(`${name} could not be saved: the disk reported an error.`, elsewhere)
  }
}

/** What to tell a person who chose a place of Loopready's own, where nothing was written; null for any other. */
export async function placeErrorOf(
  dataDir: string,
  path: string,
  kept: string,
): Promise<CallError | null> {
  const place = await ownPlaceAt(dataDir, path)
  if (place === null) return null
  const why =
    place === 'data'
      ? 'Loopready keeps your data in that folder'
      : 'that name belongs to the backups in that folder'
  return storage(
    `“${basename(path)}” was not saved: ${why}.`,
    `${kept} Save again and choose another place.`,
  )
}

function storage(message: string, hint: string): CallError {
  return { code: 'storage', message, hint }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
