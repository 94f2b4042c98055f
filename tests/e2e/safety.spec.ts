import { readFileSync, writeFileSync, copyFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { lockKeyLightly } from '../support/light-key.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './looks.ts'
import { field, goToStories, newStory, openStory, saved } from './story-pages.ts'

async function openSafety(page: Page) {
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await page.evaluate(() => {
    location.hash = '/profile/safety'
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Safety' })).toBeVisible()
}

const list = (page: Page) => page.getByRole('list', { name: 'Backups, newest first' })
const manual = (page: Page) =>
  list(page).getByRole('listitem').filter({ hasText: 'By hand' }).first()

const passphrase = 'correct horse battery'

test.use({ timezoneId: 'UTC' })

test('a backup is made, shows what restoring it changes, is restored, and that is undone', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01', '--interview', '2026-12-15')
  await terminal('log', '1h', 'coding', '--time', '07:00')
  await start()
  await openSafety(page)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/^Backed up and checked: /)).toBeVisible()
  await expect(manual(page)).toContainText('24 Nov 2026, 09:00')
  await terminal('log', '2h', 'coding', '--time', '04:00')

  await manual(page)
    .getByRole('button', { name: /^Restore the backup of/ })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Restore this backup?' })
  await expect(dialog.getByRole('row', { name: /Sessions/ })).toHaveText(/Sessions––1/)
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Restore it' }).click()
  const done = page.getByRole('dialog', { name: 'Restored' })
  await expect(done).toContainText('Your data is what it was on 24 Nov 2026, 09:00.')
  expect(JSON.parse(await terminal('sessions', '--json'))).toHaveLength(1)
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/^Undone: restore the backup of/)).toBeVisible()
  expect(JSON.parse(await terminal('sessions', '--json'))).toHaveLength(2)
  await expect(list(page).getByText('Before a restore')).toBeVisible()

  await manual(page)
    .getByRole('button', { name: /^Remove the backup/ })
    .click()
  const question = page.getByRole('alertdialog', { name: 'Remove this backup?' })
  await question.getByRole('button', { name: 'Remove it' }).click()
  await expect(list(page).getByText('By hand')).toHaveCount(0)
})

test('a backup that is looked at changes nothing, on every screen, until one goes back', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await terminal('backup')
  await terminal('log', '1h', 'coding', '--time', '05:00', '--note', 'After the backup')
  await terminal('start', 'coding')
  await start()
  const written: string[] = []
  page.on('request', (request) => {
    if (
      /\/call\/\w+\.(?!get|list|state|find|outline|page|status|principles|peek)/.test(request.url())
    )
      written.push(new URL(request.url()).pathname)
  })
  await openSafety(page)
  await manual(page)
    .getByRole('button', { name: /^Look at the backup/ })
    .click()
  const banner = page.getByRole('region', { name: 'A backup is shown' })
  await expect(banner).toContainText(
    'You are looking at the backup of 24 Nov 2026, 09:00. Nothing can be changed.',
  )
  await expect(page).toHaveTitle(/^Backup: /)
  written.length = 0
  expect(await faultsOf(page)).toEqual([])
  for (const screen of ['/', '/log', '/plan', '/stories', '/practice', '/evidence', '/profile']) {
    await page.evaluate((path) => {
      location.hash = path
    }, screen)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
    await expect(banner).toBeVisible()
  }

  // A field takes no text and says why; the search does.
  const name = page.getByRole('textbox', { name: 'Name' }).first()
  const before = await name.inputValue()
  await name.fill('').catch(() => undefined)
  await name.pressSequentially('Somebody else')
  await expect(page.getByText('A backup is shown, which can only be read.')).toBeVisible()
  expect(await name.inputValue()).toBe(before)
  await page.evaluate(() => {
    location.hash = '/log'
  })
  const search = page.getByRole('searchbox').first()
  await expect(page.getByRole('region', { name: 'Timer' })).toHaveCount(0)
  await search.pressSequentially('graph')
  await expect(search).toHaveValue('graph')
  await search.fill('')
  const tries = written.filter((path) => !/check|verdict|simulate|recordings|due|parse/.test(path))
  expect(tries).toEqual([])

  await banner.getByRole('button', { name: 'Back to my data' }).click()
  await expect(banner).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Timer' })).toHaveAttribute('data-state', 'running')
  await expect(page.getByRole('main').getByText('After the backup')).toBeVisible()
})

