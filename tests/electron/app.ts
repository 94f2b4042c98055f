import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../../electron/start/electron-binary.ts'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

const binary = findElectron(join(projectRoot, 'node_modules', 'electron'), process.env)
const MISSING =
  'the Electron binary is not on this machine (npx install-electron fetches it), so the desktop app was not started.'

/** The app as a test drives it. */
type RunningApp = Readonly<{ app: ElectronApplication; page: Page }>

type Fixtures = Readonly<{
  dataDir: string
  /** Starts the built app on the test's data folder; it is closed when the test ends. */
  start: (env?: Record<string, string>) => Promise<RunningApp>
}>

/**
 * Tests of the real desktop app. Where Electron's binary is missing they count as skipped and say so aloud; where
 * `LOOPREADY_REQUIRE_ELECTRON` is set, as on the build machines, that is a failure instead.
 */
export const test = base.extend<Fixtures>({
  // Playwright asks for a pattern here, also where a fixture needs no other.
  // oxlint-disable-next-line no-empty-pattern
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'loopready-desktop-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ dataDir }, use) => {
    const running: ElectronApplication[] = []
    await use(async (env = {}) => {
      if (binary === null) throw new Error(MISSING)
      const app = await _electron.launch({
        executablePath: binary,
        args: [projectRoot, '--data-dir', dataDir],
        env: { ...cleanEnv(), LOOPREADY_NOW: '2026-11-24T09:00:00Z', TZ: 'UTC', ...env },
      })
      running.push(app)
      return { app, page: await app.firstWindow() }
    })
    for (const app of running) await app.close().catch(() => undefined)
  },
})

export { expect } from '@playwright/test'

/** Skips the tests of a file where they cannot run. To be called at its top. */
export function needsElectron(): void {
  if (binary !== null) return
  if (process.env['LOOPREADY_REQUIRE_ELECTRON'] === '1') throw new Error(MISSING)
  console.log(`SKIPPED: ${MISSING}`)
  test.skip(true, MISSING)
}

function cleanEnv(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const env = Object.fromEntries(entries)
  // Set by development servers and by tools that run inside Electron; either would start something else.
  delete env['ELECTRON_RENDERER_URL']
  delete env['ELECTRON_RUN_AS_NODE']
  return env
}

/** Makes the save dialog answer with a path, as a person would; an empty path cancels it. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath })
  }, path)
}

/** Chooses an item of the real application menu. */
export async function chooseMenuItem(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, item) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(item)
    if (!found) throw new Error(`no menu item has the id ${item}`)
    found.click({}, BrowserWindow.getAllWindows()[0])
  }, id)
}
