import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Env } from '#engine/data-dir.ts'

/** The outcome of an attempt to install Electron. `reason` fits into brackets. */
export type Fetched = Readonly<{ ok: true; path: string } | { ok: false; reason: string }>

export type FetchLimits = Readonly<{
  /** How long nothing may arrive, in milliseconds. */
  stallMs: number
  /** How long the whole may take, in milliseconds. */
  totalMs: number
}>

const defaultLimits: FetchLimits = { stallMs: 15_000, totalMs: 15 * 60_000 }

/**
 * The path of Electron's program when the package at `packageDir` has its binary, of its own version; else null. Looks
 * at the files itself, because requiring the package would start a download.
 */
export function findElectron(packageDir: string, env: Env): string | null {
  const read = (...parts: string[]) => readFileSync(join(packageDir, ...parts), 'utf8').trim()
  try {
    const program = read('path.txt')
    const elsewhere = env['ELECTRON_OVERRIDE_DIST_PATH']
    if (elsewhere === undefined || elsewhere === '') {
      const { version } = JSON.parse(read('package.json')) as { version?: unknown }
      if (read('dist', 'version').replace(/^v/, '') !== version) return null
    }
    const path = join(elsewhere || join(packageDir, 'dist'), program)
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/**
 * Runs the package's own installer once. Its download has no time limit of its own, so its growing files are watched:
 * when nothing arrives for a while, a firewall is swallowing it, and waiting longer does not help.
 */
export async function fetchElectron(
  packageDir: string,
  env: Env,
  limits: FetchLimits = defaultLimits,
): Promise<Fetched> {
  const installer = join(packageDir, 'install.js')
  if (!existsSync(installer)) return { ok: false, reason: 'the electron package is not installed' }
  const downloads = mkdtempSync(join(tmpdir(), 'loopready-electron-'))
  try {
    const size = () => bytesIn(downloads) + bytesIn(join(packageDir, 'dist'))
    // The installer downloads into the temporary folder, so it gets one that can be watched.
    const places = { TMPDIR: downloads, TEMP: downloads, TMP: downloads }
    const failure = await run(
      installer,
      { ...env, ...places, ELECTRON_GET_NO_PROGRESS: '1' },
      size,
      limits,
    )
    if (failure !== null) return { ok: false, reason: failure }
    const path = findElectron(packageDir, env)
    return path === null
      ? { ok: false, reason: 'the download left no program' }
      : { ok: true, path }
  } finally {
    rmSync(downloads, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Runs the installer; null when it succeeded, else why not. */
function run(
  installer: string,
  env: Env,
  size: () => number,
  limits: FetchLimits,
): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    const started = performance.now()
    let [errors, lastSize, grewAt] = ['', size(), started]
    const end = (failure: string | null) => {
      clearInterval(watch)
      child.kill()
      resolve(failure)
    }
    const watch = setInterval(
      () => {
        const [now, current] = [performance.now(), size()]
        if (current !== lastSize) [lastSize, grewAt] = [current, now]
        if (now - grewAt > limits.stallMs) end(`nothing arrived for ${inSeconds(limits.stallMs)} s`)
        else if (now - started > limits.totalMs) end('it took too long')
      },
      Math.min(500, limits.stallMs / 2),
    )
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => (errors = (errors + text).slice(-4000)))
    child.once('error', (error) => end(error.message))
    child.once('close', (code) => end(code === 0 ? null : reasonOf(errors)))
  })
}

/** A few words for what the installer wrote about its failure. */
export function reasonOf(errors: string): string {
  const status = /Response code (\d{3})/.exec(errors)?.[1]
  if (status !== undefined) return `the download server answered ${status}`
  if (/checksum|sumchecker/i.test(errors)) return 'the download was damaged'
  if (/CERT|certificate/i.test(errors)) return 'the download server could not be trusted'
  if (/ENOSPC/.test(errors)) return 'the disk is full'
  if (/EACCES|EPERM|EROFS/.test(errors)) return 'node_modules cannot be written'
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT/.test(errors))
    return 'no connection to the download server'
  const line = errors.split('\n').find((text) => /\bError:/.test(text))
  return line === undefined ? 'the installer failed' : line.trim().slice(0, 120)
}

function bytesIn(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + sizeOf(join(entry.parentPath, entry.name)), 0)
  } catch {
    return 0
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function inSeconds(ms: number): number {
  return Math.round(ms / 1000)
}
