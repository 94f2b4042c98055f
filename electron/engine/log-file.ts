import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from './api.ts'

/** Above this size, in bytes, the log is put aside at the next start; the one put aside before is dropped. */
const LIMIT_BYTES = 1_000_000

/**
 * A log that adds warnings and errors to the data folder's `loopready.log`, one JSON object a line, readable by this
 * user only. It never throws: a full disk must not hide the error that is being reported.
 */
export function logFileIn(dataDir: string): Log {
  const path = join(dataDir, 'loopready.log')
  putAside(path)
  return (level, event, data) => {
    if (level === 'info') return
    const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...data })
    try {
      appendFileSync(path, `${line}\n`, { mode: 0o600 })
    } catch {
      // What the shell says to the person is what is left.
    }
  }
}

function putAside(path: string): void {
  try {
    if (statSync(path).size > LIMIT_BYTES) renameSync(path, `${path}.old`)
  } catch {
    // There is no log yet.
  }
}
