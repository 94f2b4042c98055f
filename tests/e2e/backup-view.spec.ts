import type { Locator, Page } from '@playwright/test'
import { goTo } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { overflowOf } from './looks.ts'
import { field, goToStories, newStory, openStory, saved } from './story-pages.ts'

test.use({ timezoneId: 'UTC' })

const banner = (page: Page) => page.getByRole('region', { name: 'A backup is shown' })
const rows = (page: Page) => page.getByRole('list', { name: /^Sessions/ }).locator('[data-offset]')
const rowEditor = (page: Page) => page.getByRole('group', { name: 'Edit the session in its row' })

async function lookAtTheBackup(page: Page) {
  await page.evaluate(() => {
    location.hash = '/profile/safety'
  })
  await page
    .getByRole('list', { name: 'Backups, newest first' })
    .getByRole('listitem')
    .filter({ hasText: 'By hand' })
    .getByRole('button', { name: /^Look at the backup/ })
    .click()
  await expect(banner(page)).toBeVisible()
}

async function toProfile(page: Page) {
  await page.evaluate(() => {
    location.hash = '/profile'
  })
  await expect(page.getByRole('main', { name: 'Profile' })).toBeVisible()
}

test('what is typed and not saved in any place waits while a backup is looked at, and is there again', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01', '--interview', '2026-12-15')
  await terminal('log', '1h', 'coding', '--time', '07:00', '--note', 'Before')
  await start()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await newStory(page, 'The first title')
  await terminal('backup')
  const [session] = JSON.parse(await terminal('sessions', '--json')) as { id: string }[]
  await terminal('edit', session?.id ?? '', '--note', 'After')
  await field(page, 'Title').fill('The second title')
  await saved(page)

  // Cannot be saved at all, and is what the backup says: a comparison with that one would take it for saved.
  const full = { ok: false, error: { code: 'storage', message: 'The disk is full.' } }
  await page.route('**/call/stories.save', (route) => route.fulfill({ json: full }))
  await field(page, 'Title').fill('The first title')
  await field(page, 'People led').fill('about ten')
  const form = page.getByRole('main').getByLabel('Duration', { exact: true })
  await goTo(page, 'Today')
  await form.fill('2h')
  await goTo(page, 'Log')
  await rows(page).first().focus()
  await page.keyboard.press('Enter')
  await rowEditor(page).getByLabel('Note').fill('Typed in the row')
  await toProfile(page)
  await page.getByRole('textbox', { name: 'Name' }).first().fill('Ada, half typed')

  await lookAtTheBackup(page)
  await goToStories(page)
  await openStory(page, 'The first title')
  await expect(field(page, 'People led')).toHaveValue('')
  await goTo(page, 'Log')
  await expect(rows(page).first()).toContainText('Before')
  await expect(rowEditor(page)).toHaveCount(0)
  await rows(page).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('A backup is shown, which can only be read.')).toBeVisible()
  // The form of the backup's session is no draft of the session as it is now.
  await page.keyboard.press('Shift+Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit session' })
  await expect(dialog.getByLabel('Note')).toHaveValue('Before')
  await page.keyboard.press('Escape')

  await banner(page).getByRole('button', { name: 'Back to my data' }).click()
  await expect(banner(page)).toHaveCount(0)
  await expect(rowEditor(page).getByLabel('Note')).toHaveValue('Typed in the row')
  await page.keyboard.press('Escape')
  await page.unroute('**/call/stories.save')
  await goToStories(page)
  await page.getByRole('list', { name: 'Stories' }).getByRole('link').first().click()
  await expect(field(page, 'Title')).toHaveValue('The first title')
  await expect(field(page, 'People led')).toHaveValue('about ten')
  await expect.poll(() => terminal('stories')).toContain('The first title')
  await goTo(page, 'Today')
  await expect(form).toHaveValue('2h')
  await toProfile(page)
  await expect(page.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('Ada, half typed')
})

test('that Loopready does not answer is said above everything and covers nothing', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01')
  await terminal('backup')
  await start()
  await lookAtTheBackup(page)
  const engine = /\/(call|events)/
  await page.route(engine, (route) => route.abort('connectionreset'))
  await goTo(page, 'Plan')
  const lost = page.getByRole('status').filter({ hasText: 'Loopready does not answer.' })
  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect(lost).toBeVisible()
    const { bottom } = await placeOf(lost)
    expect((await placeOf(page.locator('.app-brand'))).top).toBeGreaterThanOrEqual(bottom)
    expect((await placeOf(banner(page))).top).toBeGreaterThanOrEqual(bottom)
    expect((await placeOf(page.getByRole('main'))).bottom).toBe(height)
    expect(await overflowOf(page)).toBe(0)
  }
  await page.unroute(engine)
  await expect(lost).toBeHidden()
  await expect(banner(page)).toBeVisible()
})

const placeOf = (part: Locator) =>
  part.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top, bottom }
  })
