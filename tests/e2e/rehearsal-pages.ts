import type { Page } from '@playwright/test'
import { finishFirstRun } from '../scenarios/main-job.ts'
import { expect } from './app.ts'

/** When the person of these tests prepares. */
export const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const

/** Makes a call as the page does, and fails the test where it is refused. */
export async function call<T>(page: Page, name: string, input: unknown): Promise<T> {
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
export async function makeStory(page: Page, title: string, status = 'ready'): Promise<string> {
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

/** Goes to the rehearsal of a story by its address. */
export const goToStory = (page: Page, id: string) =>
  page.evaluate((story) => {
    location.hash = `/practice/rehearse/${story}`
  }, id)

/** Opens the rehearsal of a story, before its start. */
export const rehearse = async (page: Page, id: string) => {
  await goToStory(page, id)
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
}

/** Opens the practice pages. */
export const toPractice = (page: Page) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Practice' }).click()

/** The table of the parts after a rehearsal. */
export const toldIn = (page: Page) =>
  page.getByRole('table', { name: 'Time of each part against its budget' })

/** Opens the app on a page whose clock the test moves: ten minutes before the host's, so that nothing is ahead. */
export async function open(page: Page, start: (now?: string | null) => Promise<unknown>) {
  await page.clock.install({ time: '2026-11-24T08:50:00Z' })
  await start()
  await finishFirstRun(page, ada)
}
