import { setTimeout as wait } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { finishFirstRun, goTo } from '../scenarios/main-job.ts'
import { expect, tabTo, test } from './app.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const

/** Makes a call as the page does, and fails the test where it is refused. */
async function call<T>(page: Page, name: string, input: unknown): Promise<T> {
  return page.evaluate(
    async ({ name, input }) => {
      const answer = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      const result = (await answer.json()) as { ok: boolean; value: T }
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`)
      return result.value
    },
    { name, input },
  )
}

const part = (name: string) => `What I have to say about the ${name}. `.repeat(6)

/** A story that may be called ready; its id. */
async function makeStory(page: Page, title: string, status = 'ready'): Promise<string> {
  const { story } = await call<{ story: { id: string } }>(page, 'stories.create', {
    content: {
      title,
      primaryPrinciple: 'ownership',
      parts: {
        situation: part('situation'),
        task: part('task'),
        action: part('action'),
        result: part('result'),
        reflection: part('reflection'),
        growth: part('growth'),
      },
    },
  })
  if (status !== 'draft') await call(page, 'stories.setStatus', { id: story.id, status })
  return story.id
}

const goToStory = (page: Page, id: string) =>
  page.evaluate((story) => {
    location.hash = `/practice/rehearse/${story}`
  }, id)

const rehearse = async (page: Page, id: string) => {
  await goToStory(page, id)
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
}

const toPractice = (page: Page) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Practice' }).click()

const left = (page: Page) => page.getByRole('timer', { name: /Time left|Over time/ })
const pace = (page: Page) => page.getByRole('progressbar', { name: 'Pace' })
const toldIn = (page: Page) =>
  page.getByRole('table', { name: 'Time of each part against its budget' })

/** Opens the app on a page whose clock the test moves: ten minutes before the host's, so that nothing is ahead. */
async function open(page: Page, start: (now?: string | null) => Promise<unknown>) {
  await page.clock.install({ time: '2026-11-24T08:50:00Z' })
  await start()
  await finishFirstRun(page, ada)
}

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
})

test('what is said is recorded only when that is switched on, played, and deleted with a way back', async ({
  page,
  start,
}) => {
  // A tone in place of a microphone; the recorder is the browser's own.
  await page.addInitScript(() => {
    const listen = () => {
      const context = new AudioContext()
      const tone = context.createOscillator()
      const out = context.createMediaStreamDestination()
      tone.connect(out)
      tone.start()
      return Promise.resolve(out.stream)
    }
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: listen })
  })
  await open(page, start)
  const id = await makeStory(page, 'The checkout that slowed')
  await toPractice(page)
  const recordSwitch = page.getByRole('switch', { name: /Record my rehearsals/ })
  await expect(recordSwitch).not.toBeChecked()
  await recordSwitch.click()
  await expect(recordSwitch).toBeChecked()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(recordSwitch).not.toBeChecked()
  await recordSwitch.click()
  await expect(recordSwitch).toBeChecked()
  await rehearse(page, id)
  await expect(page.getByText('Will be recorded', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.clock.fastForward(3000)
  await expect(page.getByText('Recording', { exact: true })).toBeVisible()
  await page.clock.fastForward(5000)
  // The recorder keeps real time, whatever the page's clock says.
  await wait(1500)
  await page.keyboard.press('f')
  await page.getByRole('button', { name: /^Play the recording/ }).click()
  const sound = page.locator('audio')
  await expect
    .poll(() =>
      sound.evaluate((audio: HTMLAudioElement) => [
        audio.src.startsWith('blob:'),
        audio.readyState > 1,
        audio.error,
      ]),
    )
    .toEqual([true, true, null])
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^1 recording\. \d+ KB used on disk\.$/)).toBeVisible()
  await page.getByRole('button', { name: /^Delete the recording/ }).click()
  const inTrash = page.getByText(/1 recording in the trash/)
  await inTrash.click()
  await page.getByRole('button', { name: /^Put back the recording/ }).click()
  await expect(inTrash).toBeHidden()
  await expect(page.getByRole('button', { name: /^Play the recording/ })).toBeVisible()
})

test('a microphone that is not given stops nothing', async ({ page, start }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
      value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    })
  })
  await open(page, start)
  const id = await makeStory(page, 'The checkout that slowed')
  await call(page, 'rehearsals.setRecording', { on: true })
  await rehearse(page, id)
  await expect(page.getByText('Will be recorded')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(
    page.getByText(/The microphone was not allowed\. This rehearsal is not/),
  ).toBeVisible()
  await page.clock.fastForward(9000)
  await page.keyboard.press('f')
  await expect(toldIn(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Play/ })).toBeHidden()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const)
    test(`no page of it has an accessibility fault or is wider than the window, ${colorScheme}, ${width} px`, async ({
      page,
      start,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      await open(page, start)
      const isFine = async (where: string) => {
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect([
          where,
          violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]),
        ]).toEqual([where, []])
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
