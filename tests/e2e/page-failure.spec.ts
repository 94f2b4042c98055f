import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { finishFirstRun, goTo } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './looks.ts'
import { ada } from './story-pages.ts'

test('a screen that fails leaves the rest alone, keeps what was typed, leaves a report, and shows what may be copied of it', async ({
  page,
  start,
  dataDir,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await start()
  await finishFirstRun(page, { ...ada, name: 'Secretname' })
  await page.getByRole('main').getByLabel(/^Note/).fill('half a thought')
  // What no engine answers: the screen cannot draw it.
  await page.route('**/call/stories.list', (route) =>
    route.fulfill({ json: { ok: true, value: { stories: 'Secretname' } } }),
  )
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: 'Stories' })
    .click()
  const failure = page.getByRole('main').getByRole('alert')
  await expect(failure).toContainText('This part of the window failed.')
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()

  await failure.getByRole('button', { name: 'Copy diagnostics…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy diagnostics' })
  const shown = (await dialog.locator('pre').textContent()) ?? ''
  expect(shown).toMatch(
    /^A part of the page failed: \w+ on \/stories\n {2}\S+ ?\(?[\w.-]+\.js:\d+:\d+/,
  )
  expect(shown).toContain('Data file: whole')
  expect(shown).not.toContain('Secretname')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(dialog.getByText('Copied.', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown)
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  const crashes = join(dataDir, 'crashes')
  const [report = ''] = readdirSync(crashes)
  const left = readFileSync(join(crashes, report), 'utf8')
  expect(left).toMatch(/^Part: page\nKind: \w+\nScreen: \/stories\n[\s\S]*Where:\n {2}\S+/m)
  expect(left).not.toContain('Secretname')

  await failure.getByRole('button', { name: 'Go to Today' }).click()
  await expect(page.getByRole('main').getByLabel(/^Note/)).toHaveValue('half a thought')
  await goTo(page, 'Plan')
})
