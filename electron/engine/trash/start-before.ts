import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { instant } from '#contract/units.ts'
import { instantOf } from '../local-time.ts'

/** The first start of the last day that saw one, and that of a day before it; beside the data and not in it. */
const starts = z.object({ last: instant, before: instant.nullable() })
type Starts = z.infer<typeof starts>

/**
 * Notes a start, and returns until when time has surely passed, in ms: until the first start of the day before this one
 * that saw any. A clock that is wrong for one day, even by ten years, thus makes nothing old. Null where no other day
 * is known yet.
 */
export function timeSurelyPassed(dataDir: string, nowMs: number): number | null {
  const known = knownStarts(dataDir)
  const now = instantOf(nowMs)
  const noted = after(known, now)
  if (noted !== known) note(dataDir, noted)
  return noted.before === null ? null : Math.min(nowMs, Date.parse(noted.before))
}

function after(known: Starts | null, now: Starts['last']): Starts {
  if (known === null) return { last: now, before: null }
  if (known.last.slice(0, 10) === now.slice(0, 10)) return known
  // One that is ahead was the clock's fault, then or now.
  return { last: now, before: known.last < now ? known.last : known.before }
}

function file(dataDir: string): string {
  return path.join(dataDir, 'started.json')
}

function knownStarts(dataDir: string): Starts | null {
  try {
    return starts.parse(JSON.parse(readFileSync(file(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/** A disk that does not take it must not keep anybody from working: what is old goes the later. */
function note(dataDir: string, value: Starts): void {
  try {
    const beside = `${file(dataDir)}.${process.pid}.tmp`
    writeFileSync(beside, `${JSON.stringify(value)}\n`, { mode: 0o600 })
    renameSync(beside, file(dataDir))
  } catch {
    // The next start notes it.
  }
}
