import type { Page } from '@playwright/test'
import { finishFirstRun, goTo } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './looks.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const

const bar = (page: Page) => page.getByRole('region', { name: 'Timer', exact: true })
const category = (page: Page) => bar(page).getByRole('combobox')
const elapsed = (page: Page) => bar(page).getByRole('timer')

test('one timer for two windows and the terminal: it ticks, survives a reload and ends in the log', async ({
  page,
  context,
  start,
  terminalInRealTime,
}) => {
  await start(null)
  await finishFirstRun(page, ada)
  await category(page).selectOption({ label: 'Coding practice' })
  await bar(page).getByRole('button', { name: 'Start timer' }).click()
  await expect(elapsed(page)).toContainText('0:00:02')
  await expect(page).toHaveTitle(/^0:00:0\d Coding practice - Loopready$/)

  const other = await context.newPage()
  await other.goto(new URL('/', page.url()).href)
  await expect(bar(other).getByRole('button', { name: 'Pause' })).toBeVisible()
  await bar(other).getByLabel('Timer note').fill('Rate limiter')
  await bar(other).getByLabel('Timer note').press('Enter')
  await expect(bar(page).getByLabel('Timer note')).toHaveValue('Rate limiter')
  await goTo(other, 'Plan')
  await other.keyboard.press('t')
  await expect(bar(page).getByRole('button', { name: 'Resume' })).toBeVisible()
  await expect(page).toHaveTitle(/^Paused at/)
  await bar(page).getByRole('button', { name: 'Resume' }).click()

  await page.reload()
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(bar(page).getByLabel('Timer note')).toHaveValue('Rate limiter')

  await terminalInRealTime('stop')
  await expect(bar(page).getByRole('button', { name: 'Start timer' })).toBeVisible()
  await expect(bar(other).getByRole('button', { name: 'Start timer' })).toBeVisible()
  await goTo(page, 'Log')
  await expect(page.getByRole('listitem').filter({ hasText: 'Rate limiter' })).toBeVisible()
})

