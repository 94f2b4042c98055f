import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
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
  await expect(page.getByText('Page 1 of 1', { exact: true })).toBeVisible()
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

/** How many pages the preview shows, once it is not being updated. */
async function pagesShown(page: Page): Promise<number> {
  await expect(page.getByText('Updating…')).toBeHidden({ timeout: 60_000 })
  const line = await page.getByText(/^Page \d+ of \d+$/).textContent()
  return Number(line?.split(' ').at(-1))
}

/** The part of a page that is not white; of one that is not drawn, and so is clear, none. */
function inkOf(page: Page, name: string): Promise<number> {
  return page.getByRole('img', { name }).evaluate((canvas: HTMLCanvasElement) => {
    const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
    const pixels = image?.data ?? new Uint8ClampedArray()
    const dark = pixels.filter(
      (value, index) => index % 4 === 0 && value < 200 && pixels[index + 3] === 255,
    ).length
    return dark / (canvas.width * canvas.height)
  })
}

test('its pages show as they are saved, go by keys and sections, and follow the choices and the data', async ({
  page,
  start,
  terminal,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await terminal('demo')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await openReport(page)
  const pages = page.getByRole('region', { name: 'Pages of the report' })
  await expect(page.getByText(/^Page 1 of \d+$/)).toBeVisible()
  const all = await pagesShown(page)
  await expect.poll(() => inkOf(page, `Page 1 of ${all}`)).toBeGreaterThan(0.005)
  await expect(pages.getByText('Robin Vale').first()).toBeAttached()

  await pages.focus()
  await page.keyboard.press('PageDown')
  await expect(page.getByText(`Page 2 of ${all}`, { exact: true })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByText(`Page ${all} of ${all}`, { exact: true })).toBeVisible()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(page.getByText(`Page ${all - 2} of ${all}`, { exact: true })).toBeVisible()
  expect(await pages.getByRole('listitem').count()).toBeLessThan(7)
  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Next page' }).click()
  await page.getByRole('button', { name: 'Previous page' }).click()
  await expect(page.getByText(`Page 1 of ${all}`, { exact: true })).toBeVisible()
  const previous = page.getByRole('button', { name: 'Previous page' })
  await expect(previous).toBeDisabled()
  await expect(previous).toBeFocused()

  // Another section before it goes: the reader stays with what is read.
  const section = page.getByLabel('Go to section')
  await section.selectOption({ label: 'Milestones' })
  await expect(section.locator('option:checked')).toHaveText('Milestones')
  await page.getByRole('button', { name: 'Fit the whole page' }).click()
  await expect(section.locator('option:checked')).toHaveText('Milestones')
  // A choice stays on show, however late what is stored is read again.
  await page.route('**/call/report.settings', async (route) => {
    await setTimeout(1000)
    await route.continue()
  })
  const forecast = page.getByRole('checkbox', { name: 'Trend and forecast' })
  await forecast.uncheck()
  for (let looks = 0; looks < 15; looks += 1) {
    expect(await forecast.isChecked()).toBe(false)
    await setTimeout(100)
  }
  await page.unroute('**/call/report.settings')
  await expect.poll(() => pagesShown(page)).toBeLessThan(all)
  await expect(section.locator('option:checked')).toHaveText('Milestones')
  await expect(pages.getByRole('heading')).toHaveCount(0)

  await section.selectOption({ label: 'Practice log' })
  await terminal('log', '1h', 'coding', '--note', 'Seen in the preview')
  await expect(pages.getByText('Seen in the preview').first()).toBeAttached()
  // What is saved right after a choice holds that choice, although the preview has not caught up.
  const withScope = await pagesShown(page)
  await page.getByRole('checkbox', { name: 'Scope' }).uncheck()
  const atOnce = await textOf((await saved(page, 'Save PDF report')).bytes)
  expect(atOnce.pages).toBeLessThan(withScope)
  await expect.poll(() => pagesShown(page)).toBe(atOnce.pages)
  const shown = await pagesShown(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  expect((await textOf((await saved(page, 'Save PDF report')).bytes)).pages).toBe(shown)
  expect(asked).not.toContain('/report')
  await expect(page.getByRole('button', { name: 'Open in a new tab' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('pages on show stay whole when those of a newer report cannot be opened', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await openReport(page)
  await expect(page.getByText(/^Page 1 of \d+$/)).toBeVisible()
  const all = await pagesShown(page)
  let isBroken = true
  await page.route('**/report', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, ...(isBroken ? { body: 'no PDF' } : {}) })
  })
  await page.getByRole('checkbox', { name: 'Trend and forecast' }).uncheck()
  await expect(page.getByText('The pages could not be shown.')).toBeVisible()
  const pages = page.getByRole('region', { name: 'Pages of the report' })
  await pages.focus()
  await page.keyboard.press('End')
  await expect.poll(() => inkOf(page, `Page ${all} of ${all}`)).toBeGreaterThan(0.005)
  await page.getByRole('button', { name: 'Fit the whole page' }).click()
  await expect(page.getByText('This page could not be drawn.')).toBeHidden()

  isBroken = false
  await page.getByRole('checkbox', { name: 'Scope' }).uncheck()
  await expect(page.getByText('The pages could not be shown.')).toBeHidden()
  await expect.poll(() => pagesShown(page)).toBeLessThan(all)
  const fewer = await pagesShown(page)
  await expect.poll(() => inkOf(page, `Page ${fewer} of ${fewer}`)).toBeGreaterThan(0.005)
})

test('a long report says how far it is, can be canceled and built again, and is drawn only where it is looked at', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  const stories = join(dataDir, 'to import')
  mkdirSync(stories)
  const text = 'We moved the service to another region while its traffic doubled. '.repeat(20)
  for (let number = 1; number <= 200; number += 1)
    writeFileSync(
      join(stories, `${number}.md`),
      `# Story ${number}\n\n## Situation\n\n${text}\n\n## Action\n\n${text}\n`,
    )
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await terminal('story', 'import', stories)
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await openReport(page)
  await expect(page.getByRole('progressbar', { name: 'Building the preview' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel preview' }).click()
  await expect(page.getByText('No preview', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Preview of the report' })).toBeFocused()
  await page.getByRole('button', { name: 'Build the preview' }).click()
  await expect(page.getByText(/^Page 1 of \d{3}$/)).toBeVisible({ timeout: 60_000 })
  const all = await pagesShown(page)
  const pages = page.getByRole('region', { name: 'Pages of the report' })
  await pages.focus()
  await page.keyboard.press('End')
  await expect.poll(() => inkOf(page, `Page ${all} of ${all}`)).toBeGreaterThan(0.005)
  expect(await pages.getByRole('listitem').count()).toBeLessThan(5)

  // What is on show stays while the next one is built, and after that is canceled.
  await page.getByRole('checkbox', { name: 'With the findings of the level check' }).check()
  await page.getByRole('button', { name: 'Cancel preview' }).click()
  await expect(page.getByText(/as they were before the last change/)).toBeVisible()
  await expect(page.getByText(`Page ${all} of ${all}`, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Update the preview' }).click()
  await expect(page.getByText(/as they were before the last change/)).toBeHidden()
  await expect.poll(() => pagesShown(page), { timeout: 60_000 }).not.toBe(all)

  // A save waits for the build that the preview needs too, and is canceled alone.
  await page.getByRole('checkbox', { name: 'With the findings of the level check' }).uncheck()
  await page.getByRole('button', { name: 'Save PDF report' }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save PDF report' })).toBeFocused()
  await expect.poll(() => pagesShown(page), { timeout: 60_000 }).toBe(all)
  await expect(page.getByText(/as they were before the last change/)).toBeHidden()
})

test('a name that is also a word of the report is told, and one that is left in the file leads to the names', async ({
  page,
  start,
  terminal,
}) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await openReport(page)
  await page.getByRole('checkbox', { name: 'Replace names by aliases' }).check()
  await page.getByRole('button', { name: 'Add a name' }).click()
  await page.getByRole('textbox', { name: 'Name 1', exact: true }).fill('Loopready')
  await page.getByRole('textbox', { name: 'Alias of name 1' }).fill('the app')
  await expect(page.getByText('They count once they are saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Save names' }).click()
  await page.getByRole('radio', { name: 'Preview' }).check({ force: true })
  await expect(page.getByText(/“Loopready” is also a word of the report itself/)).toBeVisible()
  await expect(page.getByText(/^Page 1 of \d+$/)).toBeVisible()

  // What only a fault of ours can leave.
  const message = 'The name “Acme” still stands in the report, on page 2. Nothing was saved.'
  await page.route('**/report', (route) =>
    route.fulfill({ json: { ok: false, error: { code: 'conflict', message } } }),
  )
  await page.getByRole('radio', { name: 'Choices' }).check({ force: true })
  await page.getByRole('checkbox', { name: /^Cover and contents/ }).uncheck()
  await page.getByRole('radio', { name: 'Preview' }).check({ force: true })
  await expect(page.getByText(message)).toBeVisible()
  await page.getByRole('button', { name: 'Go to the names' }).click()
  await expect(page.getByRole('heading', { name: 'Aliases' })).toBeVisible()
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
    await page.getByRole('radio', { name: 'Preview' }).check({ force: true })
    await expect(page.getByText(/^Page 1 of \d+$/)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
  })
