import type { Locator, Page } from '@playwright/test'
import { expect } from './app.ts'

export const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const

export async function goToStories(page: Page) {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: 'Stories' })
    .click()
  await expect(
    page.getByRole('main').getByRole('heading', { level: 1, name: 'Stories' }),
  ).toBeVisible()
}

/** Makes an empty story by its key and waits for its editor. */
export async function newStory(page: Page, title: string) {
  // In a text field it would be a letter.
  await page.getByRole('main').focus()
  const before = page.url()
  await page.keyboard.press('Shift+N')
  await expect(page).not.toHaveURL(before)
  await expect(field(page, 'Title')).toBeVisible()
  await field(page, 'Title').fill(title)
  await saved(page)
}

export const field = (page: Page, name: string) =>
  page.getByRole('main').getByRole('textbox', { name, exact: true })

export async function saved(page: Page) {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible()
}

export async function openStory(page: Page, title: string) {
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: title }).click()
  await expect(field(page, 'Title')).toHaveValue(title)
}

export const rows = (page: Page): Locator =>
  page.getByRole('list', { name: 'Stories' }).locator('> li')
