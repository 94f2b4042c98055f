import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf, overflowOf } from './looks.ts'

async function open(page: Page, path: string, heading: string) {
  await page.evaluate((to) => {
    location.hash = to
  }, path)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Text of the playbook' })
const save = (page: Page) => page.getByRole('button', { name: 'Save playbook' })

test('a copy of a built-in playbook is made, edited as a form and as text, and undone', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await start()
  const file = join(dataDir, 'playbooks', 'Acme-M2.yaml')
  await open(page, '/profile/playbooks', 'Playbooks')
  await expect(page.getByText('None yet.')).toBeVisible()

  await page.getByRole('link', { name: 'Read L6' }).click()
  await expect(field(page)).not.toBeEditable()
  await page.getByRole('button', { name: 'Make your own copy' }).click()
  const dialog = page.getByRole('dialog', { name: 'New playbook' })
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme M2')
  await dialog.getByRole('textbox', { name: 'Short name' }).fill('l6')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await expect(dialog.getByText('There is a playbook “L6” already.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Short name' }).fill('Acme-M2')
  await dialog.getByRole('button', { name: 'Make it' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Acme M2' })).toBeVisible()
  await expect(page.getByText('No faults.')).toBeVisible()
  const formula = page.getByRole('region', { name: 'Formula' })
  const weight = formula.getByRole('textbox', { name: 'Weight' })
  await weight.first().fill('45')
  await expect(formula.getByText('105 % of 100 %')).toBeVisible()
  await expect(
    page.getByText(/\d+:\d+.*expected shares that add up to 100, found 105/),
  ).toBeVisible()
  await expect(save(page)).toBeDisabled()
  await weight.nth(1).fill('25')
  await expect(formula.getByText('100 % of 100 %')).toBeVisible()
  const plan = page.getByRole('region', { name: 'Preparation plan' })
  await plan.getByRole('textbox', { name: 'New category' }).fill('Leading teams')
  await plan.getByRole('textbox', { name: 'New category' }).press('Enter')
  await expect(plan.getByText('In the terminal: leading-teams')).toBeVisible()
  await page.getByRole('radio', { name: /^Changes/ }).check()
  const changes = page.getByRole('table', { name: 'Changes against L6' })
  await expect(
    changes.getByRole('row', { name: 'Formula, Leadership excellence: share 40 45' }),
  ).toBeVisible()
  await expect(changes.getByRole('row', { name: 'Plan not there Leading teams' })).toBeVisible()
  // Who goes on at once goes on from what was saved, however late the page hears of it.
  await page.route('**/call/playbooks.text', async (route) => {
    await setTimeout(1000)
    await route.continue()
  })
  await save(page).click()
  await expect(page.getByText('Acme M2 saved.')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('share: 45')

  await page.getByRole('radio', { name: 'Text' }).check()
  const text = await field(page).inputValue()
  expect(text).toContain('share: 45')
  await page.unroute('**/call/playbooks.text')
  await field(page).fill(text.replace('share: 45', 'share: lots'))
  await page.getByRole('button', { name: /expected a number from 0 to 100, found "lots"/ }).click()
  await expect(field(page)).toBeFocused()
  await expect(save(page)).toBeDisabled()
  // What is typed outlives the window.
  await page.reload()
  await open(page, '/profile/playbooks', 'Playbooks')
  await expect(page.getByText('Unsaved changes')).toBeVisible()
  await page.getByRole('link', { name: 'Edit Acme-M2' }).click()
  await expect(page.getByText('1 fault to mend')).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Formula' }).getByRole('textbox', { name: 'Weight' }).first(),
  ).toHaveValue('lots')
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByText('No faults.')).toBeVisible()

  await open(page, '/profile/playbooks', 'Playbooks')
  await page.getByRole('button', { name: 'Remove Acme-M2' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove playbook' }).click()
  await expect(page.getByText('None yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Edit Acme-M2' })).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('share: 45')
})

test('a file edited by hand shows at once, and never loses what is typed in the app', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  const l6 = (await terminal('playbook', 'export', 'L6')).replace('id: L6', 'id: EM')
  await start()
  await open(page, '/profile/playbooks', 'Playbooks')
  const folder = join(dataDir, 'playbooks')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'EM.yaml'), l6)
  await page.getByRole('link', { name: 'Edit EM' }).click()
  const name = page.getByRole('region', { name: 'About' }).getByRole('textbox', { name: 'Name' })
  await name.fill('Typed in the app')
  writeFileSync(join(folder, 'EM.yaml'), l6.replace('L6 engineering manager', 'By hand'))
  await expect(page.getByText('The file was changed elsewhere since you began.')).toBeVisible()
  await expect(name).toHaveValue('Typed in the app')
  await page.getByRole('button', { name: 'Save over it' }).click()
  await expect(page.getByText('Typed in the app saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(name).toHaveValue('By hand')
})

test('a text with anchors is not edited as a form until its values are written out', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  const l6 = (await terminal('playbook', 'export', 'L6')).replace('id: L6', 'id: EM')
  const folder = join(dataDir, 'playbooks')
  mkdirSync(folder, { recursive: true })
  const shared = l6
    .replace(/^name: .*$/m, 'name: &called By hand')
    .replace(/^summary: .*(\n {2}.*)*$/m, 'summary: *called')
  writeFileSync(join(folder, 'EM.yaml'), shared)
  await start()
  await open(page, '/profile/playbooks/EM', 'By hand')
  await expect(page.getByText('This text says some values once')).toBeVisible()
  await page.getByRole('button', { name: 'Go to the text' }).click()
  await expect(field(page)).toHaveValue(shared)
  await page.getByRole('radio', { name: 'Form' }).check()
  await page.getByRole('button', { name: 'Write the values out' }).click()
  const about = page.getByRole('region', { name: 'About' })
  await about.getByRole('textbox', { name: 'Name' }).fill('In the form')
  await expect(about.getByRole('textbox', { name: 'Summary' })).toHaveValue('By hand')
  expect(readFileSync(join(folder, 'EM.yaml'), 'utf8')).toBe(shared)
  await save(page).click()
  await expect(page.getByText('In the form saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('This text says some values once')).toBeVisible()
  expect(readFileSync(join(folder, 'EM.yaml'), 'utf8')).toBe(shared)
})

test('playbooks go out and in as files, with what is wrong in them', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await start()
  await open(page, '/profile/playbooks', 'Playbooks')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export L7' }).click()
  const path = await (await download).path()
  const text = readFileSync(path, 'utf8').replace('id: L7', 'id: Staff')
  const choose = async (name: string, content: string) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import' }).click()
    await (
      await chooser
    ).setFiles({
      name,
      mimeType: 'application/yaml',
      buffer: Buffer.from(content),
    })
  }
  await choose('bad.yaml', text.replace('share: 50', 'share: lots'))
  await expect(page.getByText('bad.yaml was not imported.')).toBeVisible()
  await expect(
    page.getByText(/^\d+:\d+: formula\.areas\[0\]\.share: expected a number/),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).first().click()
  await choose('good.yaml', text)
  await expect(page.getByRole('link', { name: 'Edit Staff' })).toBeVisible()
  await choose('again.yaml', text.replace('version: 1', 'version: 2'))
  await page.getByRole('button', { name: 'Replace Staff' }).click()
  await expect(page.getByText('imported.').first()).toBeVisible()
  expect(await terminal('playbook', 'export', 'Staff')).toContain('version: 2')
})

