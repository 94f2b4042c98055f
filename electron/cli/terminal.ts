import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { styleText } from 'node:util'
import type { Engine } from '#engine/api.ts'
import { clockFrom } from '#engine/clock.ts'
import { dataDirOf, type Env } from '#engine/data-dir.ts'
import { createEngine } from '#engine/engine.ts'
import { logFileIn } from './log-file.ts'
import { printable } from './text/printable.ts'
import type { Terminal } from './verb.ts'

const assetsDir = resolve(import.meta.dirname, '../..')

/** The terminal of this process with the engine of a data folder behind it; `close` ends the engine if it was opened. */
export function openTerminal(
  dataDir: string | undefined,
  env: Env,
): Readonly<{ terminal: Terminal; close(): Promise<void> }> {
  const cwd = placeOfPerson(env)
  let opened: Engine | undefined
  return {
    terminal: {
      engine: () => (opened ??= engineOn(dataDir, env, cwd)),
      print: (text) => void process.stdout.write(`${text}\n`),
      send: (bytes) => void process.stdout.write(bytes),
      warn: (message) => void process.stderr.write(`loopready: ${printable(message)}\n`),
      // styleText itself looks at NO_COLOR and whether the stream is a terminal.
      paint: (format, text) => styleText(format, text, { stream: process.stdout }),
      isScreen: process.stdout.isTTY,
      pathOf: (typed) => resolve(cwd, typed),
    },
    close: async () => {
      await opened?.close()
    },
  }
}

function engineOn(typed: string | undefined, env: Env, cwd: string): Engine {
  const place = { platform: process.platform, home: homedir(), cwd }
  const dataDir = dataDirOf({ dataDir: typed }, env, place)
  return createEngine({
    dataDir,
    assetsDir,
    clock: clockFrom(env),
    log: logFileIn(dataDir),
  })
}

/** `npm run` moves to the project's root first; relative paths are meant from where the person stands. */
function placeOfPerson(env: Env): string {
  const isOurScript = env['npm_lifecycle_event'] === 'loopready'
  return (isOurScript && env['INIT_CWD']) || process.cwd()
}
