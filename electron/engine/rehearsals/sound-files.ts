import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { codeOf, refuse } from '../refusal.ts'
import type { ReadableDb } from '../store/database.ts'
import { recordingIds } from './store.ts'

// Ids are UUIDs by the contract and by the table, so a path made of one cannot leave the folder.
const ending = '.audio'
const fileOf = (dataDir: string, id: string) => path.join(folderOf(dataDir), `${id}${ending}`)
const folderOf = (dataDir: string) => path.join(dataDir, 'recordings')

/** Writes the sound of a recording, for this user alone, and flushes it to the disk. Refuses with `storage`. */
export function writeSound(dataDir: string, id: string, bytes: Uint8Array): void {
  const file = fileOf(dataDir, id)
  try {
    mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 })
    const handle = openSync(file, 'wx', 0o600)
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (thrown) {
    deleteSound(dataDir, id)
    refuse({
      code: 'storage',
      message: `The recording could not be written (${codeOf(thrown) || 'unknown error'}); the rehearsal itself is kept.`,
      hint: 'Check that there is space on the disk of the data folder, then try again.',
    })
  }
}

/** The sound of a recording; null when its file is gone. */
export function readSound(dataDir: string, id: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(readFileSync(fileOf(dataDir, id)))
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return null
    throw thrown
  }
}

export function hasSound(dataDir: string, id: string): boolean {
  return existsSync(fileOf(dataDir, id))
}

/** Deletes the sound of a recording for good. One that cannot be deleted is swept later. */
export function deleteSound(dataDir: string, id: string): void {
  try {
    rmSync(fileOf(dataDir, id), { force: true })
  } catch {
    // It is in use just now, or the folder cannot be written: the next start tries again.
  }
}

/**
 * Deletes the files whose recordings are no longer in the data, trash included. Called when the engine opens. Younger
 * ones than a minute are left: another process may be about to commit them.
 */
export function sweepSounds(dataDir: string, db: ReadableDb): void {
  const known = new Set(recordingIds(db))
  let names: readonly string[]
  try {
    names = readdirSync(folderOf(dataDir))
  } catch {
    // There is no such folder yet.
    return
  }
  for (const name of names) {
    const id = name.slice(0, -ending.length)
    if (name.endsWith(ending) && !known.has(id) && isOld(path.join(folderOf(dataDir), name)))
      deleteSound(dataDir, id)
  }
}

function isOld(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > 60_000
  } catch {
    return false
  }
}
