import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openPdf, readPages } from '#engine/report/read-back.ts'
import { expect, test } from './app.ts'
import { faultsOf, overflowOf } from './looks.ts'

async function openReport(page: Page) {
  await page.evaluate(() => {
    location.hash = '/report'
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible()
}

async function saved(page: Page, button: string | RegExp) {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

async function textOf(bytes: Uint8Array) {
  const pages = await readPages(await openPdf(new Uint8Array(bytes)))
  return { pages: pages.length, text: pages.map(({ text }) => text).join(' ') }
}

test('a preset and the switches say what is in the report, are remembered, and can be kept', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await openReport(page)
  await expect(page.getByLabel('Preset')).toHaveValue('full')
  await page.getByLabel('Preset').selectOption({ label: 'One-page summary' })
  await expect(page.getByRole('checkbox', { name: 'Milestones' })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Readiness' })).toBeDisabled()
  const onePage = await textOf((await saved(page, 'Save PDF report')).bytes)
  expect(onePage.pages).toBe(1)
  expect(onePage.text).toContain('What is missing most')

  await page.getByRole('checkbox', { name: 'Milestones' }).check()
  await page.getByRole('button', { name: 'Save as preset…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('full report')
  await page.getByRole('button', { name: 'Save preset' }).click()
  await expect(page.getByText('There is a preset “Full report” already.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('For Tom')
  await page.getByRole('button', { name: 'Save preset' }).click()
  await expect(page.getByText('Saved the preset “For Tom”.').first()).toBeVisible()
  await page.reload()
  await openReport(page)
  await expect(page.getByLabel('Preset').locator('option:checked')).toHaveText('For Tom')
  await expect(page.getByRole('checkbox', { name: 'Milestones' })).toBeChecked()
  await page.getByRole('button', { name: 'Delete preset' }).click()
  await expect(page.getByRole('button', { name: 'Save as preset…' })).toBeVisible()
})

test('names are replaced in the file, and an alias that holds a name is refused beside its field', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await terminal('log', '2h', 'coding', '--note', 'Talked to Helen Brandt about graphs')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await openReport(page)
  await page.getByRole('checkbox', { name: 'Replace names by aliases' }).check()
  await page.getByRole('button', { name: 'Add a name' }).click()
  await page.getByRole('textbox', { name: 'Name 1', exact: true }).fill('Helen Brandt')
  await page.getByRole('textbox', { name: 'Alias of name 1' }).fill('not Helen Brandt')
  await page.getByRole('button', { name: 'Save names' }).click()
  await expect(page.getByText(/The alias .* holds the name “Helen Brandt”/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Alias of name 1' }).fill('a colleague')
  await page.getByRole('button', { name: 'Save names' }).click()
  await expect(page.getByText('Saved the names to replace.').first()).toBeVisible()
  const { text } = await textOf((await saved(page, 'Save PDF report')).bytes)
  expect(text).toContain('Talked to a colleague about graphs')
  expect(text).not.toContain('Brandt')

  await page.getByLabel('File').selectOption({ label: 'Markdown' })
  const markdown = await saved(page, 'Save report')
  expect(markdown.name).toBe('loopready-L6-2026-11-24.md')
  expect(markdown.bytes.toString('utf8')).toContain('Talked to a colleague about graphs')
})

for (const theme of ['light', 'dark'] as const)
  test(`the report screen with aliases has no accessibility fault, ${theme}, 900 px`, async ({
    page,
    start,
    terminal,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 900, height: 600 })
    await terminal('demo')
    await start()
    await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
    await openReport(page)
    await page.getByLabel('Preset').selectOption({ label: 'Mentor review' })
    await expect(page.getByRole('heading', { name: 'Aliases' })).toBeVisible()
    await page.getByRole('button', { name: 'Add a name' }).click()
    expect(await faultsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
  })
