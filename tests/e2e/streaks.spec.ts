import { setTimeout } from 'node:timers/promises'
import { finishFirstRun, goTo } from '../scenarios/main-job.ts'
import { expect, test, tabTo } from './app.ts'
import { faultsOf } from './looks.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15', weeklyHours: '2' } as const

test('streaks state days and weeks, explain themselves to the keyboard, and can be hidden', async ({
  page,
  start,
  terminal,
}) => {
  await start()
  await finishFirstRun(page, ada)
  const today = page.getByRole('main', { name: 'Today' })
  await expect(today).toContainText('the first session begins one')
  for (const day of ['08', '09', '10', '22', '23'])
    await terminal('log', '1h', 'coding', '--date', `2026-11-${day}`, '--time', '09:00')
  await expect(today).toContainText('2 days')
  await expect(today).toContainText('longest 3 days')
  await expect(today).toContainText('0 weeks')
  await expect(today).toContainText('longest 1 week')
  await expect(
    today.getByRole('list', { name: /^Hours per week/ }).getByRole('listitem'),
  ).toHaveText(
    Array.from({ length: 12 }, (_, index) =>
      index === 9 ? 'Week of 9 Nov 2026: 2.0 h, reached' : /^Week of .*: [01]\.0 h$/,
    ),
  )
  await tabTo(page, /How the days in a row is worked out/)
  await expect(
    page.getByText(
      '2 days up to yesterday; today is still open. Longest: 3 days, 8 Nov 2026 to 10 Nov 2026',
    ),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await faultsOf(page)).toEqual([])

  await page.evaluate(() => {
    location.hash = '/profile'
  })
  // What is chosen shows once it is saved.
  const hidden = page.getByRole('radio', { name: 'Hidden' })
  await hidden.click({ force: true })
  await expect(hidden).toBeChecked()
  await goTo(page, 'Today')
  await expect(today.getByRole('heading', { name: 'Days in a row' })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(today.getByRole('heading', { name: 'Days in a row' })).toBeVisible()
})

test('an interview date that has passed is said, with the way to another', async ({
  page,
  start,
  terminal,
}) => {
  await start()
  // A first answer that is overtaken by a change is not the last word.
  await page.route(
    '**/call/plan.status',
    async (route) => {
      const response = await route.fetch()
      await setTimeout(2000)
      // The page may have given it up meanwhile.
      await route.fulfill({ response }).catch(() => {})
    },
    { times: 1 },
  )
  await finishFirstRun(page, ada)
  const passed = page.getByText('The interview date has passed (20 Nov 2026)')
  await expect(passed).toHaveCount(0)
  await terminal('init', '--interview', '2026-11-20')
  await expect(passed).toBeVisible()
  await page.getByRole('link', { name: 'Set another date' }).click()
  await page.getByLabel('Interview date').fill('2026-12-20')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await goTo(page, 'Today')
  await expect(passed).toHaveCount(0)
})
