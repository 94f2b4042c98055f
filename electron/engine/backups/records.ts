import { readFileSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { isWritten } from '../lock/files.ts'
import { writeAtomically } from '../write-atomically.ts'
import { namesIn } from './folder.ts'

const record = z.strictObject({
  /** What was written once it had been checked. */
  bytes: z.int(),
  sha256: z.string(),
  /** What was in it. */
  plainSha256: z.string(),
  /** How far the data had come: see `changesOf`. */
  changes: z.int(),
})
/** What is known of an encrypted backup without its passphrase. */
export type EncryptedRecord = z.infer<typeof record>

function recordFolder(dataDir: string): string {
  return path.join(dataDir, 'encrypted')
}

function recordFile(dataDir: string, id: string): string {
  return path.join(recordFolder(dataDir), `${id}.json`)
}

/** What is known of an encrypted backup; null for one that was made elsewhere. */
export function recordOf(dataDir: string, id: string): EncryptedRecord | null {
  try {
    return record.parse(JSON.parse(readFileSync(recordFile(dataDir, id), 'utf8')))
  } catch {
    return null
  }
}

/** Remembers an encrypted backup. */
export async function remember(dataDir: string, id: string, value: EncryptedRecord): Promise<void> {
  await mkdir(recordFolder(dataDir), { recursive: true, mode: 0o700 })
  await writeAtomically(recordFile(dataDir, id), `${JSON.stringify(value)}\n`)
}

/** Whether anything is known of encrypted backups. */
export function hasRecords(dataDir: string): boolean {
  return namesIn(recordFolder(dataDir)).length > 0
}

/** Forgets a backup that was removed. */
export function forgetRecord(dataDir: string, id: string): void {
  rmSync(recordFile(dataDir, id), { force: true })
}

/** The ids of encrypted backups that hold the very same file. */
export function recordsWith(dataDir: string, plainSha256: string): readonly string[] {
  return namesIn(recordFolder(dataDir))
    .map((name) => name.replace(/\.json$/, ''))
    .filter((id) => recordOf(dataDir, id)?.plainSha256 === plainSha256)
}

/** Whether an encrypted backup is, byte for byte, what was checked and written. */
export function isAsWritten(dataDir: string, id: string, file: string): boolean {
  const known = recordOf(dataDir, id)
  return known !== null && isWritten(file, known)
}
