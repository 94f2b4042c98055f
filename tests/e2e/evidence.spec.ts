import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, tabTo } from './app.ts'
import { faultsOf, overflowOf, sizesIn } from './looks.ts'

async function open(page: Page, path: string, heading: string) {
  await page.evaluate((to) => {
    location.hash = to
  }, path)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

const item = (page: Page, id: string) => page.locator(`[data-item="${id}"]`)
const monitoring = 'I put monitoring and sound operations in place where they were missing.'

test('the checklist is worked with the keyboard alone, and every step can be undone', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await page.keyboard.press('6')
  await expect(page.getByRole('heading', { level: 1, name: 'Checklist' })).toBeVisible()
  await tabTo(page, /I am the expert whom others ask/)
  // The digits of the list are its own: elsewhere 2 leads to the log.
  await page.keyboard.press('2')
  await expect(page.getByText('0 of 32 items with evidence')).toBeVisible()
  await expect(item(page, 'expert-areas')).toContainText('no evidence')
  await page.keyboard.press('ArrowDown')
  await expect(item(page, 'debug-the-stack')).toBeFocused()
  await page.keyboard.press('1')
  await expect(item(page, 'debug-the-stack')).toContainText('Partial')
  await page.keyboard.press('End')
  await expect(item(page, 'customer-impact')).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('0')
  await expect(item(page, 'debug-the-stack')).not.toContainText('Partial')

  await page.keyboard.press('Enter')
  const details = page.getByRole('dialog')
  await expect(details).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
  await expect(item(page, 'debug-the-stack')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(item(page, 'debug-the-stack')).toContainText('Partial')
})

test('evidence, notes and the history of an item, with what is typed kept', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await terminal(
    'log',
    '90m',
    'coding',
    '--date',
    '2026-11-20',
    '--time',
    '10:00',
    '--note',
    'Alerts',
  )
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await open(page, '/evidence', 'Checklist')
  await item(page, 'monitoring').click()
  const details = page.getByRole('dialog', { name: monitoring })
  await details.getByRole('radio', { name: 'Shown', exact: true }).click()
  await expect(details.getByText('Worth 40.0 % of an item.')).toBeVisible()

  await details.getByRole('radio', { name: 'Link', exact: true }).check()
  await details.getByLabel('Web address').fill('the review')
  await details.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(details.getByText('Write a whole web address')).toBeVisible()
  await page.keyboard.press('Escape')
  await item(page, 'monitoring').click()
  await expect(details.getByLabel('Web address')).toHaveValue('the review')
  await details.getByLabel('Web address').fill('https://example.org/review')
  await page.keyboard.press('Enter')
  const evidence = details.getByRole('list', { name: 'Evidence' })
  await expect(evidence).toContainText('https://example.org/review')
  await expect(details.getByText('Worth 80.0 % of an item.')).toBeVisible()

  await details.getByRole('radio', { name: 'Session', exact: true }).check()
  await details.getByLabel('Study session').selectOption({ index: 1 })
  await details.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(evidence).toContainText('20 Nov 2026, 1h30 of Coding practice: Alerts')

  await details.getByRole('textbox', { name: 'New note' }).fill('Ask Mira for the figures.')
  await details.getByRole('button', { name: 'Add note' }).click()
  const notes = details.getByRole('list', { name: 'Notes, the newest first' })
  await expect(notes).toContainText('Ask Mira for the figures.')
  await expect(notes).toContainText('24 Nov 2026')
  await details.getByRole('button', { name: 'Edit the note of 24 Nov 2026' }).click()
  await details.getByRole('textbox', { name: 'Change the note' }).fill('Asked Mira.')
  await details.getByRole('button', { name: 'Save note' }).click()
  await expect(notes).toContainText('Asked Mira.')

  await details.getByRole('radio', { name: 'Partial', exact: true }).click()
  const history = details.getByRole('list', { name: /Changes of the state/ })
  await expect(history.getByRole('listitem')).toHaveCount(2)
  await expect(history.getByRole('listitem').first()).toContainText('Partial')
})

