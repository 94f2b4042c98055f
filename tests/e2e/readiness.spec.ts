import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf, overflowOf, sizesIn } from './looks.ts'

const pages = ['/', '/readiness', '/readiness/forecast', '/readiness/compare']

async function show(page: Page, address: string, heading: string) {
  await page.evaluate((path) => {
    location.hash = path
  }, address)
  await expect(
    page.getByRole('main').getByRole('heading', { level: 1, name: heading }),
  ).toBeVisible()
}

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of sizesIn(theme, [
    [2560, 1440],
    [900, 600],
  ] as const))
    test(`the pages of readiness have no accessibility fault and fit the window, ${theme}, ${width} px`, async ({
      page,
      start,
      terminal,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      await terminal('demo')
      await start()
      for (const address of pages) {
        await page.evaluate((path) => {
          location.hash = path
        }, address)
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        await page.locator('details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '')
        })
        expect([address, await faultsOf(page)]).toEqual([address, []])
        expect([address, await overflowOf(page)]).toEqual([address, 0])
      }
    })

test('the score is traced to its parts, and says what it is not', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await start()
  await show(page, '/readiness', 'Readiness')
  const { score, parts } = JSON.parse(await terminal('readiness', '--json')) as {
    score: number
    parts: { name: string; points: number; hasData: boolean }[]
  }
  const main = page.getByRole('main')
  await expect(main).toContainText(`${score.toFixed(1)} of 100`)
  await expect(main).toContainText('It is not a chance of being hired')
  const table = page.getByRole('table', { name: 'Where the points come from' })
  for (const { name, points } of parts)
    await expect(table.getByRole('row', { name })).toContainText(points.toFixed(1))
  await expect(table.getByRole('row', { name: /Success metrics/ })).toContainText('No data')

  const part = main.locator('details').filter({ hasText: 'Plan progress' })
  await part.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(part.getByRole('table', { name: 'What Plan progress is made of' })).toBeVisible()
  await expect(part.getByRole('button', { name: /^Start timer: Study/ }).first()).toBeVisible()
})

test('what is next is begun from the first screen', async ({ page, start, terminal }) => {
  await terminal('demo')
  await start()
  const next = page.getByRole('region', { name: 'What next' })
  await expect(next.getByRole('listitem')).toHaveCount(5)
  await expect(next).toContainText('points for about')
  await next.getByRole('button', { name: /^Start timer: Study/ }).click()
  await expect(page.getByRole('button', { name: /^Pause/ }).first()).toBeVisible()
  const { steps } = JSON.parse(await terminal('next', '--json')) as {
    steps: { action: { kind: string; category?: string } }[]
  }
  const study = steps.find(({ action }) => action.kind === 'study')
  const { timer } = JSON.parse(await terminal('timer', '--json')) as { timer: { category: string } }
  expect(timer.category).toBe(study?.action.category)
})

test('an item and an indicator are opened from what would add most', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await start()
  await show(page, '/readiness', 'Readiness')
  await page.locator('#readiness-part-metrics > summary').click()
  await page
    .getByRole('button', { name: /^Open metric: Record a value for/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await show(page, '/readiness', 'Readiness')
  await page.locator('#readiness-part-checklist > summary').click()
  await page
    .getByRole('button', { name: /^Open item: Show with evidence/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('the forecast answers what if, by the keyboard alone, and keeps nothing', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await start()
  await show(page, '/readiness/forecast', 'Forecast')
  const table = page.getByRole('table', { name: 'What it would change' })
  const reached = table.getByRole('row', { name: /^Whole plan/ }).getByRole('cell')
  const before = await reached.first().innerText()
  await page.getByRole('slider', { name: 'Hours a week' }).focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('textbox', { name: 'Exactly' })).toHaveValue('60')
  await expect(table).toContainText('With 60 h a week')
  await expect(reached.last()).not.toHaveText(before)
  await page.getByRole('textbox', { name: 'Exactly' }).fill('many')
  await expect(page.getByRole('textbox', { name: 'Exactly' })).toHaveAccessibleDescription(
    /a number above 0/,
  )
  const status = JSON.parse(await terminal('status', '--json')) as { forecast: { basis: string } }
  expect(status.forecast.basis).toBe('recent')
})

test('days off and a replan are kept, and undo takes each back', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await start()
  await show(page, '/readiness/forecast', 'Forecast')
  const replan = page.getByRole('region', { name: 'Replan' })
  const weeks = replan.getByRole('table', { name: 'Hours of each week from now on' })
  await expect(weeks).toBeVisible()
  await replan.getByRole('checkbox', { name: 'Sunday' }).check()
  await expect(weeks.getByRole('row').nth(2).getByRole('cell').first()).toHaveText('6')

  await replan.getByLabel('First day off').fill('2026-12-24')
  await replan.getByLabel(/Last day off/).fill('2026-12-20')
  await replan.getByRole('button', { name: 'Add days off' }).click()
  await expect(replan.getByLabel(/Last day off/)).toHaveAccessibleDescription(/first one or after/)
  await replan.getByLabel(/Last day off/).fill('2026-12-31')
  await replan.getByRole('button', { name: 'Add days off' }).click()
  await expect(replan.getByRole('list', { name: 'Days off' })).toContainText(
    '24 Dec 2026 to 31 Dec 2026 (8 days)',
  )

  const hours = async () =>
    (JSON.parse(await terminal('status', '--json')) as { profile: { weeklyHours: number } }).profile
      .weeklyHours
  const meant = await hours()
  await replan.getByRole('button', { name: /^Set the weekly hours to/ }).click()
  await expect.poll(hours).not.toBe(meant)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(hours).toBe(meant)
  await terminal('undo')
  await expect(replan.getByText('No single days off.')).toBeVisible()
})

test('two levels are judged by the same data, and the target level stays', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await start()
  await show(page, '/readiness/compare', 'Compare levels')
  const table = page.getByRole('table', { name: 'Points of each part by level' })
  await expect(table.getByRole('columnheader', { name: 'L6' })).toBeVisible()
  await expect(table.getByRole('columnheader', { name: 'L7' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Still missing for L7' })).toContainText(
    'Checklist with evidence',
  )
  expect((JSON.parse(await terminal('status', '--json')) as { level: string }).level).toBe('L6')
})

test('an empty app teaches what belongs on each page', async ({ page, start, terminal }) => {
  await terminal('init', '--level', 'L6', '--start', '2026-11-24', '--interview', '2027-02-01')
  await start()
  await show(page, '/readiness', 'Readiness')
  await expect(page.getByRole('main')).toContainText('0 of 8 parts have data')
  await show(page, '/readiness/forecast', 'Forecast')
  await expect(page.getByRole('main')).toContainText('A forecast needs 3 whole weeks')
  await page.getByRole('slider', { name: 'Hours a week' }).fill('30')
  await expect(page.getByRole('main')).toContainText('the days with the same hours every week')
  await show(page, '/', 'Today')
  await expect(page.getByRole('region', { name: 'Success metrics' })).toContainText(
    'Nothing is recorded yet',
  )
})
