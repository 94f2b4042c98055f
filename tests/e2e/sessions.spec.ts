import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { finishFirstRun, goTo, logSession } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const
const morning = {
  category: 'Coding practice',
  duration: '1h',
  date: '2026-11-23',
  time: '09:00',
} as const

test.beforeEach(async ({ page, start }) => {
  await start()
  await finishFirstRun(page, ada)
})

for (const [duration, understood] of [
  ['90', '1 h 30 min'],
  ['1h30', '1 h 30 min'],
  ['1:30', '1 h 30 min'],
  ['90m', '1 h 30 min'],
  ['1.5h', '1 h 30 min'],
] as const)
  test(`${duration} is understood as one hour and a half while it is typed`, async ({ page }) => {
    await page.keyboard.press('n')
    const form = page.getByRole('dialog', { name: 'New session' })
    await form.getByLabel('Duration', { exact: true }).fill(duration)
    await expect(form.getByText(`= ${understood}`)).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await goTo(page, 'Log')
    await expect(page.getByRole('listitem').filter({ hasText: '1h30' }).first()).toBeVisible()
  })

test('what is wrong stands beside its field, and what was typed stays', async ({ page }) => {
  await page.getByRole('button', { name: 'New session' }).click()
  const form = page.getByRole('dialog', { name: 'New session' })
  await form.getByLabel('Duration', { exact: true }).fill('25h')
  await form.getByLabel('Date').fill('2026-11-25')
  await form.getByLabel(/^Note/).fill('a long note that must not be lost')
  await form.getByRole('button', { name: 'Log session' }).click()

  await expect(form.getByLabel('Duration', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(form.getByLabel('Duration', { exact: true })).toHaveAccessibleDescription(/24 h/)
  await expect(form.getByLabel('Date')).toHaveAccessibleDescription(/in the future/)
  await expect(form.getByLabel('Duration', { exact: true })).toHaveValue('25h')
  await expect(form.getByLabel(/^Note/)).toHaveValue('a long note that must not be lost')

  await form.getByLabel('Duration', { exact: true }).fill('0')
  await form.getByLabel('Date').fill('2026-11-23')
  await form.getByRole('button', { name: 'Log session' }).click()
  await expect(form.getByLabel('Duration', { exact: true })).toHaveAccessibleDescription(/above 0/)
})

test('what is typed survives going to another screen and coming back', async ({ page }) => {
  await page.getByRole('main').getByLabel(/^Note/).fill('half a thought')
  await goTo(page, 'Plan')
  await goTo(page, 'Today')
  await expect(page.getByRole('main').getByLabel(/^Note/)).toHaveValue('half a thought')
})

test('an overlap is a warning that can be accepted', async ({ page }) => {
  await logSession(page, morning)
  await page.getByRole('button', { name: 'New session' }).click()
  const form = page.getByRole('dialog', { name: 'New session' })
  await form.getByLabel('Duration', { exact: true }).fill('30m')
  await form.getByLabel('Date').fill(morning.date)
  await form.getByLabel('Start').fill('09:30')
  await form.getByRole('button', { name: 'Log session' }).click()
  await expect(form.getByRole('alert')).toContainText(
    'overlaps the session of 23 Nov 2026, 09:00 (1h)',
  )
  await form.getByRole('button', { name: 'Log anyway' }).click()
  await expect(form).toBeHidden()
})

test('a deleted session comes back with Undo, an edit is taken back by the keyboard', async ({
  page,
}) => {
  await logSession(page, { ...morning, note: 'keep me' })
  await goTo(page, 'Log')
  const row = page.getByRole('listitem').filter({ hasText: 'keep me' })
  await row.hover()
  await row.getByRole('button', { name: 'Delete' }).click()
  await expect(row).toBeHidden()
  const toast = page.getByRole('listitem').filter({ hasText: 'Session deleted' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()

  await row.hover()
  await row.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Duration', { exact: true }).fill('2h')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('2h')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(row).toContainText('1h')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(row).toContainText('2h')
})

test('the log is worked by the keyboard alone', async ({ page }) => {
  await logSession(page, { ...morning, note: 'older', date: '2026-11-22' })
  await logSession(page, { ...morning, note: 'newer' })
  await page.keyboard.press('2')
  const focusedRow = page.getByRole('list', { name: /Sessions/ }).locator(':focus')
  await page
    .getByRole('list', { name: /Sessions/ })
    .locator('[tabindex="0"]')
    .first()
    .focus()
  await expect(focusedRow).toContainText('newer')
  await page.keyboard.press('ArrowDown')
  await expect(focusedRow).toContainText('older')
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('dialog').getByLabel(/^Note/)).toHaveValue('older')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('listitem').filter({ hasText: 'older' })).toBeHidden()
})

test('text that looks like markup is shown as text', async ({ page }) => {
  const note = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
  await logSession(page, { ...morning, note })
  await goTo(page, 'Log')
  await expect(page.getByText(note)).toBeVisible()
  expect(await page.title()).not.toMatch(/^[12]$/)
})

test('100,000 sessions: only the rows in sight are drawn, and the end can be reached', async ({
  page,
  dataDir,
}) => {
  const file = new Sqlite(join(dataDir, 'loopready.sqlite'))
  file.exec(`
    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
    INSERT INTO session (id, playbook, category, study_day, started_at, time_zone, duration_s, note, created_at, changed_at)
    SELECT printf('01900000-0000-7000-8000-%012d', i), 'L6', 'coding',
           date('2026-11-23', -(i / 24) || ' days'),
           strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-23T23:00:00Z', -i || ' hours'), 'UTC', 1500,
           'Number ' || i, '2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z'
    FROM n`)
  file.close()
  await goTo(page, 'Log')
  await expect(page.getByRole('main')).toContainText('100,000 sessions')
  await expect(page.getByText('Number 0', { exact: true })).toBeVisible()
  expect(await page.getByRole('listitem').count()).toBeLessThan(80)
  await page.getByRole('main').evaluate((main) => {
    main.scrollTop = main.scrollHeight
  })
  await expect(page.getByText('Number 99999', { exact: true })).toBeVisible()
  expect(await page.getByRole('listitem').count()).toBeLessThan(80)
})