test('"shown with a story" asks for one, and the story knows of it', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await page.evaluate(async () => {
    await fetch('/call/stories.create', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content: { title: 'The pager that never slept' } }),
    })
  })
  await open(page, '/evidence', 'Checklist')
  await item(page, 'monitoring').focus()
  await page.keyboard.press('3')
  const details = page.getByRole('dialog', { name: monitoring })
  await expect(details.getByText('No story is linked to this item yet.')).toBeVisible()
  await details
    .getByLabel('Story of the bank')
    .selectOption({ label: 'The pager that never slept (draft)' })
  await details.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(details.getByRole('radio', { name: 'Shown with a story' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(item(page, 'monitoring')).toContainText('Shown with a story')
  expect(await terminal('stories', '--json')).toContain('The pager that never slept')
  expect(await terminal('check', 'monitoring', '--json')).toContain('"state": "shown-with-story"')
  await page.getByLabel('Show', { exact: true }).selectOption('no-story')
  await expect(item(page, 'monitoring')).toBeHidden()
  await page.getByLabel('Show', { exact: true }).selectOption('unproved')
  await expect(page.getByText('No item has this gap')).toBeVisible()
  await page.getByRole('button', { name: 'Show all items' }).click()
  await expect(item(page, 'monitoring')).toBeVisible()
})

test('an own item is added, reworded, removed and put back', async ({ page, start, terminal }) => {
  await terminal('init', '--level', 'L7', '--start', '2026-09-01')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await open(page, '/evidence', 'Checklist')
  await page.getByRole('button', { name: 'Add an item of your own to Transformation' }).click()
  await page.getByRole('textbox', { name: 'Item of your own' }).fill('I closed two data centres.')
  await page.keyboard.press('Enter')
  const own = page.getByRole('button', { name: /I closed two data centres/ }).first()
  await own.click()
  const details = page.getByRole('dialog')
  await details.getByLabel('Wording').fill('I closed three data centres.')
  await details.getByRole('button', { name: 'Reword' }).click()
  await expect(page.getByRole('dialog', { name: 'I closed three data centres.' })).toBeVisible()
  await details.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(details).toBeHidden()
  await page.getByText('Removed items of your own (1)').click()
  await page.getByRole('button', { name: 'Put back I closed three data centres.' }).click()
  await expect(page.getByText('Transformation').first()).toBeVisible()
  await expect(page.locator('.checklist-own')).toHaveCount(1)
})

test('metrics are entered, judged strictly, refused when impossible, and drawn over time', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await open(page, '/evidence/metrics', 'Success metrics')
  const row = page.getByRole('listitem').filter({ hasText: 'Availability of the systems I own' })
  await row.getByRole('button', { name: /^Add value/ }).click()
  const details = page.getByRole('dialog', { name: 'Availability of the systems I own' })
  const value = details.getByRole('textbox', { name: 'Value' })
  await value.fill('120')
  await page.keyboard.press('Enter')
  await expect(details.getByText('the range is 0 % to 100 %')).toBeVisible()
  await expect(value).toHaveValue('120')
  await value.fill('250 ms')
  await page.keyboard.press('Enter')
  await expect(details.getByText('in percent, not in “ms”')).toBeVisible()
  await value.fill('99.9')
  await details.getByLabel('Date').fill('2026-09-30')
  await page.keyboard.press('Enter')
  await expect(details.getByRole('table')).toContainText('30 Sep 2026')
  await value.fill('99.95 %')
  await details.getByLabel('Source').fill('Grafana')
  await details.getByRole('button', { name: 'Add value' }).click()
  await expect(details.getByRole('table')).toContainText('Grafana')
  await page.keyboard.press('Escape')
  await expect(row).toContainText('99.95 %')
  await expect(row).toContainText('Met')
  await expect(
    row.getByRole('figure', {
      name: '2 values, from 99.9 % on 30 Sep 2026 to 99.95 % on 24 Nov 2026',
    }),
  ).toBeVisible()
  await page.locator('body').press('Control+z')
  await expect(row).toContainText('Close')

  const rated = page.getByRole('listitem').filter({ hasText: 'Other teams took up practices' })
  await rated.getByRole('button', { name: /^Rate/ }).click()
  const rating = page.getByRole('dialog')
  await rating.getByLabel('Self-rating').fill('5')
  await page.keyboard.press('Enter')
  await expect(rating.getByText('Close', { exact: true })).toBeVisible()
  await rating.getByRole('radio', { name: 'In words' }).check()
  await rating.getByLabel('What proves it').fill('Two teams use our review')
  await page.keyboard.press('Enter')
  await expect(rating.getByText('Met', { exact: true })).toBeVisible()
})

