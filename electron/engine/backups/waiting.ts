import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Work } from '../jobs/work.ts'
import { encryptInto } from './encrypt.ts'
import { keyForBackups } from './encryption.ts'
import { makeFolder } from './folder.ts'
import { partialName } from './leftovers.ts'
import { freeName, parseName } from './names.ts'

/** Where a backup waits that was made before anything could be encrypted: inside the data folder, beside the data. */
export function waitingFolder(dataDir: string): string {
  return path.join(dataDir, 'to-encrypt')
}

/** The backups that wait, by their names. */
export function waitingBackups(dataDir: string): readonly string[] {
  try {
    return readdirSync(waitingFolder(dataDir)).filter((name) => parseName(name) !== null)
  } catch {
    return []
  }
}

/** Puts what waits among the backups, encrypted where they are. What fails goes on waiting. */
export async function encryptWaiting(dataDir: string, folder: string, work: Work): Promise<void> {
  const key = await keyForBackups(dataDir)
  makeFolder(folder)
  for (const name of waitingBackups(dataDir)) {
    const plain = path.join(waitingFolder(dataDir), name)
    const told = parseName(name)
    if (told === null) continue
    if (key !== null) await encryptInto(dataDir, folder, plain, told, key, work)
    else {
      const file = freeName(folder, told.kind, told.madeAt)
      const partial = path.join(folder, partialName(path.basename(file)))
      copyFileSync(plain, partial)
      renameSync(partial, file)
    }
    rmSync(plain, { force: true })
  }
}