test('a story of a backup can be read and not typed in, and what was typed since is there again', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('init', '--level', 'L6', '--start', '2026-09-01', '--interview', '2026-12-15')
  await start()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await newStory(page, 'The checkout that slowed')
  await terminal('backup')
  await field(page, 'Title').fill('The checkout that slowed, told better')
  await openSafety(page)
  await manual(page)
    .getByRole('button', { name: /^Look at the backup/ })
    .click()
  await expect(page.getByRole('region', { name: 'A backup is shown' })).toBeVisible()
  const saves: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('stories.save')) saves.push(request.url())
  })
  await goToStories(page)
  await openStory(page, 'The checkout that slowed')
  await field(page, 'Title').pressSequentially('!!!')
  await expect(page.getByText('A backup is shown, which can only be read.')).toBeVisible()
  await expect(field(page, 'Title')).toHaveValue('The checkout that slowed')
  // Longer than typing rests, and than a failed save waits for its next try.
  await page.waitForTimeout(6_000)
  expect(saves).toEqual([])
  await page.getByRole('button', { name: 'Back to my data' }).click()
  await expect(field(page, 'Title')).toHaveValue('The checkout that slowed, told better')
  await field(page, 'Title').fill('And typed on')
  await saved(page)
  expect(await terminal('stories')).toContain('And typed on')
})

