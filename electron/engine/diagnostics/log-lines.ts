import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { codeOf } from '../refusal.ts'

/** How many of the newest lines of the log are shown. */
const shownLines = 20

const logLine = z.object({
  at: z.string(),
  level: z.string(),
  event: z.string(),
  call: z.string().optional(),
})

/**
 * The newest lines of the log without their data: a system's message may hold a path. What cannot be read is told as
 * such, since none at all says that nothing went wrong.
 */
export function logLines(dataDir: string): readonly string[] {
  const file = path.join(dataDir, 'loopready.log')
  const lines = linesOf(file)
  // A log that has just begun anew says nothing of what was before it.
  const before = lines.length < shownLines ? linesOf(`${file}.old`) : []
  return [...before, ...lines].slice(-shownLines)
}

function linesOf(file: string): readonly string[] {
  try {
    const text = readFileSync(file, 'utf8').trimEnd()
    return text === '' ? [] : text.split('\n').slice(-shownLines).map(shown)
  } catch (thrown) {
    return codeOf(thrown) === 'ENOENT' ? [] : ['the log cannot be read']
  }
}

function shown(line: string): string {
  try {
    const { at, level, event, call } = logLine.parse(JSON.parse(line))
    return `${at} ${level} ${event}${call === undefined ? '' : ` (${call})`}`
  } catch {
    // A disk that was full in the middle of it, or a power cut.
    return 'a line that cannot be read'
  }
}
