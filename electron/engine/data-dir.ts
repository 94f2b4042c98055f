import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import { codeOf, refuse } from './refusal.ts'

/** The environment variables of a process. */
export type Env = Readonly<Record<string, string | undefined>>

/** What the place of the data depends on besides flags and variables. Tests pass their own. */
export type Place = Readonly<{ platform: NodeJS.Platform; home: string; cwd: string }>

/**
 * The absolute path of the folder that holds the data: `--data-dir`, else `LOOPREADY_DATA_DIR`, else where the
 * platform keeps the data of apps. Relative paths start at the working folder. Throws a `Refusal` when
 * `--data-dir` is empty.
 */
export function dataDirOf(
  args: Readonly<{ dataDir?: string | undefined }>,
  env: Env,
  place: Place = { platform: process.platform, home: homedir(), cwd: process.cwd() },
): string {
  const path = place.platform === 'win32' ? win32 : posix
  if (args.dataDir !== undefined) {
    if (args.dataDir.trim() === '')
      refuse({
        code: 'invalid-input',
        field: '--data-dir',
        message: '--data-dir is empty.',
        hint: 'Name a folder, or leave it out.',
      })
    return path.resolve(place.cwd, args.dataDir)
  }
  const named = env['LOOPREADY_DATA_DIR']
  if (named !== undefined && named.trim() !== '') return path.resolve(place.cwd, named)
  return defaultDataDir(env, place)
}

function defaultDataDir(env: Env, { platform, home }: Place): string {
  if (platform === 'win32')
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Loopready')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Loopready')
  const xdg = env['XDG_DATA_HOME']
  // The XDG rules tell apps to ignore a relative path here.
  const base =
    xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share')
  return posix.join(base, 'loopready')
}

/**
 * Makes the data folder where it is missing, readable by this user only. A folder that is there keeps its rights: they
 * may be meant. Throws a `Refusal` when it cannot be made or is not a folder.
 */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    refuse({
      code: 'storage',
      message: `The data folder ${dataDir} cannot be made: ${reasonOf(error)}.`,
      hint: 'Choose another with --data-dir.',
    })
  }
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'there is a file in its place'
    case 'EACCES':
    case 'EPERM':
      return 'you have no right to write there'
    case 'EROFS':
      return 'the disk is read-only'
    case 'ENOSPC':
      return 'the disk is full'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
