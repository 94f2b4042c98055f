import { finishFirstRun, goTo, logSession, planRow } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'

test('first run says what is missing and keeps what was typed', async ({ page, start }) => {
  await start()
  await page.getByLabel(/^Name/).fill('Ada')
  await page.getByLabel('Start date').fill('2026-09-01')
  await page.getByLabel('Interview date').fill('2026-08-01')
  await page.getByLabel('Weekly hours').fill('0')
  await page.getByRole('button', { name: 'Start preparing' }).click()
  await expect(page.getByLabel('Weekly hours')).toHaveAccessibleDescription(/above 0/)
  await page.getByLabel('Weekly hours').fill('15')
  await page.getByRole('button', { name: 'Start preparing' }).click()
  await expect(page.getByLabel('Interview date')).toHaveAccessibleDescription(
    /after the start date/,
  )
  await expect(page.getByLabel(/^Name/)).toHaveValue('Ada')
  await page.getByLabel('Not known yet').check()
  await page.getByRole('button', { name: 'Start preparing' }).click()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
})

test('switching level offers the mapping; switching back restores everything', async ({
  page,
  start,
}) => {
  await start()
  await finishFirstRun(page, { startDate: '2026-09-01', interviewDate: '2026-12-15' })
  await logSession(page, { category: 'System design', duration: '3h', date: '2026-11-20' })
  await logSession(page, { category: 'Behavioural stories', duration: '1h', date: '2026-11-21' })

  await page.getByRole('link', { name: /Target level L6/ }).click()
  await page.getByRole('button', { name: /L7/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Where System design counts')).toHaveValue('architecture')
  await dialog
    .getByLabel('Where Behavioural stories counts')
    .selectOption({ label: 'Leave unmapped' })
  await dialog.getByRole('button', { name: 'Switch to L7' }).click()
  await expect(dialog).toBeHidden()

  await goTo(page, 'Plan')
  await expect(planRow(page, 'Architecture design')).toContainText('100.0')
  await expect(page.getByRole('main')).toContainText(/1\.0 h/)

  await page.getByRole('link', { name: /Target level L7/ }).click()
  await page.getByRole('button', { name: /L6/ }).click()
  await page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .getByRole('button', { name: 'Switch to L6' })
    .click()
  await goTo(page, 'Plan')
  await expect(planRow(page, 'System design')).toContainText('75.0')
  await expect(planRow(page, 'Behavioural stories')).toContainText('25.0')
})
