import { join } from 'node:path'
import { leaveCrashReport } from '#engine/crash-report.ts'
import { makeDataDir } from '#engine/data-dir.ts'
import { failureOf } from '#engine/failure.ts'
import { logFileIn } from '#engine/log-file.ts'
import { engineOnThread } from '#engine/thread/client.ts'
import { openBrowser } from '../host/browsers.ts'
import type { Machine } from '../host/browsers.ts'
import { findRunning } from '../host/running.ts'
import { startHost } from '../host/server.ts'
import type { Display } from './display.ts'
import { hasEnterKey, onEnter } from './enter-key.ts'
import { stopSignal } from './stop-signal.ts'

export type BrowserShell = Readonly<{
  dataDir: string
  /** Holds `data/` and `resources/`. */
  assetsDir: string
  /** The built page. */
  pagesDir: string
  /** 0: any that is free. */
  port: number
  /** False: only print the address. */
  open: boolean
  display: Display
  machine: Machine
  /** Makes sure that the page is built. Not called when a running Loopready is found. */
  build: () => Promise<void>
  say: (line: string) => void
}>

/**
 * Serves the app until it is asked to stop, or finds the Loopready that serves this data folder already. Prints a
 * one-time address on a line of its own, and opens another in a browser. Resolves with the exit status; throws a
 * `Refusal` when it cannot start.
 */
export async function runBrowserShell(shell: BrowserShell): Promise<number> {
  const { dataDir, say } = shell
  makeDataDir(dataDir)
  if ((await findRunning(dataDir)) !== null) return showRunning(shell)
  await shell.build()
  const log = logFileIn(dataDir)
  const stop = stopSignal()
  // Only tells: the process ends as it would without.
  const onCrash = (thrown: unknown) => void leaveCrashReport(dataDir, 'main', thrown)
  process.on('uncaughtExceptionMonitor', onCrash)
  const engine = await engineOnThread({
    dataDir,
    assetsDir: shell.assetsDir,
    log,
    onCrash: (thrown) => {
      log('error', 'engine stopped', failureOf(thrown))
      leaveCrashReport(dataDir, 'engine', thrown)
      say('The part of Loopready that reads and writes your data has stopped. Start it again.')
      stop.ask(1)
    },
  })
  const host = await startHost({ ...shell, engine, log }).catch(async (error: unknown) => {
    await engine.close()
    throw error
  })
  if (!host.ours) {
    await engine.close()
    stop.release()
    return showRunning(shell)
  }
  const canPressEnter = hasEnterKey()
  const show = () => showAddress(shell, host.openUrl)
  await show()
  say(
    canPressEnter
      ? 'The address works once, for a minute. Enter gives a fresh one; Ctrl+C stops Loopready.'
      : 'The address works once, for a minute. The same command again gives a fresh one.',
  )
  const endEnter = canPressEnter ? onEnter(() => void show()) : () => {}
  const status = await stop.asked
  endEnter()
  await host.close()
  await engine.close()
  stop.release()
  process.off('uncaughtExceptionMonitor', onCrash)
  return status
}

/** Shows the Loopready that runs already, and leaves it running. */
async function showRunning(shell: BrowserShell): Promise<number> {
  shell.say('Loopready is running already; this is a fresh address to it.')
  await showAddress(shell, async () => (await findRunning(shell.dataDir)) ?? '')
  return 0
}

/** Prints one address, for whoever reads, and opens another, since each works only once. */
async function showAddress(
  { dataDir, open, display, machine, say }: BrowserShell,
  newAddress: () => string | Promise<string>,
): Promise<void> {
  say(`Loopready is at ${await newAddress()}`)
  if (!open) return
  if (!display.isThere) return say('Open it in a browser on this computer.')
  const name = await openBrowser(newAddress, join(dataDir, 'browser'), machine)
  say(
    name === null
      ? 'No browser could be opened here. Open the address yourself.'
      : `Opened in ${name}.`,
  )
}
