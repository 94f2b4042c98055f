import path from 'node:path'
import { keyFolder, readOrNull } from '#engine/backups/encryption.ts'
import { backupFolder } from '#engine/backups/folder.ts'
import { ownPlaceAt } from '#engine/own-places.ts'
import { copyAtomically } from '#engine/write-atomically.ts'
import { complain } from './complaint.ts'
import { reasonNotWritten } from './not-written.ts'
import { fileAt } from './out-file.ts'
import type { Terminal } from './verb.ts'

/** Where the key's file is to go beside a copy; null where it stands already, or is Loopready's own. */
export async function placeOfKey(
  terminal: Terminal,
  folder: string,
  name: string,
  isForced: boolean,
): Promise<string | null> {
  const dataDir = terminal.dataDir()
  const file = path.join(folder, name)
  if ((await ownPlaceAt(dataDir, file)) !== null) return null
  const there = readOrNull(file)
  const isSame = [keyFolder(dataDir), backupFolder(dataDir).folder].some((own) => {
    const bytes = readOrNull(path.join(own, name))
    return there !== null && bytes !== null && Buffer.from(there).equals(bytes)
  })
  return isSame ? null : fileAt(terminal, file, name, isForced)
}

/** Copies a backup or its key. Complains about what is in the way, and says where the backup stands. */
export async function copyTo(file: string, place: string, typed: string): Promise<void> {
  try {
    await copyAtomically(file, place)
  } catch (error) {
    complain(
      `"${typed}" cannot be written: ${reasonNotWritten(error)}. The backup stands at ${file}.`,
    )
  }
}
