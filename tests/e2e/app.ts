import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, type Page } from '@playwright/test'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** The clock of every test: a Tuesday morning. */
const environment = { ...process.env, LOOPREADY_NOW: '2026-11-24T09:00:00Z', TZ: 'UTC' }

type Fixtures = Readonly<{
  dataDir: string
  /** Starts the browser shell on the test's data folder and opens its address in the page; returns how to stop it. */
  start: () => Promise<() => Promise<void>>
  /** Runs the terminal shell on the same folder and returns what it prints. */
  terminal: (...args: readonly string[]) => string
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
    await use(async () => {
      const host = spawn(
        process.execPath,
        ['electron/start/start.ts', '--shell=browser', '--no-open', '--data-dir', dataDir],
        { cwd: projectRoot, env: environment, stdio: ['ignore', 'pipe', 'inherit'] },
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
    await use((...args) =>
      execFileSync(process.execPath, ['electron/cli/cli.ts', ...args, '--data-dir', dataDir], {
        cwd: projectRoot,
        env: environment,
        encoding: 'utf8',
      }),
    )
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
