import { expect, type Locator, type Page } from '@playwright/test'

/**
 * The main job as a person does it, by what is on the screen: roles, labels and words. The same steps run in a browser
 * and in the desktop app.
 */

export type FirstRun = Readonly<{
  level?: 'L6' | 'L7'
  startDate: string
  interviewDate?: string
  weeklyHours?: string
  name?: string
}>

/** Fills the first run; without an interview date it is not known. Ends on the first screen. */
export async function finishFirstRun(page: Page, answers: FirstRun): Promise<void> {
  const level = page.getByRole('radio', { name: new RegExp(`^${answers.level ?? 'L6'}\\b`) })
  // The radio itself is drawn as a card around it.
  await level.check({ force: true })
  await page.getByLabel('Start date').fill(answers.startDate)
  if (answers.interviewDate === undefined) await page.getByLabel('Not known yet').check()
  else await page.getByLabel('Interview date').fill(answers.interviewDate)
  if (answers.weeklyHours !== undefined)
    await page.getByLabel('Weekly hours').fill(answers.weeklyHours)
  if (answers.name !== undefined) await page.getByLabel(/^Name/).fill(answers.name)
  await page.getByRole('button', { name: 'Start preparing' }).click()
  await expect(navigation(page)).toBeVisible()
}

export type TypedSession = Readonly<{
  category: string
  duration: string
  date?: string
  time?: string
  note?: string
}>

/** Logs a session in the form that opens over any screen. */
export async function logSession(page: Page, typed: TypedSession): Promise<void> {
  await navigation(page).getByRole('button', { name: 'New session' }).click()
  const form = page.getByRole('dialog', { name: 'New session' })
  await form.getByLabel('Category').selectOption({ label: typed.category })
  await form.getByLabel('Duration', { exact: true }).fill(typed.duration)
  if (typed.date !== undefined) await form.getByLabel('Date').fill(typed.date)
  if (typed.time !== undefined) await form.getByLabel('Start').fill(typed.time)
  if (typed.note !== undefined) await form.getByLabel(/^Note/).fill(typed.note)
  await form.getByRole('button', { name: 'Log session' }).click()
  await expect(form).toBeHidden()
}

export type ScreenName = 'Today' | 'Log' | 'Plan' | 'Stories' | 'Report'

/** Goes to a screen by the sidebar. */
export async function goTo(page: Page, screen: ScreenName): Promise<void> {
  await navigation(page).getByRole('link', { name: screen }).click()
  await expectScreen(page, screen)
}

/** Waits until a screen shows. */
export async function expectScreen(page: Page, screen: ScreenName): Promise<void> {
  await expect(page.getByRole('main', { name: screen })).toBeVisible()
}

/** The row of a category in the plan's table. The plan must show. */
export function planRow(page: Page, category: string): Locator {
  return page
    .getByRole('main', { name: 'Plan' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: category }) })
}

/** Saves the report by its key and waits until the page says under which name. */
export async function saveReport(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+e')
  const saved = page.getByRole('main', { name: 'Report' }).getByText(/^Saved as/)
  await expect(saved).toBeVisible({ timeout: 30_000 })
  return (await saved.getByRole('strong').textContent()) ?? ''
}

function navigation(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Screens' })
}
