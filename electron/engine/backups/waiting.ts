import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Work } from '../jobs/work.ts'
import { keyForBackups } from './encryption.ts'
import { namesIn } from './folder.ts'
import { parseName } from './names.ts'
import { placeBackup } from './place.ts'

/** Where a backup waits that was made before anything could be encrypted: inside the data folder, beside the data. */
export function waitingFolder(dataDir: string): string {
  return path.join(dataDir, 'to-encrypt')
}

/** The backups that wait, by their names. */
export function waitingBackups(dataDir: string): readonly string[] {
  return namesIn(waitingFolder(dataDir)).filter((name) => parseName(name) !== null)
}

/** Puts what waits among the backups, encrypted where they are. What fails goes on waiting. */
export async function encryptWaiting(dataDir: string, folder: string, work: Work): Promise<void> {
  const key = await keyForBackups(dataDir)
  for (const name of waitingBackups(dataDir)) {
    const plain = path.join(waitingFolder(dataDir), name)
    const told = parseName(name)
    if (told === null) continue
    await placeBackup(dataDir, folder, plain, told, key, work)
    rmSync(plain, { force: true })
  }
}
