import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { faultsOf } from './looks.ts'

test.use({ timezoneId: 'UTC' })

test('faults that the weekly check found are told over every screen', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await terminal('demo')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  writeFileSync(
    join(dataDir, 'checked.json'),
    JSON.stringify({ at: '2026-11-24T08:00:00Z', faults: ['row 1 missing from index'] }),
  )
  await page.reload()
  const banner = page.getByRole('region', { name: 'Faults in the data file' })
  await expect(banner).toContainText('The check of 24 Nov 2026, 08:00 found faults')
  // The banner comes before the screen, which is loaded beside it.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await banner.getByRole('link', { name: 'Open Safety' }).click()
  await expect(page.getByText(/the file was damaged\./)).toBeVisible()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('The data file is whole')).toBeVisible()
  await expect(banner).toHaveCount(0)
})

test('data on a network drive is told over every screen until it is dismissed', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await page.route('**/call/backups.state', async (route) => {
    const response = await route.fetch()
    const { value } = (await response.json()) as { value: object }
    await route.fulfill({ response, json: { ok: true, value: { ...value, networkDrive: 'nfs4' } } })
  })
  await start()
  const banner = page.getByRole('region', { name: 'Data on a network drive' })
  await expect(banner).toContainText('Your data is on a network drive (nfs4).')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await banner.getByRole('button', { name: 'Dismiss' }).click()
  await expect(banner).toHaveCount(0)
})

test('a daily backup that failed is told over every screen until one is made', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await terminal('demo')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  writeFileSync(
    join(dataDir, 'backup-failed.json'),
    JSON.stringify({
      at: '2026-11-24T08:00:00Z',
      message: 'The folder of the backups is not there: /media/ada/stick/backups.',
      hint: 'If it is on another disk, connect it; or choose another folder on the page Safety.',
    }),
  )
  await page.reload()
  const banner = page.getByRole('region', { name: 'Backup failed' })
  await expect(banner).toContainText('No backup could be made on 24 Nov 2026, 08:00.')
  await expect(banner).toContainText('is not there: /media/ada/stick/backups.')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await banner.getByRole('link', { name: 'Open Safety' }).click()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('The last daily backup failed on 24 Nov 2026, 08:00.')).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(banner).toHaveCount(0)
})
