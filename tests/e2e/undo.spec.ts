import type { Page } from '@playwright/test'
import { finishFirstRun, goTo } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const
const rows = (page: Page) => page.getByRole('list', { name: /^Sessions/ }).locator('[data-offset]')

/** Logs a session by the keyboard alone, from whatever screen shows. */
async function logByKey(page: Page, note: string) {
  await page.keyboard.press('n')
  const form = page.getByRole('dialog', { name: 'New session' })
  await expect(form.getByLabel('Duration', { exact: true })).toBeFocused()
  await page.keyboard.type('45m')
  await form.getByLabel('Start').fill('07:00')
  await form.getByLabel(/^Note/).fill(note)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
}

test('on the Log: N, save, and the keys of undo and redo go back and forth', async ({
  page,
  start,
  terminal,
}) => {
  await start()
  await finishFirstRun(page, ada)
  await terminal(
    'log',
    '1h',
    'coding',
    '--date',
    '2026-11-20',
    '--time',
    '09:00',
    '--note',
    'Before',
  )
  await goTo(page, 'Log')
  await expect(rows(page)).toHaveCount(1)
  await logByKey(page, 'By the keyboard')
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByText('Undone: log session.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText('By the keyboard')
})

test('changes of every kind are taken back in order, from a history that survives a restart', async ({
  page,
  start,
  terminal,
}) => {
  const stop = await start()
  await finishFirstRun(page, ada)
  await goTo(page, 'Log')
  await logByKey(page, 'Kept over a restart')
  await expect(rows(page)).toHaveCount(1)
  await page.evaluate(() => {
    location.hash = '/profile'
  })
  await page.getByLabel('A week starts on').selectOption('Sunday')
  await expect(page.getByLabel('A week starts on')).toHaveValue('7')
  await goTo(page, 'Log')
  await rows(page).first().focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Nothing is logged yet')).toBeVisible()
  await stop()

  await start('2026-11-24T10:00:00Z')
  await goTo(page, 'Log')
  await page.getByRole('button', { name: 'Trash and changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Trash and changes' })
  await dialog.getByRole('radio', { name: 'Changes' }).check()
  const changes = dialog.getByRole('list', { name: /^Changes/ }).getByRole('listitem')
  await expect(changes).toContainText([
    'Delete session',
    'Change profile',
    'Log session',
    'Change profile',
  ])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  // One step after the other, across the restart: the deletion, the week start, the session.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('Kept over a restart')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Undone: change profile.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Nothing is logged yet')).toBeVisible()
  // The terminal goes on in the same history.
  expect(await terminal('redo')).toContain('Log session')
  await expect(rows(page)).toHaveCount(1)
})
