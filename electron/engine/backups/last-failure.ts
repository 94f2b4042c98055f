import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { backupFailure, type BackupFailure } from '#contract/backups.ts'
import { writeAtomically } from '../write-atomically.ts'

/** Beside the data and not in it: a backup also fails where the data cannot be written. */
function file(dataDir: string): string {
  return path.join(dataDir, 'backup-failed.json')
}

/** Why the last daily backup was not made; null when none has failed since the last one that was. */
export function lastFailureOf(dataDir: string): BackupFailure | null {
  try {
    return backupFailure.parse(JSON.parse(readFileSync(file(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/** Remembers why a backup was not made. A disk that does not take it must not end anything. */
export async function rememberFailure(dataDir: string, failure: BackupFailure): Promise<void> {
  try {
    await writeAtomically(file(dataDir), `${JSON.stringify(failure)}\n`)
  } catch {
    // It stands in the log, and is tried again within the hour.
  }
}

/** Forgets it: a backup was made, or what kept it from being made may be mended. */
export function forgetFailure(dataDir: string): void {
  try {
    rmSync(file(dataDir), { force: true })
  } catch {
    // It is told once more than needed; what was made is made.
  }
}
