import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  expectScreen,
  finishFirstRun,
  goTo,
  logSession,
  planRow,
  saveReport,
} from '../scenarios/main-job.ts'
import {
  answerSaveDialog,
  chooseMenuItem,
  expect,
  needsElectron,
  projectRoot,
  test,
} from './app.ts'

needsElectron()

const ada = {
  level: 'L6',
  startDate: '2026-09-01',
  interviewDate: '2026-12-15',
  weeklyHours: '15',
  name: 'Ada',
} as const
const coding = {
  category: 'Coding practice',
  duration: '1h30',
  date: '2026-11-20',
  time: '09:00',
} as const

test('first run, log, allocation, report, and all of it there after a restart', async ({
  start,
  dataDir,
}) => {
  const first = await start()
  await finishFirstRun(first.page, ada)
  await logSession(first.page, coding)
  await goTo(first.page, 'Plan')
  await expect(planRow(first.page, coding.category)).toContainText('1.5 h')

  await goTo(first.page, 'Report')
  // Drawn by a thread of the page's own origin, under its policy.
  await expect(first.page.getByText(/^Page 1 of \d+$/)).toBeVisible()
  const path = join(dataDir, 'ada.pdf')
  await answerSaveDialog(first.app, path)
  expect(await saveReport(first.page)).toBe('ada.pdf')
  expect(readFileSync(path, 'latin1').slice(0, 5)).toBe('%PDF-')
  await first.app.evaluate(({ shell }) => {
    shell.openPath = (opened) => {
      Object.assign(globalThis, { opened })
      return Promise.resolve('')
    }
  })
  await first.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect
    .poll(() => first.app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown))
    .toBe(path)
  await first.app.close()

  const second = await start()
  await goTo(second.page, 'Plan')
  await expect(planRow(second.page, coding.category)).toContainText('1.5 h')
})

test('the native menu goes to screens, undoes, and shows the last report in its folder', async ({
  start,
  dataDir,
}) => {
  const { app, page } = await start()
  await finishFirstRun(page, ada)
  await logSession(page, coding)
  await chooseMenuItem(app, 'go.plan')
  await expectScreen(page, 'Plan')
  await expect(planRow(page, coding.category)).toContainText('1.5 h')
  await chooseMenuItem(app, 'history.undo')
  await expect(planRow(page, coding.category)).toContainText('No data')
  await chooseMenuItem(app, 'history.redo')
  await expect(planRow(page, coding.category)).toContainText('1.5 h')

  const path = join(dataDir, 'menu.pdf')
  await answerSaveDialog(app, path)
  await chooseMenuItem(app, 'report.save')
  await expect.poll(() => existsSync(path) && statSync(path).size).toBeGreaterThan(1000)
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (shown) => Object.assign(globalThis, { shown })
  })
  await chooseMenuItem(app, 'report.show')
  expect(await app.evaluate(() => Reflect.get(globalThis, 'shown') as unknown)).toBe(path)
})

test('a file is imported from the menu, undone, and all data exported into another', async ({
  start,
  dataDir,
}) => {
  const { app, page } = await start()
  await finishFirstRun(page, ada)
  const table = join(dataDir, 'times.csv')
  writeFileSync(table, 'date,minutes,category\n2026-09-21,90,coding\n2026-09-22,never,coding\n')
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, table)
  await chooseMenuItem(app, 'data.import')
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog.getByRole('heading', { name: 'What the columns are' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('button', { name: 'Import 1 session' }).click()
  await expect(dialog.getByLabel('Rows that were rejected')).toHaveValue(/line 3: “never”/)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await goTo(page, 'Plan')
  await expect(planRow(page, coding.category)).toContainText('1.5 h')

  const exported = join(dataDir, 'all.json')
  await answerSaveDialog(app, exported)
  await chooseMenuItem(app, 'data.export')
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByText('Saved as all.json')).toBeVisible()
  expect(readFileSync(exported, 'utf8')).toContain('"durationS":5400')
  await page.keyboard.press('ControlOrMeta+z')
  await goTo(page, 'Plan')
  await expect(planRow(page, coding.category)).toContainText('No data')
})

test('undo in a field undoes the typing and leaves the data alone', async ({ start }) => {
  const { page } = await start()
  await finishFirstRun(page, ada)
  await logSession(page, coding)
  await page.getByRole('button', { name: 'New session' }).click()
  const duration = page.getByRole('dialog').getByLabel('Duration', { exact: true })
  await duration.pressSequentially('45m')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(duration).not.toHaveValue('45m')
  await page.keyboard.press('Escape')
  await goTo(page, 'Plan')
  await expect(planRow(page, coding.category)).toContainText('1.5 h')
})

test('a session logged in the terminal shows without a restart', async ({ start, dataDir }) => {
  const { page } = await start()
  await finishFirstRun(page, ada)
  await goTo(page, 'Plan')
  await expect(planRow(page, coding.category)).toContainText('No data')
  const cli = join(projectRoot, 'electron', 'cli', 'cli.ts')
  execFileSync(process.execPath, [cli, 'log', '90m', 'coding', '--data-dir', dataDir], {
    env: { ...process.env, LOOPREADY_NOW: '2026-11-24T09:00:00Z', TZ: 'UTC' },
  })
  await expect(planRow(page, coding.category)).toContainText('1.5 h')
})

test('the page has no Node, no network, no windows and the settings it is meant to have', async ({
  start,
}) => {
  const { app, page } = await start()
  expect(page.url()).toMatch(/^app:\/\/loopready\//)
  const reach = await page.evaluate(async () => {
    // Runs in the page, whose globals the types of this file do not know.
    const global = <T>(name: string) => Reflect.get(globalThis, name) as T
    const reached = (url: string) =>
      fetch(url).then(
        () => 'reached',
        () => 'refused',
      )
    type Permissions = { query: (asked: { name: string }) => Promise<{ state: string }> }
    const { permissions } = global<{ permissions: Permissions }>('navigator')
    return {
      node: [typeof global('process'), typeof global('require')],
      bridge: Object.keys(global<object>('loopready')).length,
      opened: global<(url: string) => unknown>('open')('https://example.com'),
      network: await reached('https://example.com'),
      file: await reached('file:///etc/hosts'),
      permission: (await permissions.query({ name: 'geolocation' })).state,
    }
  })
  expect(reach).toEqual({
    node: ['undefined', 'undefined'],
    bridge: 16,
    opened: null,
    network: 'refused',
    file: 'refused',
    permission: 'denied',
  })
  const settings = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in Electron's types, but the only way to see what a page really runs with.
    const read = Reflect.get(contents ?? {}, 'getLastWebPreferences') as () => object
    return read.call(contents)
  })
  expect(settings).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
  })
})

test('the window opens where it was left', async ({ start }) => {
  const first = await start()
  const bounds = { x: 40, y: 60, width: 1010, height: 720 }
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted)
  }, bounds)
  await first.app.close()
  const second = await start()
  const size = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getSize(),
  )
  // Window managers may place it as they like; the size is the app's own.
  expect(size).toEqual([bounds.width, bounds.height])
})

test('a second start on the same data folder brings the first window to the front', async ({
  start,
}) => {
  const { app } = await start()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  // The second one ends at once, so it never has a window.
  await expect(start()).rejects.toThrow()
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
    )
    .toBe(false)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
