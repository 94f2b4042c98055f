import { join } from 'node:path'
import { makeDataDir } from '#engine/data-dir.ts'
import { openBrowser } from '../host/browsers.ts'
import type { Machine } from '../host/browsers.ts'
import { findRunning } from '../host/running.ts'
import { randomSecret } from '../host/session.ts'
import type { Display } from './display.ts'
import { hasEnterKey, onEnter } from './enter-key.ts'
import { keepHostRunning } from './host-process.ts'
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
 * one-time address on a line of its own, and opens another in a browser. Engine and server are in a process of their
 * own, which is started again when it dies. Resolves with the exit status; throws a `Refusal` when it cannot start.
 */
export async function runBrowserShell(shell: BrowserShell): Promise<number> {
  const { dataDir, say } = shell
  makeDataDir(dataDir)
  if ((await findRunning(dataDir)) !== null) return showRunning(shell)
  await shell.build()
  const stop = stopSignal()
  const canPressEnter = hasEnterKey()
  const show = () => showAddress(shell, fromRunning(shell))
  let endEnter = () => {}
  try {
    const end = await keepHostRunning({
      options: {
        dataDir,
        assetsDir: shell.assetsDir,
        pagesDir: shell.pagesDir,
        port: shell.port,
        // Lives in this process alone and ends with it; a host that is started again gets the same.
        cookieSecret: randomSecret(),
      },
      asked: stop.asked,
      say,
      onReady: async () => {
        await show()
        say(
          canPressEnter
            ? 'The address works once, for a minute. Enter gives a fresh one; Ctrl+C stops Loopready.'
            : 'The address works once, for a minute. The same command again gives a fresh one.',
        )
        if (canPressEnter) endEnter = onEnter(() => void show())
      },
    })
    return end === 'other' ? await showRunning(shell) : end
  } finally {
    endEnter()
    stop.release()
  }
}

/** Asks the running host for a fresh address, as a second start does. */
function fromRunning({ dataDir }: BrowserShell): () => Promise<string> {
  return async () => (await findRunning(dataDir)) ?? ''
}

/** Shows the Loopready that runs already, and leaves it running. */
async function showRunning(shell: BrowserShell): Promise<number> {
  shell.say('Loopready is running already; this is a fresh address to it.')
  await showAddress(shell, fromRunning(shell))
  return 0
}

/** Prints one address, for whoever reads, and opens another, since each works only once. */
async function showAddress(
  { dataDir, open, display, machine, say }: BrowserShell,
  newAddress: () => Promise<string>,
): Promise<void> {
  const address = await newAddress()
  if (address === '') return say('Loopready does not answer at the moment.')
  say(`Loopready is at ${address}`)
  if (!open) return
  if (!display.isThere) return say('Open it in a browser on this computer.')
  const name = await openBrowser(newAddress, join(dataDir, 'browser'), machine)
  say(
    name === null
      ? 'No browser could be opened here. Open the address yourself.'
      : `Opened in ${name}.`,
  )
}
