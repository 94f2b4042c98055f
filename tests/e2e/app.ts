import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, type Page } from '@playwright/test'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** The clock of a test, unless it says otherwise: a Tuesday morning. */
const morning = '2026-11-24T09:00:00Z'

function environmentAt(now: string | null) {
  const { LOOPREADY_NOW: _, ...inherited } = process.env
  return { ...inherited, TZ: 'UTC', ...(now === null ? {} : { LOOPREADY_NOW: now }) }
}

type Fixtures = Readonly<{
  dataDir: string
  /**
   * Starts the browser shell on the test's data folder and opens its address in the page; returns how to stop it.
   * `now` sets its clock, an instant; null lets real time pass.
   */
  start: (now?: string | null) => Promise<() => Promise<void>>
  /** Runs the terminal shell on the same folder and returns what it prints. */
  terminal: (...args: readonly string[]) => string
  /** The same in real time, for a host that was started so. */
  terminalInRealTime: (...args: readonly string[]) => string
  /** Addresses that the page asked for beyond the app itself. */
  requestsElsewhere: readonly string[]
}>

/** The whole app in Chromium: its real host, engine and file, started as `npm start` starts it. */
export const test = base.extend<Fixtures>({
  // Playwright asks for a pattern here, also where a fixture needs no other.
  // oxlint-disable-next-line no-empty-pattern
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'loopready-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  start: async ({ dataDir, page }, use) => {
    const running = new Set<ChildProcess>()
    await use(async (now = morning) => {
      const host = spawn(
        process.execPath,
        ['electron/start/start.ts', '--shell=browser', '--no-open', '--data-dir', dataDir],
        { cwd: projectRoot, env: environmentAt(now), stdio: ['ignore', 'pipe', 'inherit'] },
      )
      running.add(host)
      await page.goto(await addressOf(host))
      return async () => {
        running.delete(host)
        await stop(host)
      }
    })
    await Promise.all([...running].map(stop))
  },

  terminal: async ({ dataDir }, use) => {
    await use(terminalAt(dataDir, morning))
  },

  terminalInRealTime: async ({ dataDir }, use) => {
    await use(terminalAt(dataDir, null))
  },

  requestsElsewhere: async ({ page }, use) => {
    const elsewhere: string[] = []
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url())
      if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== '127.0.0.1')
        elsewhere.push(request.url())
    })
    await use(elsewhere)
  },
})

export { expect } from '@playwright/test'

function terminalAt(dataDir: string, now: string | null) {
  return (...args: readonly string[]) =>
    execFileSync(process.execPath, ['electron/cli/cli.ts', ...args, '--data-dir', dataDir], {
      cwd: projectRoot,
      env: environmentAt(now),
      encoding: 'utf8',
    })
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
