import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectScreen, finishFirstRun, goTo, logSession } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './looks.ts'

const passphrase = 'correct horse battery'

async function openData(page: Page) {
  await page.evaluate(() => {
    location.hash = '/profile/data'
  })
  await expect(page.getByRole('heading', { name: 'Export' })).toBeVisible()
}

async function expectNoFaults(page: Page) {
  expect(await faultsOf(page)).toEqual([])
}

test('an export is encrypted with a passphrase, and opens with nothing else', async ({
  page,
  start,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await start()
  await finishFirstRun(page, { startDate: '2026-09-01', interviewDate: '2026-12-15' })
  await logSession(page, { category: 'Coding practice', duration: '1h', note: 'Secret employer' })
  await openData(page)
  await page.getByRole('checkbox', { name: /Encrypt with a passphrase/ }).check()
  const one = page.getByLabel('Passphrase', { exact: true })
  const two = page.getByLabel('The same again')
  const exportIt = page.getByRole('button', { name: 'Export', exact: true })

  await one.fill('short')
  await exportIt.click()
  await expect(page.getByText('Use at least 8 characters.')).toBeVisible()
  await expect(one).toBeFocused()
  await one.fill(passphrase)
  await expect(page.getByText(/Long enough/)).toBeVisible()
  await two.fill('another one')
  await exportIt.click()
  await expect(page.getByText('The two passphrases differ.')).toBeVisible()
  await expect(two).toBeFocused()
  await expectNoFaults(page)
  await two.fill(passphrase)
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await exportIt.click()
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/\.json\.age$/)
  const content = readFileSync(await saved.path())
  expect(content.toString('latin1').split('\n')[0]).toBe('age-encryption.org/v1')
  expect(content.includes('Secret')).toBe(false)

  await goTo(page, 'Log')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Nothing is logged yet')).toBeVisible()
  await openData(page)
  await page.getByRole('button', { name: 'Import a file…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  const file = { name: 'mine.json.age', mimeType: 'application/octet-stream', buffer: content }
  await (await chooser).setFiles(file)
  await expect(dialog.getByRole('heading', { name: 'The file is encrypted' })).toBeVisible()
  const typed = dialog.getByLabel('Passphrase')
  await expect(typed).toBeFocused()
  await expectNoFaults(page)
  await typed.fill('another one')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('The file does not open with this passphrase.')).toBeVisible({
    timeout: 60_000,
  })
  await expect(typed).toHaveValue('another one')
  await typed.fill(passphrase)
  await dialog.getByRole('button', { name: 'Open' }).click()
  await expect(dialog.getByRole('heading', { name: 'What will happen' })).toBeVisible({
    timeout: 60_000,
  })
  await dialog.getByRole('button', { name: /^Import \d/ }).click()
  await dialog.getByRole('button', { name: 'Show the log' }).click()
  await expectScreen(page, 'Log')
  await expect(page.getByText('Secret employer')).toBeVisible()
})
