import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { failureOf, framesOf } from './failure.ts'
import { codeOf } from './refusal.ts'

/** How many reports are kept. */
const keptReports = 10

/**
 * What has stopped: the program that the windows belong to, the thread that reads and writes the data, the process of
 * the browser shell, which was ended from outside or could say nothing itself, or a page or a part of one.
 */
export type CrashedPart = 'main' | 'engine' | 'host' | 'page'

/** What a report tells of a crash: kinds and places in the code, and nothing that a person wrote. */
export type Crash = Readonly<{
  kind: string
  code?: string
  /** The screen that was on show, where a page failed. */
  screen?: string
  frames?: readonly string[]
}>

/**
 * Leaves a report of an error that nobody caught: what stopped, when, the versions, and where in the code. The error's
 * message is left out, since it may quote what a person wrote. Returns as `leaveReport` does.
 */
export function leaveCrashReport(
  dataDir: string,
  part: CrashedPart,
  thrown: unknown,
  now: Date = new Date(),
): string | null {
  const { error, code = 'none' } = failureOf(thrown)
  const frames = thrown instanceof Error ? framesOf(thrown) : []
  return leaveReport(dataDir, part, { kind: error, code, frames }, now)
}

/**
 * Leaves a report in the data folder's `crashes/`, readable by this user only. It is sent nowhere. Returns the file's
 * name; null when it could not be written: a full disk must not hide the crash itself.
 */
export function leaveReport(
  dataDir: string,
  part: CrashedPart,
  { kind, code, screen, frames = [] }: Crash,
  now: Date = new Date(),
): string | null {
  const folder = path.join(dataDir, 'crashes')
  const moment = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'Loopready stopped unexpectedly. This report stays on this computer.',
    '',
    `At: ${now.toISOString()}`,
    `Part: ${part}`,
    `Kind: ${kind}`,
    ...(code === undefined ? [] : [`Code: ${code}`]),
    ...(screen === undefined ? [] : [`Screen: ${screen}`]),
    `System: ${process.platform} ${process.arch}, Node ${process.versions.node}`,
    '',
    'Where:',
    ...frames.map((frame) => `  ${frame}`),
  ]
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const name = put(folder, `crash-${moment}-${part}`, `${lines.join('\n')}\n`)
    dropOld(folder, name)
    return name
  } catch {
    return null
  }
}

/** Writes a report under a name that is free: another one of the same part may be of the same second. */
function put(folder: string, name: string, text: string): string {
  for (let copy = 1; ; copy += 1) {
    const file = `${name}${copy === 1 ? '' : `-${copy}`}.txt`
    try {
      writeFileSync(path.join(folder, file), text, { mode: 0o600, flag: 'wx' })
      return file
    } catch (thrown) {
      if (codeOf(thrown) !== 'EEXIST') throw thrown
    }
  }
}

/** Drops the oldest by their names; never the one that was made just now, whatever the clock says of it. */
function dropOld(folder: string, made: string): void {
  const others = readdirSync(folder).filter(
    (name) => /^crash-[\w-]+\.txt$/.test(name) && name !== made,
  )
  for (const name of others.toSorted().slice(0, 1 - keptReports))
    rmSync(path.join(folder, name), { force: true })
}
