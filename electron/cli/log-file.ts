import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '#engine/api.ts'

/**
 * A log that adds warnings and errors to the data folder's `loopready.log`, one JSON object a line. It never throws: a
 * full disk must not hide the error that is being reported.
 */
export function logFileIn(dataDir: string): Log {
  return (level, event, data) => {
    if (level === 'info') return
    const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...data })
    try {
      appendFileSync(join(dataDir, 'loopready.log'), `${line}\n`, { mode: 0o600 })
    } catch {
      // The message on standard error is what is left.
    }
  }
}