test('backups are encrypted, opened with the passphrase alone, and taken in from elsewhere', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  test.slow()
  await terminal('init', '--level', 'L6', '--start', '2026-09-01', '--interview', '2026-12-15')
  await terminal('log', '1h', 'coding', '--time', '07:00', '--note', 'Secret employer')
  await terminal('backup')
  await start()
  await openSafety(page)

  await page.getByRole('button', { name: 'Encrypt backups…' }).click()
  const on = page.getByRole('dialog', { name: 'Encrypt backups' })
  await expect(on).toContainText('if you lose it, they are lost')
  await on.getByLabel('Passphrase', { exact: true }).fill('short')
  await page.keyboard.press('Enter')
  await expect(on.getByText('Use at least 8 characters.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await on.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await on.getByLabel('The same again').fill(passphrase)
  await on.getByRole('button', { name: 'Encrypt backups' }).click()
  await expect(page.getByText('2 earlier backups are not encrypted.')).toBeVisible({
    timeout: 30_000,
  })
  await lockKeyLightly(dataDir, passphrase)
  // They are removed once another is there, and not before.
  const removal = page.getByRole('button', { name: 'Remove them…' })
  await expect(removal).toBeDisabled()
  await expect(page.getByText('Make a new one first if you want to remove them.')).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(removal).toBeEnabled({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Encrypt them' }).click()
  await expect(page.getByText('2 backups encrypted.')).toBeVisible({ timeout: 30_000 })
  await expect(manual(page)).toContainText('Encrypted')
  const files = readdirSync(join(dataDir, 'backups'))
  const [name = ''] = files.filter((file) => file.endsWith('.sqlite.age'))
  expect(files.filter((file) => file.endsWith('.sqlite'))).toEqual([])
  const bytes = readFileSync(join(dataDir, 'backups', name))
  expect(bytes.toString('latin1').split('\n')[0]).toBe('age-encryption.org/v1')
  expect(bytes.includes('Secret')).toBe(false)

  await terminal('log', '2h', 'coding', '--time', '04:00')
  await manual(page)
    .getByRole('button', { name: /^Restore the backup of/ })
    .click()
  const restore = page.getByRole('dialog', { name: 'Restore this backup?' })
  const typed = restore.getByLabel('Passphrase')
  await expect(typed).toBeFocused()
  expect(await faultsOf(page)).toEqual([])
  await typed.fill('another one')
  await page.keyboard.press('Enter')
  await expect(restore.getByText('The backup does not open with this passphrase.')).toBeVisible({
    timeout: 30_000,
  })
  await expect(typed).toHaveValue('another one')
  await typed.fill(passphrase)
  await restore.getByRole('button', { name: 'Open it' }).click()
  await expect(restore.getByRole('row', { name: /Sessions/ })).toHaveText(/Sessions––1/, {
    timeout: 30_000,
  })
  await restore.getByRole('button', { name: 'Restore it' }).click()
  const done = page.getByRole('dialog', { name: 'Restored' })
  await done.getByRole('button', { name: 'Done' }).click({ timeout: 30_000 })
  expect(JSON.parse(await terminal('sessions', '--json'))).toHaveLength(1)
  await expect(list(page).getByText('Encrypted')).toHaveCount(4)

  // From elsewhere, under another name, and then only looked at.
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore from a file…' }).click()
  await (
    await chooser
  ).setFiles({ name: 'mine.age', mimeType: 'application/octet-stream', buffer: bytes })
  const opening = page.getByRole('dialog', { name: 'Open this file' })
  await opening.getByLabel('Passphrase').fill(passphrase)
  await opening.getByRole('button', { name: 'Open it' }).click()
  await expect(restore).toContainText('Nothing differs', { timeout: 30_000 })
  await restore.getByRole('button', { name: 'Cancel' }).click()
  await manual(page)
    .getByRole('button', { name: /^Look at the backup/ })
    .click()
  const look = page.getByRole('dialog', { name: 'Look at this backup' })
  await look.getByLabel('Passphrase').fill(passphrase)
  await page.keyboard.press('Enter')
  const banner = page.getByRole('region', { name: 'A backup is shown' })
  await expect(banner).toBeVisible({ timeout: 30_000 })
  await banner.getByRole('button', { name: 'Back to my data' }).click()
  await expect(banner).toHaveCount(0)

  // Without its key nothing opens, and that is said.
  const key = files.find((file) => file.startsWith('loopready-key-')) ?? ''
  const away = readFileSync(join(dataDir, 'keys', key))
  for (const folder of ['keys', 'backups']) rmSync(join(dataDir, folder, key))
  await page.reload()
  await expect(page.getByRole('alert')).toContainText(`The key file ${key} is missing`)
  await expect(page.getByText('New backups are encrypted.')).toHaveCount(0)
  await expect(manual(page)).toContainText('Its key file is missing')
  // Where somebody still has it, it is chosen once.
  await manual(page)
    .getByRole('button', { name: /^Restore the backup of/ })
    .click()
  await restore.getByLabel('Passphrase').fill(passphrase)
  await restore.getByRole('button', { name: 'Open it' }).click()
  const choosing = page.waitForEvent('filechooser')
  await restore.getByRole('button', { name: 'Choose its key file…' }).click({ timeout: 30_000 })
  await (await choosing).setFiles({ name: key, mimeType: 'application/octet-stream', buffer: away })
  await restore.getByRole('button', { name: 'Open it' }).click()
  await expect(restore).toContainText('Nothing differs', { timeout: 30_000 })
  await restore.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Its key file is missing')).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a backup of another computer comes in by its file', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await terminal('demo')
  await terminal('backup')
  const [name = ''] = readdirSync(join(dataDir, 'backups')).filter((file) =>
    file.includes('manual'),
  )
  const file = join(dataDir, 'elsewhere.sqlite')
  copyFileSync(join(dataDir, 'backups', name), file)
  await terminal('log', '1h', 'coding', '--time', '05:00')
  await start()
  await openSafety(page)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore from a file…' }).click()
  await (await chooser).setFiles(file)
  const dialog = page.getByRole('dialog', { name: 'Restore this backup?' })
  await expect(dialog.getByRole('row', { name: /Sessions/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  writeFileSync(file, 'no backup at all, '.repeat(300))
  const again = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore from a file…' }).click()
  await (await again).setFiles(file)
  await expect(page.getByRole('alert')).toContainText('The file is not a backup of Loopready.')
})

test('the check-up says in plain words how things are, and shows what it copies', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await start()
  await openSafety(page)
  await page.getByRole('button', { name: 'Check now' }).click()
  const found = page.getByRole('list', { name: 'What the check-up found' })
  await expect(found).toContainText('The data file is whole')
  await expect(page.getByText(/Last on 24 Nov 2026, 09:00: the file was whole\./)).toBeVisible()
  await page.getByRole('button', { name: 'Copy diagnostics…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy diagnostics' })
  const shown = await dialog.locator('pre').textContent()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(dialog.getByText('Copied.', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown)
  expect(shown).toContain('Data file: whole')
})

test('a damaged file is told at the start, and the backup brings everything back', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await terminal('demo')
  const sessions = (JSON.parse(await terminal('sessions', '--json')) as unknown[]).length
  await terminal('backup')
  damage(join(dataDir, 'loopready.sqlite'))
  await start()
  const dialog = page.getByRole('dialog', { name: 'The data file was damaged' })
  await expect(dialog).toContainText(join(dataDir, 'damaged'))
  await expect(dialog).toContainText(/in use now\s*the profile, \d+ sessions?, \d+ settings/)
  await expect(dialog).toContainText(/Could not be read\s*\d+ sessions?/)
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Decide later' }).click()
  await page.getByRole('button', { name: 'What to do…' }).click()
  await dialog.getByRole('button', { name: 'Restore that backup…' }).click()
  const restore = page.getByRole('dialog', { name: 'Restore this backup?' })
  await restore.getByRole('button', { name: 'Restore it' }).click()
  await page.getByRole('dialog', { name: 'Restored' }).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('region', { name: 'Damaged data file' })).toHaveCount(0)
  expect(JSON.parse(await terminal('sessions', '--json'))).toHaveLength(sessions)
})

test('a missing file is told at the start, and the backup brings everything back', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await terminal('demo')
  const sessions = (JSON.parse(await terminal('sessions', '--json')) as unknown[]).length
  await terminal('backup')
  rmSync(join(dataDir, 'loopready.sqlite'))
  await start()
  const dialog = page.getByRole('dialog', { name: 'The data file is missing' })
  await expect(dialog).toContainText('A new one is in use now.')
  await expect(dialog).not.toContainText(/set aside|sessions,/i)
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Decide later' }).click()
  const banner = page.getByRole('region', { name: 'Missing data file' })
  await expect(banner).toContainText('The data file is missing. A new one is in use.')
  await banner.getByRole('button', { name: 'What to do…' }).click()
  await dialog.getByRole('button', { name: 'Restore that backup…' }).click()
  const restore = page.getByRole('dialog', { name: 'Restore this backup?' })
  await restore.getByRole('button', { name: 'Restore it' }).click()
  await page.getByRole('dialog', { name: 'Restored' }).getByRole('button', { name: 'Done' }).click()
  await expect(banner).toHaveCount(0)
  expect(JSON.parse(await terminal('sessions', '--json'))).toHaveLength(sessions)
})

/** Overwrites a page in the middle of the sessions. */
function damage(file: string): void {
  const database = new Sqlite(file)
  const pages = database
    .prepare<[], number>(`SELECT pageno FROM dbstat WHERE name = 'session' AND pagetype = 'leaf'`)
    .pluck()
    .all()
  const size = Number(database.pragma('page_size', { simple: true }))
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  const bytes = readFileSync(file)
  const page = pages[Math.floor(pages.length / 2)] ?? 2
  bytes.fill(0xa5, (page - 1) * size, page * size)
  writeFileSync(file, bytes)
}
