import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { Recovery } from '#contract/backups.ts'
import type { Engine } from '#engine/api.ts'
import { missingText, readText } from '#domain/recovery-text.ts'
import { clockFrom } from '#engine/clock.ts'
import { dataDirOf, type Env } from '#engine/data-dir.ts'
import { createEngine } from '#engine/engine.ts'
import { logFileIn } from '#engine/log-file.ts'
import { recoveryToTell } from '#engine/recovery/notice.ts'
import { printable } from './text/printable.ts'
import type { Paint, Terminal } from './verb.ts'

/** What the program has around it: its environment, where it stands, and where its output goes. */
export type Surroundings = Readonly<{
  env: Env
  cwd: string
  /** Standard output. */
  out(chunk: string | Uint8Array): void
  /** Standard error. */
  err(text: string): void
  isScreen: boolean
  /** Asks for a line without showing it; null where nobody can be asked. */
  askSecret: Terminal['askSecret']
  paint: Paint
}>

const assetsDir = resolve(import.meta.dirname, '../..')

/** A terminal with the engine of a data folder behind it; `close` ends the engine where it was opened. */
export function openTerminal(
  dataDir: string | undefined,
  { env, cwd, out, err, isScreen, askSecret, paint }: Surroundings,
): Readonly<{ terminal: Terminal; close(): Promise<void> }> {
  const place = placeOfPerson(env, cwd)
  let opened: Engine | undefined
  const warn = (message: string) => err(`loopready: ${printable(message)}\n`)
  const open = (folder: string) => {
    const engine = engineOn(folder, env)
    const recovery = recoveryToTell(folder)
    if (recovery !== null) warn(told(recovery))
    return engine
  }
  return {
    terminal: {
      engine: () => (opened ??= open(dataDirFrom(dataDir, env, place))),
      dataDir: () => dataDirFrom(dataDir, env, place),
      print: (text) => out(`${text}\n`),
      send: out,
      warn,
      paint,
      isScreen,
      askSecret,
      variable: (name) => env[name] || undefined,
      pathOf: (typed) => resolve(place, typed),
    },
    close: async () => {
      await opened?.close()
    },
  }
}

/** What happened to a damaged or missing data file, on one line. */
function told({ setAside, found, backup }: Recovery): string {
  const missing = missingText(found)
  const next =
    backup === null ? 'There is no backup that is whole.' : `Newest good backup: ${backup.id}.`
  if (setAside === null) return `The data file is missing. A new one is in use now. ${next}`
  return [
    `The data file was damaged. It was set aside in ${setAside};`,
    `what could be read is in use now (${readText(found)}).`,
    ...(missing === '' ? [] : [`Could not be read: ${missing}.`]),
    next,
  ].join(' ')
}

function dataDirFrom(typed: string | undefined, env: Env, cwd: string): string {
  const place = { platform: process.platform, home: homedir(), cwd }
  return dataDirOf({ dataDir: typed }, env, place)
}

function engineOn(dataDir: string, env: Env): Engine {
  return createEngine({
    dataDir,
    assetsDir,
    clock: clockFrom(env),
    log: logFileIn(dataDir),
    backsUpDaily: true,
  })
}

/** `npm run` moves to the project's root first; relative paths are meant from where the person stands. */
function placeOfPerson(env: Env, cwd: string): string {
  return (env['npm_lifecycle_event'] === 'loopready' && env['INIT_CWD']) || cwd
}