test('the keys start, pause, resume and stop; Undo of the message takes the session back', async ({
  page,
  start,
}) => {
  await start(null)
  await finishFirstRun(page, ada)
  await page.keyboard.press('t')
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(elapsed(page)).toContainText('0:00:01')
  await page.keyboard.press('t')
  await expect(bar(page).getByRole('button', { name: 'Resume' })).toBeVisible()
  await page.keyboard.press('t')
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('Shift+T')
  await expect(page.getByText(/^Logged \d+s\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone: stop timer.')).toBeVisible()
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()

  await bar(page).getByRole('button', { name: 'Discard the timer' }).click()
  await expect(page.getByText('Timer discarded. Nothing was logged.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('less than a second is refused with words, and an overlap is asked about', async ({
  page,
  start,
  terminal,
}) => {
  const stop = await start()
  await finishFirstRun(page, ada)
  await page.keyboard.press('t')
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('Shift+T')
  await expect(page.getByText(/less than a second/)).toBeVisible()
  await stop()

  await start('2026-11-24T09:04:00Z')
  await terminal(
    'log',
    '1h',
    'coding',
    '--date',
    '2026-11-24',
    '--time',
    '08:30',
    '--note',
    'Before',
  )
  await bar(page).getByRole('button', { name: 'Stop' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  // From a key pressed on the screen the focus goes back to the screen, so that the next key works there too.
  await goTo(page, 'Today')
  await page.keyboard.press('3')
  await expect(page.getByRole('main', { name: 'Plan' })).toBeFocused()
  await page.keyboard.press('Shift+T')
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main', { name: 'Plan' })).toBeFocused()
  await page.keyboard.press('Shift+T')
  await question.getByRole('button', { name: 'Log anyway' }).click()
  await expect(page.getByText('Logged 4m.')).toBeVisible()
})

test('another category is switched to: what ran before is logged', async ({ page, start }) => {
  const stop = await start()
  await finishFirstRun(page, ada)
  await category(page).selectOption({ label: 'Coding practice' })
  await bar(page).getByRole('button', { name: 'Start timer' }).click()
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  await stop()
  await start('2026-11-24T09:04:00Z')
  await category(page).selectOption({ label: 'System design' })
  const question = page.getByRole('dialog', { name: /from now on, or all along/ })
  await expect(question).toContainText(
    'Log 4m of Coding practice, and time System design from now on.',
  )
  await page.keyboard.press('Escape')
  await expect(category(page)).toHaveValue('coding')
  await category(page).selectOption({ label: 'System design' })
  await expect(question.getByRole('button', { name: 'Switch' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Logged 4m and switched the category.')).toBeVisible()
  await expect(page).toHaveTitle(/System design/)
})

test('a timer for the wrong category is corrected without logging anything, and Undo takes it back', async ({
  page,
  start,
  terminal,
}) => {
  const stop = await start()
  await finishFirstRun(page, ada)
  await category(page).selectOption({ label: 'Coding practice' })
  await bar(page).getByRole('button', { name: 'Start timer' }).click()
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  await stop()
  await start('2026-11-24T09:04:00Z')
  await category(page).selectOption({ label: 'System design' })
  const question = page.getByRole('dialog', { name: /from now on, or all along/ })
  await question.getByRole('button', { name: 'Correct' }).click()
  await expect(page).toHaveTitle(/^0:04:0\d System design/)
  expect(await terminal('sessions')).not.toContain('coding')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page).toHaveTitle(/^0:04:\d\d Coding practice/)
})

test('after stopping, counts are added and the duration is corrected, by the keyboard too', async ({
  page,
  start,
}) => {
  const stop = await start()
  await finishFirstRun(page, ada)
  await category(page).selectOption({ label: 'Coding practice' })
  await bar(page).getByRole('button', { name: 'Start timer' }).click()
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  await stop()
  await start('2026-11-24T09:04:00Z')
  await bar(page).getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Logged 4m.')).toBeVisible()
  await page.getByRole('button', { name: 'Add counts' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Edit session' })
  await expect(form.getByRole('spinbutton', { name: 'Easy problems' })).toBeFocused()
  await form.getByRole('spinbutton', { name: 'Medium problems' }).fill('2')
  await form.getByLabel('Duration', { exact: true }).fill('3m')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await goTo(page, 'Log')
  const row = page.getByRole('listitem').filter({ hasText: '2 medium problems' })
  await expect(row).toContainText('3m')
  await expect(row).toContainText('09:00')
})

for (const [answer, shown] of [
  ['Keep', '1:00:0'],
  ['Subtract', '0:00:0'],
] as const)
  test(`an hour without a sign of anybody is asked about: ${answer}`, async ({ page, start }) => {
    const stop = await start()
    await finishFirstRun(page, ada)
    await page.keyboard.press('t')
    await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true)
    await stop()

    await start('2026-11-24T10:00:00Z')
    const question = page.getByRole('dialog', { name: 'Were you working all the time?' })
    await expect(question).toContainText('From 09:00 to 10:00 (1h)')
    await question.getByRole('button', { name: 'Close' }).click()
    await bar(page).getByRole('button', { name: 'Stop' }).click()
    await expect(question).toBeVisible()
    await question.getByRole('button', { name: answer }).click()
    await expect(question).toBeHidden()
    await expect(elapsed(page)).toContainText(shown)
  })

test('an hour away is split: what came before it is logged, and the timer goes on after it', async ({
  page,
  start,
}) => {
  const question = page.getByRole('dialog', { name: 'Were you working all the time?' })
  const stopped = await start()
  await finishFirstRun(page, ada)
  await page.keyboard.press('t')
  await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  await stopped()
  const stoppedAgain = await start('2026-11-24T09:30:00Z')
  await question.getByRole('button', { name: 'Keep' }).click()
  await expect(elapsed(page)).toContainText('0:30:0')
  await stoppedAgain()

  await start('2026-11-24T10:30:00Z')
  await expect(question).toContainText('From 09:30 to 10:30 (1h)')
  await question.getByRole('button', { name: 'Split' }).click()
  await expect(question).toBeHidden()
  await expect(elapsed(page)).toContainText('0:00:0')
  await goTo(page, 'Log')
  await expect(page.getByRole('list', { name: /^Sessions/ })).toContainText('30m')
})

test('a focus interval shows what is left of it and says when it is done', async ({
  page,
  start,
}) => {
  await page.clock.install()
  await start()
  await finishFirstRun(page, ada)
  await page.evaluate(() => {
    location.hash = '/profile'
  })
  await page.getByLabel('Break after it').fill('121')
  await page.getByLabel('Break after it').press('Enter')
  await expect(page.getByLabel('Break after it')).toHaveAccessibleDescription(/120 minutes at most/)
  for (const [label, minutes] of [
    ['Break after it', '5'],
    ['Focus interval', '25'],
  ] as const) {
    await page.getByLabel(label).fill(minutes)
    await page.getByLabel(label).press('Enter')
    await expect(page.getByLabel(label)).toHaveValue(minutes)
  }
  await bar(page).getByRole('button', { name: 'Start timer' }).click()
  await expect(bar(page)).toContainText(/Focus 2[45]:/)
  const done = page.getByText('Focus interval 1 is done. Pause for a break of 5 min')
  // The page's clock alone moves on, as it does for a window that was held up. An answer of the host, whose clock
  // stays, sets the page back where it comes before the page has told the time: then it is held up once more.
  await expect(async () => {
    await page.clock.fastForward('25:01')
    await expect(done).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: 30_000 })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the running timer has no accessibility fault and fits a narrow window, ${colorScheme}`, async ({
    page,
    start,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 900, height: 600 })
    const stop = await start()
    await finishFirstRun(page, ada)
    await page.keyboard.press('t')
    await expect(bar(page).getByRole('button', { name: 'Pause' })).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
    const width = await bar(page).evaluate(({ scrollWidth, clientWidth }) => [
      scrollWidth,
      clientWidth,
    ])
    expect(width[0]).toBe(width[1])
    await stop()
    await start('2026-11-24T10:00:00Z')
    await expect(page.getByRole('dialog')).toContainText('From 09:00 to 10:00 (1h)')
    expect(await faultsOf(page)).toEqual([])
  })
