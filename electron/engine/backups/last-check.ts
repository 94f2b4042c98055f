import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { lastCheck, type LastCheck } from '#contract/backups.ts'
import { writeAtomically } from '../write-atomically.ts'

/** Where it is remembered: beside the data and not in it, which is what was looked at. */
function file(dataDir: string): string {
  return path.join(dataDir, 'checked.json')
}

/** What came of the last full check; null when there was none, or when it cannot be read. */
export function lastCheckOf(dataDir: string): LastCheck | null {
  try {
    return lastCheck.parse(JSON.parse(readFileSync(file(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/** Remembers what came of a full check. A disk that does not take it must not hide the result. */
export async function rememberCheck(dataDir: string, found: LastCheck): Promise<void> {
  try {
    await writeAtomically(file(dataDir), `${JSON.stringify(found)}\n`)
  } catch {
    // It is made again the sooner.
  }
}

/** Forgets it: the file that was looked at is no longer the data. */
export function forgetCheck(dataDir: string): void {
  rmSync(file(dataDir), { force: true })
}
