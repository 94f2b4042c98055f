import { expect, test, tabTo } from './app.ts'
import { faultsOf, overflowOf, sizesIn } from './looks.ts'

const screens = ['/', '/log', '/plan', '/report', '/profile', '/profile/data', '/profile/safety']

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of sizesIn(theme, [
    [1280, 800],
    [900, 600],
  ] as const))
    test(`no screen has an accessibility fault or is wider than the window, ${theme}, ${width} px`, async ({
      page,
      start,
      terminal,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      await start()
      await expect(page.getByRole('button', { name: 'Start preparing' })).toBeVisible()
      expect(await faultsOf(page)).toEqual([])
      await terminal('demo')
      await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
      for (const screen of screens) {
        await page.evaluate((path) => {
          location.hash = path
        }, screen)
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        expect([screen, await faultsOf(page)]).toEqual([screen, []])
        expect([screen, await overflowOf(page)]).toEqual([screen, 0])
      }
    })

test('the whole sidebar is in sight in a window of 900 by 600', async ({
  page,
  start,
  terminal,
}) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await terminal('demo')
  await start()
  const sidebar = page.getByRole('navigation', { name: 'Screens' })
  for (const entry of [
    sidebar.getByRole('button', { name: 'Command palette' }),
    sidebar.getByRole('link', { name: 'Today' }),
    sidebar.getByRole('link', { name: 'Report' }),
    sidebar.getByTitle('Robin Vale'),
    sidebar.getByRole('button', { name: 'Keyboard shortcuts' }),
  ])
    await expect(entry).toBeInViewport({ ratio: 1 })
})

test('every figure of the plan explains itself to the keyboard, and Escape closes it', async ({
  page,
  start,
  terminal,
}) => {
  await terminal('demo')
  await start()
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByRole('main', { name: 'Plan' })).toBeVisible()
  const distance = /How .*allocation distance.* is worked out/i
  await expect(page.getByRole('button', { name: distance }).first()).toBeVisible()
  await tabTo(page, distance)
  await expect(page.getByText(/half the sum/i).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/half the sum/i)).toBeHidden()
})