for (const theme of ['light', 'dark'] as const)
  test(`the pages of playbooks have no accessibility fault and fit 900 px, ${theme}`, async ({
    page,
    start,
    terminal,
    dataDir,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 900, height: 600 })
    await terminal('init', '--level', 'L6', '--start', '2026-09-01')
    mkdirSync(join(dataDir, 'playbooks'), { recursive: true })
    const l6 = await terminal('playbook', 'export', 'L6')
    writeFileSync(
      join(dataDir, 'playbooks', 'EM.yaml'),
      l6.replace('id: L6', 'id: EM\ntemplate: L6').replace('share: 40', 'share: 45'),
    )
    writeFileSync(
      join(dataDir, 'playbooks', 'M2.yaml'),
      l6.replace('id: L6', 'id: M2\ntemplate: L6').replace('min: 100', 'min: 120'),
    )
    await start()
    for (const [path, views] of [
      ['/profile/playbooks', []],
      ['/profile/playbooks/L6', []],
      ['/profile/playbooks/EM', ['Form', 'Text', 'Changes']],
      ['/profile/playbooks/M2', ['Form', 'Text', 'Changes (1)']],
    ] as const) {
      await page.evaluate((to) => {
        location.hash = to
      }, path)
      for (const view of views.length === 0 ? [null] : views) {
        if (view !== null) await page.getByRole('radio', { name: view }).check()
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
        expect([path, view, await faultsOf(page)]).toEqual([path, view, []])
        expect([path, view, await overflowOf(page)]).toEqual([path, view, 0])
      }
    }
  })
