import { appendFile, rename, stat } from 'node:fs/promises'
import type { Log } from '#engine/api.ts'

/** Above this size the log is put aside; the one put aside before is dropped. */
const LIMIT_BYTES = 1_000_000

/**
 * A log that adds one JSON line per event to a file, in order, and also writes warnings and errors to `also`. It never
 * throws: a full disk must not stop the app from saying so.
 */
export function logFile(
  path: string,
  now: () => Date = () => new Date(),
  also: (line: string) => void = console.error,
): Log {
  let writing: Promise<void> = Promise.resolve()
  return (level, event, data) => {
    const line = JSON.stringify({ at: now().toISOString(), level, event, ...data })
    if (level !== 'info') also(line)
    writing = writing
      .then(() => putAside(path))
      .then(() => appendFile(path, `${line}\n`, { mode: 0o600 }))
      .catch(() => undefined)
  }
}

async function putAside(path: string): Promise<void> {
  try {
    if ((await stat(path)).size > LIMIT_BYTES) await rename(path, `${path}.old`)
  } catch {
    // There is no log yet.
  }
}
