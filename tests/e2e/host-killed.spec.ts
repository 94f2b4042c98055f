import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { finishFirstRun } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { ada, field, newStory, saved } from './story-pages.ts'

test('a host that is killed while a person types comes back, and the page goes on where it was', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await start()
  await finishFirstRun(page, ada)
  await newStory(page, 'Killed')
  const address = page.url()
  const lost = page.getByRole('status').filter({ hasText: 'Loopready does not answer.' })
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'host.json'), 'utf8')) as { pid: number }

  const typing = field(page, 'Action').pressSequentially('before, at and after the end of it', {
    delay: 40,
  })
  await page.waitForTimeout(400)
  process.kill(pid, 'SIGKILL')
  await typing
  await field(page, 'Growth').fill('and more')
  await expect(lost).toBeHidden()
  await saved(page)
  expect(page.url()).toBe(address)
  await expect(field(page, 'Action')).toHaveValue('before, at and after the end of it')
  const again = JSON.parse(readFileSync(join(dataDir, 'host.json'), 'utf8')) as { pid: number }
  expect(again.pid).not.toBe(pid)
  expect(readdirSync(join(dataDir, 'crashes'))).toEqual([expect.stringMatching(/-host\.txt$/)])

  // It is on the disk, and notices come again: another program's change shows by itself.
  await page.reload()
  await expect(field(page, 'Action')).toHaveValue('before, at and after the end of it')
  await expect(field(page, 'Growth')).toHaveValue('and more')
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  await terminal('log', '1h', 'coding', '--time', '07:00', '--note', 'From elsewhere')
  await expect(page.getByRole('main').getByText('From elsewhere')).toBeVisible()

  // A request that gets no answer while the stream stays open says so, and does not say so for ever.
  await page.route('**/call/**', (route) => route.abort('connectionreset'), { times: 1 })
  const shown = page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        new MutationObserver(() => {
          if (document.body.innerText.includes('Loopready does not answer.')) resolve(true)
        }).observe(document.body, { childList: true, subtree: true })
      }),
  )
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  expect(await shown).toBe(true)
  await expect(lost).toBeHidden()
})
