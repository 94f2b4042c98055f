import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clockFrom } from '#engine/clock.ts'
import { dataDirOf } from '#engine/data-dir.ts'
import { errorOf, refuse, Refusal } from '#engine/refusal.ts'
import { isProgram } from '../host/browsers.ts'
import { help, readStartArguments } from './arguments.ts'
import { runBrowserShell } from './browser-shell.ts'
import { buildWhereNeeded } from './build.ts'
import { chooseShell } from './choice.ts'
import { runDesktopShell } from './desktop-shell.ts'
import { displayOf, hasScreen } from './display.ts'
import { fetchElectron, findElectron } from './electron-binary.ts'
import type { Fetched } from './electron-binary.ts'
import { noteFailure, recallFailure } from './failed-fetch.ts'
import { usualPort } from './usual-port.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const electronPackage = join(root, 'node_modules', 'electron')
const failureNote = join(root, 'node_modules', '.cache', 'loopready', 'electron-failure.json')
const { env, platform } = process
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** `npm start`: chooses a shell, says which and why, and runs it. Resolves with the exit status. */
async function start(argv: readonly string[]): Promise<number> {
  const asked = readStartArguments(argv)
  if (asked.help) {
    say(help.trimEnd())
    return 0
  }
  const dataDir = dataDirOf(asked, env)
  // The engine's own thread reads it again; refused here, it is refused before anything is built.
  clockFrom(env)
  const display = displayOf(env, platform)
  const choice = await chooseShell({
    asked,
    display,
    hasScreen: hasScreen(env, platform),
    electron: findElectron(electronPackage, env),
    fetchElectron: () => fetchOnce(asked.shell === 'desktop'),
  })
  say(choice.line)
  const build = () => buildWhereNeeded(root, say)
  if (choice.shell === 'desktop') {
    await build()
    const end = await runDesktopShell(choice.electron, root, dataDir, env)
    if (end.hasStarted) return end.status
    if (choice.isForced)
      return refuse({ code: 'internal', message: `Electron could not start (${end.reason}).` })
    say(`Electron could not start (${end.reason}), so Loopready opens in your browser.`)
  }
  return runBrowserShell({
    dataDir,
    assetsDir: root,
    pagesDir: join(root, 'out', 'renderer'),
    port: asked.port ?? (await usualPort(dataDir)),
    open: asked.open,
    display,
    machine: { platform, env, home: homedir(), isProgram },
    build,
    say,
  })
}

async function fetchOnce(isForced: boolean): Promise<Fetched> {
  const before = isForced ? null : recallFailure(failureNote, Date.now())
  if (before !== null) return { ok: false, reason: `${before}; --shell=desktop tries again` }
  say("Electron's binary is not installed yet. Fetching it, about 120 MB, once...")
  const fetched = await fetchElectron(electronPackage, env)
  if (!fetched.ok) noteFailure(failureNote, fetched.reason, Date.now())
  return fetched
}

/** The one line about what was thrown. What nobody foresaw is named too: there is no window yet that could tell. */
function lineAbout(thrown: unknown): string {
  const { code, message, hint } = errorOf(thrown)
  if (code === 'internal' && !(thrown instanceof Refusal))
    return `Loopready could not start: ${String(thrown).split('\n')[0]}`
  return hint === undefined ? message : `${message} ${hint}`
}

// A reader that has seen enough (`| head -1`) is no failure.
process.stdout.on('error', () => {})

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (thrown) {
  process.stderr.write(`${lineAbout(thrown)}\n`)
  process.exitCode = 1
}
