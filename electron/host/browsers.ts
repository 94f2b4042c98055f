import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { accessSync, closeSync, constants, openSync, readSync, realpathSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import openInDefault from 'open'
import type { Env } from '#engine/data-dir.ts'

/** A browser that can show a page as a window of its own, without tabs and address bar. */
export type AppBrowser = Readonly<{ name: string; path: string }>

/** What the search for browsers depends on. Tests pass their own. */
export type Machine = Readonly<{
  platform: NodeJS.Platform
  env: Env
  home: string
  isProgram: (path: string) => boolean
}>

const linuxNames: readonly (readonly [string, readonly string[]])[] = [
  ['Google Chrome', ['google-chrome-stable', 'google-chrome']],
  ['Chromium', ['chromium', 'chromium-browser']],
  ['Microsoft Edge', ['microsoft-edge-stable', 'microsoft-edge']],
  ['Brave', ['brave-browser', 'brave']],
]

const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'] as const

const windowsNames = [
  ['Google Chrome', ['Google', 'Chrome', 'Application', 'chrome.exe']],
  ['Microsoft Edge', ['Microsoft', 'Edge', 'Application', 'msedge.exe']],
  ['Brave', ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe']],
  ['Chromium', ['Chromium', 'Application', 'chrome.exe']],
] as const

/** The installed browsers that have app windows, the preferred one first. */
export function findAppBrowsers({
  platform,
  env,
  home,
  isProgram,
}: Machine): readonly AppBrowser[] {
  const found = (name: string, paths: readonly string[]): readonly AppBrowser[] => {
    const path = paths.find(isProgram)
    return path === undefined ? [] : [{ name, path }]
  }
  if (platform === 'win32') {
    const keys = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    const roots = keys.flatMap((key) => env[key] ?? [])
    return windowsNames.flatMap(([name, parts]) =>
      found(
        name,
        roots.map((root) => win32.join(root, ...parts)),
      ),
    )
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(home, 'Applications')]
    return macNames.flatMap((name) =>
      found(
        name,
        roots.map((root) => posix.join(root, `${name}.app`, 'Contents', 'MacOS', name)),
      ),
    )
  }
  const roots = (env['PATH'] ?? '').split(':').filter((root) => posix.isAbsolute(root))
  return linuxNames.flatMap(([name, files]) =>
    found(
      name,
      files.flatMap((file) => roots.map((root) => posix.join(root, file))),
    ),
  )
}

/**
 * The arguments that show `url` as an app window. With a profile of its own the window holds no other site's pages or
 * extensions, keeps its cookie to itself, and asks nobody for anything over the network. A browser from a snap may not
 * read hidden folders, such as the one with our data; it uses its usual profile.
 */
function appWindowArguments(url: string, profileDir: string | null): readonly string[] {
  if (profileDir === null) return [`--app=${url}`]
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-pings',
    '--password-store=basic',
  ]
}

/**
 * Opens an address in an app window of an installed browser, else in the default browser. `newUrl` is asked once for
 * each attempt, because a one-time address may be used up by an attempt that then fails. Gives back the name of what
 * was opened, for a sentence; null when nothing could be.
 */
export async function openBrowser(
  newUrl: () => string | Promise<string>,
  profileDir: string,
  machine: Machine,
  openDefault: (url: string) => Promise<ChildProcess> = openInDefault,
): Promise<string | null> {
  for (const { name, path } of findAppBrowsers(machine)) {
    const ownProfile = isFromSnap(path) ? null : profileDir
    const args = appWindowArguments(await newUrl(), ownProfile)
    if (await hasStarted(() => spawn(path, args, { detached: true, stdio: 'ignore' }))) return name
  }
  const url = await newUrl()
  return (await hasStarted(() => openDefault(url))) ? 'your browser' : null
}

/** Whether the file is there and may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a browser's program is a snap, or the small script that Ubuntu puts in its place. */
function isFromSnap(path: string): boolean {
  try {
    const real = realpathSync(path)
    if (real.startsWith('/snap/') || real.endsWith('/bin/snap')) return true
    const start = startOf(real)
    return start.startsWith('#!') && start.includes('/snap/')
  } catch {
    return false
  }
}

/** The first bytes of a file: a browser's program is hundreds of megabytes, the script a few lines. */
function startOf(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(4096)
    return bytes.toString('latin1', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}

/** A browser that cannot start (no right, no display, a broken profile) gives up within this time. */
const SETTLED_MS = 1_500

/** Starts a program and lets it live on without this one; false when it cannot start or fails at once. */
async function hasStarted(start: () => ChildProcess | Promise<ChildProcess>): Promise<boolean> {
  try {
    return await isAlive(await start())
  } catch {
    return false
  }
}

function isAlive(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isOpen: boolean) => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.once('error', () => {})
      child.unref()
      resolve(isOpen)
    }
    const timer = setTimeout(() => settle(true), SETTLED_MS)
    child.once('error', () => settle(false))
    // 0: it handed the address to a window that is open already.
    child.once('exit', (code) => settle(code === 0))
    if (child.exitCode !== null) settle(child.exitCode === 0)
  })
}