test('the own scope is placed among the levels, and the formula shows its weights', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await open(page, '/evidence/scope', 'Scope')
  const engineers = page.getByRole('textbox', { name: 'Engineers in your scope' })
  await engineers.fill('many')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Write a number, such as 10.')).toBeVisible()
  await expect(engineers).toHaveValue('many')
  await engineers.fill('42')
  await page.keyboard.press('Enter')
  await expect(page.getByText('between L6 and L7').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Budget you decide on' }).fill('$2M')
  await page.keyboard.press('Tab')
  await expect(page.getByText('fits L6 and L7').first()).toBeVisible()
  await page.getByRole('radio', { name: /^Platform L7/ }).click()
  await expect(page.getByText('fits L7', { exact: true }).first()).toBeVisible()
  const fits = page.getByRole('table', { name: 'Dimensions of the scope that fit each level' })
  await expect(fits.getByRole('row', { name: /Budget authority/ })).toContainText('fits')
  await expect(
    page.getByRole('figure', { name: /Engineers in your scope: .*Yours is 42, between L6 and L7/ }),
  ).toBeVisible()
  await page.getByText('The same as a table').click()
  await expect(
    page.getByRole('table', { name: 'Your scope beside the ranges of the levels' }),
  ).toContainText('between L6 and L7')

  await open(page, '/evidence/formula', 'Formula')
  await expect(
    page.getByRole('list', { name: 'Weights of the formula 40-30-20-10' }).getByRole('listitem'),
  ).toHaveText([/40 %/, /30 %/, /20 %/, /10 %/])
})

test('a playbook of one’s own that leaves these parts out says so', async ({
  page,
  dataDir,
  start,
  terminal,
}) => {
  const docs = readFileSync(new URL('../../docs/PLAYBOOKS.md', import.meta.url), 'utf8')
  const [, example = ''] = /```yaml\n(schemaVersion[\s\S]*?)```/.exec(docs) ?? []
  mkdirSync(join(dataDir, 'playbooks'))
  writeFileSync(join(dataDir, 'playbooks', 'EM.yaml'), example)
  await terminal('init', '--level', 'EM', '--start', '2026-09-01')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await open(page, '/evidence', 'Checklist')
  await expect(page.getByText('Engineering manager has no checklist')).toBeVisible()
  await open(page, '/evidence/metrics', 'Success metrics')
  await expect(page.getByText('Engineering manager has no success indicators')).toBeVisible()
  await open(page, '/evidence/scope', 'Scope')
  await expect(page.getByText('EM has no scope')).toBeVisible()
  await open(page, '/evidence/formula', 'Formula')
  await expect(page.getByText('does not say what supports this area').first()).toBeVisible()
})

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of sizesIn(theme, [
    [1280, 800],
    [900, 600],
  ] as const))
    test(`no page of the evidence has an accessibility fault or is wider than the window, ${theme}, ${width} px`, async ({
      page,
      start,
      terminal,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      await terminal('demo')
      await terminal(
        'check',
        'monitoring',
        '--state',
        'shown',
        '--confidence',
        '3',
        '--note',
        'Ask',
      )
      await terminal('check', 'hiring', '--state', 'partial', '--evidence', 'Said in the review')
      await terminal('metric', 'availability', '99.9', '--date', '2026-09-01')
      await terminal('metric', 'availability', '99.95')
      await start()
      await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
      const faults = async () => {
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        return faultsOf(page)
      }
      for (const [path, heading] of [
        ['/evidence', 'Checklist'],
        ['/evidence/metrics', 'Success metrics'],
        ['/evidence/scope', 'Scope'],
        ['/evidence/formula', 'Formula'],
      ] as const) {
        await open(page, path, heading)
        expect([path, await faults()]).toEqual([path, []])
        expect([path, await overflowOf(page)]).toEqual([path, 0])
      }
      await open(page, '/evidence', 'Checklist')
      await item(page, 'hiring').click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(['item', await faults()]).toEqual(['item', []])
      await page.keyboard.press('Escape')
      await open(page, '/evidence/metrics', 'Success metrics')
      await page
        .getByRole('button', { name: 'Add value: Availability of the systems I own' })
        .click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(['metric', await faults()]).toEqual(['metric', []])
    })
