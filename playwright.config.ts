import { defineConfig } from '@playwright/test'
import { findChromium } from './tests/support/chromium.ts'

const { executablePath, env } = await findChromium()

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/artifacts',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A test waits for a good part of its time: two more than two cores have.
  workers: 4,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    // Traces make every test half as slow again: ask for them where one is to be understood.
    trace: process.env['LOOPREADY_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: {
      executablePath,
      env: { ...process.env, ...env },
      // The packaged Chromium is headless only and may run as root in a container, where its sandbox cannot.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--font-render-hinting=none',
        // The app needs no network, so the tests give it none: no name has an address.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ],
    },
  },
  projects: [
    { name: 'browser', testDir: 'tests/e2e' },
    { name: 'electron', testDir: 'tests/electron' },
  ],
})
