import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataDirOf, type Env } from '#engine/data-dir.ts'
import { startAtFlag } from './place.ts'
import { PAGE_ORIGIN } from './security.ts'

/** What Electron says about the app that was started. */
export type Launch = Readonly<{
  argv: readonly string[]
  env: Env
  isPackaged: boolean
  /** The project's root in development, the archive when packaged. */
  appPath: string
  /** The folder of what is shipped beside the archive. */
  resourcesPath: string
}>

export type LaunchSettings = Readonly<{
  dataDir: string
  /** Holds `data/` and `resources/`. */
  assetsDir: string
  /** Where Chromium keeps its own files: inside the data folder, so that each data folder is an app of its own. */
  chromiumDir: string
  windowStatePath: string
  /** Whether the key of quick add works in all apps on this machine. */
  globalKeyPath: string
  preload: string
  pageRoot: string
  pageUrl: string
  pageOrigin: string
  /** The arguments that the app was started with, for starting it again. */
  argv: readonly string[]
  /** The page's address within itself to begin with: empty, or `#/` and what follows. */
  startAt: string
}>

/** Everything the shell derives from how it was started. Throws a `Refusal` when a flag cannot be used. */
export function launchSettings(launch: Launch): LaunchSettings {
  const dataDir = dataDirOf({ dataDir: dataDirFlag(launch.argv) }, launch.env)
  const built = join(launch.appPath, 'out')
  // Only in development: a variable must not be able to point an installed app at another page.
  const server = launch.isPackaged ? undefined : launch.env['ELECTRON_RENDERER_URL']
  return {
    dataDir,
    assetsDir: launch.isPackaged ? launch.resourcesPath : launch.appPath,
    chromiumDir: join(dataDir, 'desktop'),
    windowStatePath: join(dataDir, 'window.json'),
    globalKeyPath: join(dataDir, 'global-key.json'),
    preload: join(built, 'preload', 'index.cjs'),
    pageRoot: join(built, 'renderer'),
    pageUrl: server === undefined ? `${PAGE_ORIGIN}/` : new URL('/', server).href,
    pageOrigin: server === undefined ? PAGE_ORIGIN : new URL(server).origin,
    argv: launch.argv,
    startAt: startAtFlag(launch.argv),
  }
}

/** The value of `--data-dir`; empty when it is given without one. Chromium's own switches are passed over. */
function dataDirFlag(argv: readonly string[]): string | undefined {
  const { values } = parseArgs({
    args: [...argv],
    options: { 'data-dir': { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const value = values['data-dir']
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : ''
}
