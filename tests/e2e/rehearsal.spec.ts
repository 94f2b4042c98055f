import type { Page } from '@playwright/test'
import { finishFirstRun, goTo } from '../scenarios/main-job.ts'
import { expect, tabTo, test } from './app.ts'
import { faultsOf, sizesIn } from './looks.ts'
import {
  ada,
  call,
  makeStory,
  open,
  rehearse,
  toPractice,
  toldIn,
  goToStory,
} from './rehearsal-pages.ts'

const left = (page: Page) => page.getByRole('timer', { name: /Time left|Over time/ })
const pace = (page: Page) => page.getByRole('progressbar', { name: 'Pace' })

test('a story is rehearsed by the keyboard alone: due, marks, pause, times, rating, session', async ({
  page,
  start,
}) => {
  await open(page, start)
  await makeStory(page, 'The checkout that slowed')
  await toPractice(page)
  const due = page.getByRole('list', { name: 'To rehearse today' })
  await expect(due).toContainText('Ready, and never rehearsed.')
  await tabTo(page, /^Rehearse The checkout that slowed$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused()
  await page.clock.pauseAt('2026-11-24T08:55:00Z')
  await page.keyboard.press('Enter')

  await expect(page.getByText('3', { exact: true })).toBeVisible()
  await page.keyboard.press('Space')
  await page.clock.runFor(3000)
  await expect(left(page)).toHaveText('2:00')
  await expect(page.getByText(/What I have to say about the situation/)).toBeVisible()
  await page.clock.runFor(20_000)
  await page.keyboard.press('Space')
  await expect(page.getByText(/What I have to say about the task/)).toBeVisible()
  await page.clock.runFor(2000)
  await page.keyboard.press('Space')
  await page.keyboard.press('Backspace')
  await page.clock.runFor(8000)
  await expect(pace(page)).toHaveAttribute('aria-valuetext', /^Task: 0:10 of 0:12\. In all 0:30/)
  await page.keyboard.press('h')
  await expect(page.getByText(/What I have to say/)).toBeHidden()
  await page.keyboard.press('p')
  await expect(page.getByText('Paused').first()).toBeVisible()
  await page.clock.runFor(60_000)
  await page.keyboard.press('p')
  await page.keyboard.press('Space')
  for (const seconds of [70, 18, 6]) {
    await page.clock.runFor(seconds * 1000)
    await page.keyboard.press('Space')
  }
  await expect(left(page)).toHaveText('+0:04')
  await page.clock.runFor(6000)
  await page.keyboard.press('Space')
  await expect(page.getByText(/You told it in 2:10 of 2:00: within 15 %/)).toBeVisible()
  await expect(toldIn(page).getByRole('row')).toHaveText([
    /Part.*Budget/,
    /^Situation18 s20 son time$/,
    /^Task12 s10 son time$/,
    /^Action60 s70 s10 s over$/,
    /^Result18 s18 son time$/,
    /^Reflection6 s6 son time$/,
    /^Growth6 s6 son time$/,
    /^All2:00 min2:10 minon time$/,
  ])

  await page.clock.resume()
  await tabTo(page, /Rehearse again/)
  await tabTo(page, /Mark as rehearsed/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Story marked as rehearsed.')).toBeVisible()
  await page.getByRole('radio', { name: /4 Clear/ }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('radio', { name: /4 Clear/ })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Slower at the start')
  await expect
    .poll(async () => {
      const [only] = await call<{ note: string; rating: number }[]>(page, 'rehearsals.list', {
        story: await page.evaluate(() => location.hash.split('/').at(-1)),
      })
      return [only?.note, only?.rating]
    })
    .toEqual(['Slower at the start', 4])
  await tabTo(page, /^Log 2:10 min as study session$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Logged 2:10 min as a study session.')).toBeVisible()
  await expect(page.getByText(/Logged as a study session of 2:10 min/)).toBeVisible()
  await page.keyboard.press('Escape')

  const later = page.getByRole('list', { name: 'On later days' })
  await expect(later).toContainText('Rehearsed today, rated 4 of 5: due in 3 days.')
  await goTo(page, 'Log')
  const session = page.getByRole('listitem').filter({ hasText: 'Rehearsed: The checkout' })
  await expect(session).toContainText('Behavioural stories')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(session).toBeHidden()
})

test('a tab that slept and a page that is loaded again lose nothing', async ({ page, start }) => {
  await open(page, start)
  const id = await makeStory(page, 'The checkout that slowed')
  await rehearse(page, id)
  await page.getByRole('radio', { name: '5 min' }).check({ force: true })
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.clock.pauseAt('2026-11-24T08:55:00Z')
  await page.keyboard.press('Space')
  const at = async () =>
    /^Task: (\d):(\d\d)/.exec((await pace(page).getAttribute('aria-valuetext')) ?? '')
  await expect(pace(page)).toHaveAttribute('aria-valuetext', /^Task: 0:00/)
  // Ticks that never came: the clock alone moves on.
  await page.clock.fastForward(40_000)
  await expect.poll(async () => (await at())?.slice(1)).toEqual(['0', '40'])
  await page.clock.resume()
  await page.reload()
  await expect(pace(page)).toHaveAttribute('aria-valuetext', /^Task: 0:[4-5]\d of 0:30/)
  await page.keyboard.press('f')
  await expect(toldIn(page)).toContainText(/Task30 s[4-5]\d s/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
})

test('Escape asks before it leaves a running rehearsal, and holds the time while it asks', async ({
  page,
  start,
}) => {
  await open(page, start)
  const id = await makeStory(page, 'The checkout that slowed')
  const other = await makeStory(page, 'Another one')
  await rehearse(page, id)
  await page.clock.pauseAt('2026-11-24T08:55:00Z')
  await page.keyboard.press('Enter')
  await page.clock.runFor(13_000)
  await page.keyboard.press('Escape')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('You have told 10 s of it.')
  await page.clock.runFor(30_000)
  await question.getByRole('button', { name: 'Go on' }).click()
  await page.clock.runFor(1000)
  await expect(question).toBeHidden()
  await expect(left(page)).toHaveText('1:49')
  await page.clock.resume()

  // Left by the address alone: it goes on, and other pages say so.
  await goToStory(page, other)
  await expect(page.getByText('Another story is being rehearsed.')).toBeVisible()
  await page.getByRole('button', { name: 'Go on with it' }).click()
  await expect(left(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rehearse' })).toBeVisible()
  await expect(page.getByText('A rehearsal is going on.')).toBeHidden()
  expect(await call(page, 'rehearsals.list', { story: id })).toEqual([])
})

test('a rehearsal that could not be saved is still there and saved again', async ({
  page,
  start,
}) => {
  await open(page, start)
  await rehearse(page, await makeStory(page, 'The checkout that slowed'))
  await page.route('**/call/rehearsals.save', (route) => route.abort())
  await page.clock.pauseAt('2026-11-24T08:55:00Z')
  await page.keyboard.press('Enter')
  await page.clock.runFor(13_000)
  await page.keyboard.press('f')
  await expect(page.getByRole('alert')).toContainText('Its times are still here.')
  await page.unroute('**/call/rehearsals.save')
  await page.clock.runFor(5000)
  await page.getByRole('button', { name: 'Save again' }).click()
  await expect(toldIn(page)).toContainText('Situation18 s10 s')
})

test('at L7, where the plan names no stories, the session goes to leadership; a deleted rehearsal comes back', async ({
  page,
  start,
}) => {
  await page.clock.install({ time: '2026-11-24T08:50:00Z' })
  await start()
  await finishFirstRun(page, { ...ada, level: 'L7' })
  const id = await makeStory(page, 'The checkout that slowed')
  for (const startedAt of ['2026-11-20T08:00:00Z', '2026-11-22T08:00:00Z'])
    await call(page, 'rehearsals.save', {
      story: id,
      format: '2min',
      startedAt,
      parts: [{ part: 'action', ms: 150_000 }],
    })
  await rehearse(page, id)
  await page.getByRole('button', { name: /^22 Nov 2026/ }).click()
  await expect(page.getByLabel('Category')).toHaveValue('org-leadership')
  await page.getByRole('button', { name: /^Log 2:30 min/ }).click()
  await page.getByText('Logged 2:30 min as a study session.').waitFor()
  const log = () => page.getByRole('button', { name: /^Log 2:30 min/ })
  await expect(log()).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(log()).toBeVisible()

  await page.getByRole('button', { name: /^Delete the rehearsal of 20 Nov 2026/ }).click()
  const earlier = page.getByRole('table', { name: 'Rehearsals of this story, the latest first' })
  await expect(earlier.getByRole('row')).toHaveCount(2)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Rehearsal moved to the trash' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(earlier.getByRole('row')).toHaveCount(3)

  // 30 s over of 2 min: what counts as on time is the person's own setting.
  const settings = await call<Record<string, unknown>>(page, 'stories.settings', {})
  await expect(earlier.getByText('30 s over')).toHaveCount(2)
  await expect(page.getByText(/dashed lines are 15 % either way/)).toBeVisible()
  await call(page, 'stories.saveSettings', { ...settings, tolerancePercent: 25 })
  await expect(page.getByText(/dashed lines are 25 % either way/)).toBeVisible()
  await expect(earlier.getByText('on time')).toHaveCount(2)
  await expect(page.getByText(/You told it in 2:30 of 2:00: within 25 %/)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [width, height] of sizesIn(colorScheme, [
    [1280, 800],
    [900, 600],
  ] as const))
    test(`no page of it has an accessibility fault or is wider than the window, ${colorScheme}, ${width} px`, async ({
      page,
      start,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      await open(page, start)
      const isFine = async (where: string) => {
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        expect([where, await faultsOf(page)]).toEqual([where, []])
        const overflow = await page.evaluate(() =>
          [document.documentElement, document.querySelector('.rehearse-frame')].map((element) =>
            element === null ? 0 : element.scrollWidth - element.clientWidth,
          ),
        )
        expect([where, overflow]).toEqual([where, [0, 0]])
      }
      await toPractice(page)
      await expect(page.getByText('There are no stories yet')).toBeVisible()
      await isFine('empty')
      const id = await makeStory(page, `A very long title ${'that goes on and on '.repeat(12)}`)
      await makeStory(page, 'A draft', 'draft')
      for (const day of ['20', '22'])
        await call(page, 'rehearsals.save', {
          story: id,
          format: '2min',
          startedAt: `2026-11-${day}T08:00:00Z`,
          parts: [{ part: 'action', ms: 150_000 }],
        })
      await expect(page.getByRole('list', { name: 'On later days' })).toBeVisible()
      await isFine('due')
      await rehearse(page, id)
      await isFine('setup')
      await page.keyboard.press('Enter')
      await isFine('countdown')
      await page.clock.fastForward(30_000)
      await page.keyboard.press('Space')
      await page.clock.fastForward(150_000)
      await expect(page.getByText('Over time')).toBeVisible()
      await isFine('over time')
      await page.keyboard.press('f')
      await expect(toldIn(page)).toBeVisible()
      await isFine('review')
    })
