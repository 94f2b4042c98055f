import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from './api.ts'

/** Above this size, in bytes, the log is put aside; the one put aside before is dropped. */
const LIMIT_BYTES = 1_000_000

/**
 * A log that adds warnings and errors to the data folder's `loopready.log`, one JSON object a line, readable by this
 * user only, and hands each line to `also`. It never throws: a full disk must not hide the error that is being reported,
 * and what is written before the process ends is in the file.
 */
export function logFileIn(dataDir: string, also: (line: string) => void = () => {}): Log {
  const path = join(dataDir, 'loopready.log')
  let size = sizeOf(path)
  return (level, event, data) => {
    if (level === 'info') return
    const entry = JSON.stringify({ at: new Date().toISOString(), level, event, ...data })
    const line = `${entry}\n`
    also(entry)
    try {
      // Also while it runs: what fails again and again must not fill the disk.
      if (size > LIMIT_BYTES) {
        // Another process may have put it aside since: what is new in it must not take the place of that.
        size = sizeOf(path)
        if (size > LIMIT_BYTES) {
          renameSync(path, `${path}.old`)
          size = 0
        }
      }
      appendFileSync(path, line, { mode: 0o600 })
      size += Buffer.byteLength(line)
    } catch {
      // What the shell says to the person is what is left.
    }
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    // There is no log yet.
    return 0
  }
}
