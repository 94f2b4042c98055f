/**
 * Runs the built main process in plain Node with a stand-in for Electron, and drives it as a person does: profile,
 * session, report, quit. Prints what happened as JSON.
 *
 *     node tests/support/drive-desktop-bundle.ts <bundle folder> <data folder> <report file>
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type * as FakeElectron from './fake-electron-module.ts'

const [bundle = '', dataDir = '', reportPath = ''] = process.argv.slice(2)
process.argv.splice(2, Infinity, '--data-dir', dataDir)

const standIn = new URL('./fake-electron-module.ts', import.meta.url).href
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context),
})
const { fake } = (await import(standIn)) as typeof FakeElectron
await import(pathToFileURL(join(bundle, 'index.js')).href)

while (fake.record.windows.length === 0 && fake.record.errors.length === 0) await wait(20)

const page = fake.asPage()
const profile = await page.ask('call', 'profile.save', {
  name: 'Ada',
  level: 'L6',
  startDate: '2026-09-01',
  interviewDate: '2026-12-15',
  weeklyHours: 15,
})
const session = await page.ask('call', 'sessions.log', { category: 'coding', duration: '1h30' })
const status = await page.ask('call', 'plan.status', {})
fake.record.savePath = reportPath
const built = await page.ask('build-report', randomUUID(), {})
const report = await page.ask('save-report', Object(Object(built).value).handle)

const exited = once(fake.electron.app, 'exited')
fake.electron.app.quit()
await exited

const { errors, exitCode, schemes, switches, paths } = fake.record
console.log(
  JSON.stringify({
    profile,
    session,
    status,
    report,
    errors,
    exitCode,
    schemes,
    switches,
    userData: paths.get('userData'),
    url: fake.record.windows[0]?.url,
    preload: fake.record.windows[0]?.options.webPreferences?.preload,
  }),
)
// As Electron's exit does: ends the process whatever is still open, which the test would see as a hang otherwise.
process.exit(exitCode ?? 1)
