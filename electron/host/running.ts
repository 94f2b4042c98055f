import { readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { codeOf } from '#engine/refusal.ts'
import { askAgain } from './again.ts'
import { defaultLimits } from './limits.ts'

/** What `host.json` in the data folder says about the host that is running on it. Only this user can read it. */
const hostFile = z.strictObject({
  pid: z.int().positive(),
  port: z.int().min(1).max(65_535),
  secret: z.base64url().length(43),
})
export type HostFile = Readonly<z.infer<typeof hostFile>>

/** The outcome of a claim: this process is the host from now on, or another one is, at a fresh address. */
export type Claim =
  | Readonly<{ ours: true; release: () => void }>
  | Readonly<{ ours: false; address: string }>

/** A takeover is a few lines that never wait; a mark this old was left by a process that died within them. */
const TAKEOVER_STALE_MS = 10_000

/** A fresh one-time address of the host that runs on this data folder; null when none does. */
export async function findRunning(
  dataDir: string,
  answerMs: number = defaultLimits.answerMs,
): Promise<string | null> {
  const text = await readSettled(pathOf(dataDir))
  return text === null ? null : addressOf(text, answerMs)
}

/**
 * Makes this process the one host of the data folder, or finds the one that is. The file is made in one step that
 * fails when it exists, so of two starts at the same instant one wins and the other finds it. Call it once the server
 * listens: the file promises that somebody answers.
 */
export async function claim(dataDir: string, mine: HostFile, answerMs: number): Promise<Claim> {
  const path = pathOf(dataDir)
  for (;;) {
    if (makeFile(path, JSON.stringify(mine)))
      return { ours: true, release: () => remove(path, mine) }
    const text = await readSettled(path)
    if (text === null) continue
    const address = await addressOf(text, answerMs)
    if (address !== null) return { ours: false, address }
    if (!removeStale(path, text)) await pause(20)
  }
}

function pathOf(dataDir: string): string {
  return join(dataDir, 'host.json')
}

/** Asks the host that the file names, unless its process is gone; null when the file is left behind. */
async function addressOf(text: string, answerMs: number): Promise<string | null> {
  const file = parse(text)
  if (file === null || !isAlive(file.pid)) return null
  return askAgain(file.port, file.secret, answerMs)
}

/**
 * Removes a file that was found to be left behind, and only that one: two starts may find it at the same time, and
 * the slower must not remove what the faster has put in its place. Only one process at a time may be between the two
 * marks, and nothing between them waits. False when it was another's turn.
 */
function removeStale(path: string, stale: string): boolean {
  const mark = `${path}.takeover`
  if (!makeFile(mark, '')) {
    if (ageMs(mark) > TAKEOVER_STALE_MS) removeFile(mark)
    return false
  }
  try {
    if (readFile(path) === stale) removeFile(path)
    return true
  } finally {
    removeFile(mark)
  }
}

function remove(path: string, mine: HostFile): void {
  if (parse(readFile(path) ?? '')?.secret === mine.secret) removeFile(path)
}

/** Reads the file, giving one that is being written at this instant a moment to become whole. Null: it is not there. */
async function readSettled(path: string): Promise<string | null> {
  for (let tries = 0; tries < 10; tries += 1) {
    const text = readFile(path)
    if (text === null || parse(text) !== null) return text
    await pause(20)
  }
  return readFile(path)
}

function parse(text: string): HostFile | null {
  try {
    return hostFile.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: there is such a process, and it is not ours.
    return codeOf(error) === 'EPERM'
  }
}

/** Makes a file that only this user can read; false when there is one. */
function makeFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function readFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function removeFile(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}
