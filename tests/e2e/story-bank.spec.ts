import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finishFirstRun } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { faultsOf, overflowOf, sizesIn } from './looks.ts'
import { ada, field, goToStories, newStory, openStory, rows, saved } from './story-pages.ts'

test.beforeEach(async ({ page, start }) => {
  await start()
  await finishFirstRun(page, ada)
})

test('an empty bank says how to begin, and a case study lends its outline', async ({ page }) => {
  await goToStories(page)
  await expect(page.getByText('No story is written yet')).toBeVisible()
  const tab = page.getByRole('link', { name: 'All stories' })
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await page.getByRole('button', { name: 'New story' }).click()
  await page.getByRole('button', { name: /Laid out after the L6 case/ }).click()
  await expect(field(page, 'Situation')).toHaveValue(/^> Example, to write over:/)
  await expect(field(page, 'Growth')).toHaveValue(/^> To write:/)
  // The editor lies below the tab's page.
  await expect(tab).toHaveAttribute('aria-current', 'true')
})

test('figures stand in the ledger once, and contradictions are flagged where they show', async ({
  page,
}) => {
  await newStory(page, 'Numbers')
  await page.getByRole('button', { name: 'New figure' }).click()
  const form = page.getByRole('dialog', { name: 'New figure' })
  await form.getByLabel('Metric').fill('Revenue at stake')
  await form.getByLabel('After').fill('fifty')
  await form.getByRole('button', { name: 'Add figure' }).click()
  await expect(form.getByLabel('After')).toHaveAccessibleDescription(/not a number/)
  await form.getByLabel('After').fill('50M')
  await form.getByLabel('Unit').fill('USD')
  await form.getByLabel('Period').fill('a year')
  await form.getByRole('button', { name: 'Add figure' }).click()
  await expect(form).toBeHidden()
  const results = page.getByRole('list', { name: 'Results of the story' })
  await expect(results).toContainText('50,000,000 USD')
  await saved(page)

  await page.getByRole('link', { name: 'Figures' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Revenue at stake' })).toContainText(
    'Numbers',
  )
  await page.getByRole('button', { name: 'New figure' }).click()
  await form.getByLabel('Metric').fill('revenue at  stake')
  await form.getByLabel('After').fill('50000000')
  await form.getByLabel('Unit').fill('USD')
  await form.getByLabel('Period').fill('a quarter')
  await form.getByRole('button', { name: 'Add figure' }).click()
  await expect(form.getByRole('alert')).toContainText('different readings')
  await form.getByRole('button', { name: 'Leave it so' }).click()
  await expect(page.getByText('Contradiction', { exact: true })).toHaveCount(2)

  // What a story uses cannot go; what none uses goes and comes back.
  await page.getByRole('button', { name: 'Delete Revenue at stake', exact: true }).click()
  await expect(page.getByText(/Used by “Numbers”/)).toBeVisible()
  await page.getByRole('button', { name: 'Delete revenue at stake', exact: true }).click()
  await expect(page.getByText('Contradiction', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText('Contradiction', { exact: true })).toHaveCount(2)
  await goToStories(page)
  await openStory(page, 'Numbers')
  await expect(
    page.getByRole('main').getByText(/same achieved figure in different readings/),
  ).toBeVisible()
})

test('the bank is searched, filtered, ordered and worked by the keyboard', async ({ page }) => {
  for (const title of ['Alpha', 'Beta', 'Gamma']) await newStory(page, title)
  await field(page, 'Obstacles').fill('the database was sharded by hand')
  await page.getByLabel('Primary principle').selectOption({ label: 'Frugality' })
  await saved(page)
  await goToStories(page)
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('searchbox', { name: 'Search the stories' }).fill('shard')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).locator('mark')).toHaveText('sharded')
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('button', { name: 'FRUG: Frugality' }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Show all stories' }).click()
  await page.getByLabel('Order').selectOption({ label: 'Title' })
  await expect(rows(page).first()).toContainText('Alpha')

  await page.getByRole('searchbox', { name: 'Search the stories' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Alpha' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Beta' })).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(rows(page)).toHaveCount(2)
  await expect(page.getByRole('link', { name: 'Gamma' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('link', { name: 'Beta' }).press('Delete')
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Deleted stories' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Put back Beta' }).click()
  await expect(page.getByText('No story is in the trash')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('link', { name: 'Gamma' }).press('Enter')
  await expect(field(page, 'Title')).toHaveValue('Gamma')
})

test('stories go out as Markdown files and come in again without loss', async ({
  page,
  dataDir,
}) => {
  await newStory(page, 'Travels')
  await field(page, 'Action').fill('I packed.\n\n## Result\n\nnot a heading of mine')
  await saved(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a Markdown file' }).click(),
  ])
  const folder = join(dataDir, 'out')
  mkdirSync(folder)
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  expect(file).toMatch(/\.md$/)
  writeFileSync(join(folder, 'bad.md'), '---\ntitle: [\n---\n')
  writeFileSync(
    join(folder, 'other.md'),
    readFileSync(file, 'utf8').replace('I packed.', 'I packed twice.'),
  )
  await goToStories(page)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import', exact: true }).click(),
  ])
  await chooser.setFiles([join(folder, 'bad.md'), join(folder, 'other.md')])
  const dialog = page.getByRole('dialog', { name: 'Import stories' })
  await expect(dialog.getByRole('listitem').filter({ hasText: 'bad.md' })).toContainText(
    'Cannot be read',
  )
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Travels' })).toContainText(
    'New version',
  )
  await dialog.getByRole('button', { name: 'Import 1 story' }).click()
  await expect(dialog).toBeHidden()
  await openStory(page, 'Travels')
  await expect(field(page, 'Action')).toHaveValue(
    'I packed twice.\n\n## Result\n\nnot a heading of mine',
  )
})

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of sizesIn(theme, [
    [1280, 800],
    [900, 600],
  ] as const))
    test(`no page of the stories has an accessibility fault or is wider than the window, ${theme}, ${width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      const check = async (where: string) => {
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        expect([where, await faultsOf(page)]).toEqual([where, []])
        expect([where, await overflowOf(page)]).toEqual([where, 0])
      }
      await goToStories(page)
      await check('empty bank')
      await newStory(page, 'An editor with something in every card')
      await field(page, 'Situation').fill('**It** was slow.\n\n- one\n- two')
      await page.getByRole('button', { name: 'Add: How was it measured?' }).click()
      await page.getByLabel('Primary principle').selectOption({ label: 'Ownership' })
      await page.getByRole('button', { name: 'Dive Deep' }).click()
      await page.getByRole('combobox', { name: 'Tags' }).fill('latency')
      await page.keyboard.press('Enter')
      await saved(page)
      await check('editor')
      await page.getByRole('radio', { name: 'Preview' }).check({ force: true })
      await check('preview')
      await page.getByRole('button', { name: 'Versions' }).click()
      await expect(
        page.getByRole('dialog', { name: 'Versions' }).getByRole('radio').first(),
      ).toBeVisible()
      await check('versions')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Lengths and pace' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await check('settings')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'New figure' }).click()
      await page.getByRole('dialog').getByLabel('Metric').fill('Latency')
      await page.getByRole('dialog').getByRole('button', { name: 'Add figure' }).click()
      await expect(page.getByRole('dialog')).toBeHidden()
      await page.getByRole('link', { name: 'Figures' }).click()
      await expect(page.getByRole('rowheader', { name: 'Latency' })).toBeVisible()
      await check('figures')
      await page.getByRole('link', { name: 'All stories' }).click()
      await page.getByRole('button', { name: 'Filters' }).click()
      await check('bank')
    })
