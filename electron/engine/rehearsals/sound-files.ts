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

/** Deletes the sound of a recording for good. One that cannot be deleted is a stray. */
export function deleteSound(dataDir: string, id: string): void {
  try {
    rmSync(fileOf(dataDir, id), { force: true })
  } catch {
    // It is in use just now, or the folder cannot be written: it is deleted as a stray later.
  }
}

/** Deletes the sounds of those recordings, for good, that `work` takes out of the data. */
export function withTheirSounds<T>(dataDir: string, db: ReadableDb, work: () => T): T {
  const before = recordingIds(db)
  const value = work()
  const kept = new Set(recordingIds(db))
  for (const id of before) if (!kept.has(id)) deleteSound(dataDir, id)
  return value
}

/** Bytes of all sounds in the folder, strays too. */
export function soundBytes(dataDir: string): number {
  return soundFiles(dataDir).reduce((sum, { bytes }) => sum + bytes, 0)
}

/** After this time, in ms, a sound that belongs to nothing is deleted. */
const strayMs = 30 * 86_400_000

/**
 * Deletes sounds that have belonged to nothing for 30 days: neither to a recording, in the trash or not, nor to one that
 * undo could bring back; `nowMs` as for the trash. Called when the engine opens. Where a damaged file was set aside nothing is deleted: what
 * belongs to what may be known there alone.
 */
export function sweepSounds(dataDir: string, db: ReadableDb, nowMs: number | null): void {
  if (nowMs === null || existsSync(path.join(dataDir, 'damaged'))) return
  const undoable = db.all<{ id: string }>(
    `SELECT coalesce(before ->> '$.id', after ->> '$.id') AS id FROM change_row WHERE table_name = 'recording'`,
  )
  const known = new Set([...recordingIds(db), ...undoable.map(({ id }) => id)])
  for (const { id, changedMs } of soundFiles(dataDir))
    if (!known.has(id) && nowMs - changedMs > strayMs) deleteSound(dataDir, id)
}

function soundFiles(dataDir: string): { id: string; bytes: number; changedMs: number }[] {
  let names: readonly string[]
  try {
    names = readdirSync(folderOf(dataDir))
  } catch {
    // There is no such folder yet.
    return []
  }
  return names.flatMap((name) => {
    const found = name.endsWith(ending)
      ? statSync(path.join(folderOf(dataDir), name), { throwIfNoEntry: false })
      : undefined
    return found === undefined
      ? []
      : [{ id: name.slice(0, -ending.length), bytes: found.size, changedMs: found.mtimeMs }]
  })
}
