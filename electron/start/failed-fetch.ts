import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** How long a failure to fetch Electron is remembered, in milliseconds: a day. */
const KEPT_MS = 24 * 60 * 60_000

/**
 * Why the last attempt to fetch Electron failed, when that was less than a day ago; else null. Without this memory,
 * whoever sits behind a firewall that swallows the download waits for it at every start.
 */
export function recallFailure(path: string, nowMs: number): string | null {
  try {
    const { reason, atMs } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    if (typeof reason !== 'string' || typeof atMs !== 'number') return null
    const ageMs = nowMs - atMs
    return ageMs >= 0 && ageMs < KEPT_MS ? reason : null
  } catch {
    return null
  }
}

/** Remembers a failure. One that cannot be noted is met again at the next start, no more. */
export function noteFailure(path: string, reason: string, nowMs: number): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify({ reason, atMs: nowMs }))
  } catch {
    // node_modules cannot be written.
  }
}
