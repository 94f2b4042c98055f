import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test as base, type Page } from '@playwright/test'
import { terminalProcess, type TerminalProcess } from '../support/terminal-process.ts'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const noNetwork = new URL('../support/no-network.mjs', import.meta.url).href

/** The clock of a test, unless it says otherwise: a Tuesday morning. */
const morning = '2026-11-24T09:00:00Z'

function environmentAt(now: string | null) {
  const { LOOPREADY_NOW: _, ...inherited } = process.env
  return {
    ...inherited,
    TZ: 'UTC',
    // Also where the app is not in the page, a network that refuses everything.
    NODE_OPTIONS: `--import=${noNetwork}`,
    ...(now === null ? {} : { LOOPREADY_NOW: now }),
  }
}

export type Terminal = (...args: readonly string[]) => Promise<string>

type Fixtures = Readonly<{
  dataDir: string
  /**
   * Starts the browser shell on the test's data folder and opens its address in the page; returns how to stop it.
   * `now` sets its clock, an instant; null lets real time pass.
   */
  start: (now?: string | null) => Promise<() => Promise<void>>
  /** Runs the terminal shell on the same folder and returns what it prints. */
  terminal: Terminal
  /** The same in real time, for a host that was started so. */
  terminalInRealTime: Terminal
  /** Where the app itself is: what is asked for beyond it fails the test, in every test. */
  ownOrigins: Set<string>
}>

/** The whole app in Chromium: its real host, engine and file, started as `npm start` starts it. */
export const test = base.extend<Fixtures, Readonly<{ terminals: TerminalProcess }>>({
  terminals: [
    // Playwright asks for a pattern here, also where a fixture needs no other.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const terminals = terminalProcess({ cwd: projectRoot, env: environmentAt(null) })
      await use(terminals)
      await terminals.stop()
    },
    { scope: 'worker' },
  ],

  // oxlint-disable-next-line no-empty-pattern -- as above
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'loopready-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  start: async ({ dataDir, page, ownOrigins }, use) => {
    const running = new Set<ChildProcess>()
    await use(async (now = morning) => {
      const host = spawn(
        process.execPath,
        ['electron/start/start.ts', '--shell=browser', '--no-open', '--data-dir', dataDir],
        { cwd: projectRoot, env: environmentAt(now), stdio: ['ignore', 'pipe', 'inherit'] },
      )
      running.add(host)
      const address = await addressOf(host)
      ownOrigins.add(new URL(address).origin)
      // A file dialog is only answered for us once somebody listens: from before the first key is pressed.
      page.on('filechooser', () => {})
      await page.goto(address)
      return async () => {
        running.delete(host)
        await stop(host)
      }
    })
    await Promise.all([...running].map(stop))
  },

  terminal: async ({ dataDir, terminals }, use) => {
    await use((...args) => terminals.run({ args: [...args, '--data-dir', dataDir], now: morning }))
  },

  terminalInRealTime: async ({ dataDir, terminals }, use) => {
    await use((...args) => terminals.run({ args: [...args, '--data-dir', dataDir], now: null }))
  },

  ownOrigins: [
    async ({ context }, use) => {
      const ours = new Set<string>()
      const asked: string[] = []
      // Of every page and thread of it; what the browser refuses by itself counts as well.
      context.on('request', (request) => asked.push(request.url()))
      context.on('page', (page) =>
        page.on('websocket', (socket) => {
          asked.push(socket.url())
        }),
      )
      await use(ours)
      expect(asked.filter((address) => !isOwn(address, ours))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'

/** Whether an address is of the app, or holds its content itself. */
function isOwn(address: string, ours: ReadonlySet<string>): boolean {
  const { protocol, origin } = new URL(address)
  return protocol === 'data:' || ours.has(origin)
}

async function addressOf(host: ChildProcess): Promise<string> {
  let printed = ''
  for await (const chunk of host.stdout ?? []) {
    printed += String(chunk)
    const address = /http:\/\/\S+\/open\/\S+/.exec(printed)
    if (address) return address[0]
  }
  throw new Error(`the browser shell printed no address:\n${printed}`)
}

async function stop(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null) return
  const exit = once(host, 'exit')
  host.kill('SIGTERM')
  await exit
}

/** Presses Tab until something whose accessible name fits has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return ''
      return element.getAttribute('aria-label') ?? element.textContent ?? ''
    })
    if (name.test(focused.trim())) return
    seen.push(focused.trim())
  }
  throw new Error(`Tab never reached ${String(name)}, only: ${seen.join(' | ')}`)
}
