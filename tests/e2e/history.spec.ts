import type { Page } from '@playwright/test'
import { finishFirstRun, goTo } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './looks.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const
const rows = (page: Page) => page.getByRole('list', { name: /^Sessions/ }).locator('[data-offset]')

test.beforeEach(async ({ page, start, terminal }) => {
  await start()
  await finishFirstRun(page, ada)
  const log = (duration: string, category: string, note: string, date: string, time: string) =>
    terminal('log', duration, category, '--date', date, '--time', time, '--note', note)
  await log('1h', 'coding', 'Café cache', '2026-11-20', '09:00')
  await log('2h', 'system-design', 'Queues', '2026-11-21', '09:00')
  await log('30m', 'coding', 'Cache again', '2026-11-22', '09:00')
  await goTo(page, 'Log')
  await expect(rows(page)).toHaveCount(3)
})

test('the search finds words from their beginning, marks them, and Escape clears it', async ({
  page,
}) => {
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search notes' })
  await expect(search).toBeFocused()
  await page.keyboard.type('cafe')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).locator('mark')).toHaveText('Café')
  await expect(page.getByText('1 session, 1.0 h')).toBeVisible()
  await goTo(page, 'Plan')
  await goTo(page, 'Log')
  await expect(search).toHaveValue('cafe')
  await expect(rows(page)).toHaveCount(1)
  await search.focus()
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await expect(rows(page)).toHaveCount(3)
})

test('filters narrow the list together; an empty result says what to loosen', async ({ page }) => {
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('button', { name: 'Coding practice', exact: true }).click()
  await expect(rows(page)).toHaveCount(2)
  await page.getByLabel('From').fill('2026-11-22')
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('searchbox').fill('queues')
  await expect(page.getByText('No session matches')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Any words' }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(rows(page)).toHaveCount(3)
})

test('the keyboard alone selects and merges, and asks for the category when they differ', async ({
  page,
}) => {
  await rows(page).first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('region', { name: 'Selected sessions' })
  await expect(bar).toContainText('2 sessions selected, 2.5 h')
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bar).toContainText('3 sessions selected, 3.5 h')
  expect(await faultsOf(page)).toEqual([])
  await bar.getByRole('button', { name: 'Merge' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Merge 3 sessions' })
  await expect(dialog).toContainText('20 Nov 2026, 09:00 and lasts 3 h 30 min')
  await dialog.getByLabel('Category').selectOption('system-design')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Merge' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('System design')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(3)
})

test('Shift and an arrow back leaves what it came from; Escape lets all go', async ({ page }) => {
  await rows(page).first().focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('region', { name: 'Selected sessions' })
  await expect(bar).toContainText('3 sessions')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(bar).toContainText('2 sessions')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
})

test('several sessions change category, move and go, each taken back by one Undo', async ({
  page,
}) => {
  const bar = page.getByRole('region', { name: 'Selected sessions' })
  const selectTwo = async () => {
    await page
      .getByRole('checkbox', { name: /Coding practice/ })
      .first()
      .check()
    await page
      .getByRole('checkbox', { name: /Coding practice/ })
      .last()
      .check()
  }
  await selectTwo()
  await bar.getByRole('button', { name: 'Category' }).click()
  const change = page.getByRole('dialog', { name: 'Change the category' })
  await change.getByLabel('Category').selectOption('stories')
  await change.getByRole('button', { name: 'Change category' }).click()
  await expect(rows(page).filter({ hasText: 'Behavioural stories' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page).filter({ hasText: 'Coding practice' })).toHaveCount(2)

  await selectTwo()
  await bar.getByRole('button', { name: 'Move' }).click()
  const move = page.getByRole('dialog', { name: 'Move to another day' })
  await move.getByLabel('Days').fill('5')
  await move.getByRole('radio', { name: 'Later' }).check()
  await move.getByRole('button', { name: 'Move' }).click()
  await expect(move.getByLabel('Days')).toHaveAccessibleDescription(/future/)
  await move.getByRole('radio', { name: 'Earlier' }).check()
  await move.getByRole('button', { name: 'Move' }).click()
  await expect(page.getByText('Sunday, 15 November 2026')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Sunday, 15 November 2026')).toBeHidden()

  await selectTwo()
  await bar.getByRole('button', { name: 'Delete' }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(3)
})

test('a session is split with the result in sight, and duplicated to now', async ({ page }) => {
  await rows(page).filter({ hasText: 'Queues' }).hover()
  await rows(page).filter({ hasText: 'Queues' }).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Split…' }).click()
  const split = page.getByRole('dialog', { name: 'Split the session' })
  await split.getByLabel('Duration of the first part').fill('3h')
  await expect(split.getByLabel('Duration of the first part')).toHaveAccessibleDescription(
    /shorter than 2 h/,
  )
  await split.getByLabel('Duration of the first part').fill('25m')
  await expect(split).toContainText('09:25–11:00')
  expect(await faultsOf(page)).toEqual([])
  await split.getByRole('button', { name: 'Split' }).click()
  await expect(rows(page)).toHaveCount(4)

  await rows(page).filter({ hasText: 'Café' }).hover()
  await rows(page).filter({ hasText: 'Café' }).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /^Duplicate/ }).click()
  await expect(rows(page).filter({ hasText: 'Café' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(rows(page).filter({ hasText: 'Café' })).toHaveCount(1)
})

test('the calendar is walked by arrow keys; a day and a week sum narrow the log', async ({
  page,
}) => {
  const map = page.getByRole('grid', { name: /^Hours per day in 2026/ })
  await map.locator('[tabindex="0"]').focus()
  const focused = map.locator(':focus')
  await expect(focused).toHaveAccessibleName('Tuesday, 24 Nov 2026: nothing logged')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAccessibleName('Friday, 20 Nov 2026: 1.0 h, 1 session')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('Café')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(3)
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAccessibleName('Week of 16 Nov 2026 to 22 Nov 2026: 3.5 h')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Remove filter 16 Nov 2026 to/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Remove filter/ })).toHaveCount(0)
})

test('what was deleted is put back from the trash by the keyboard; emptying it asks first', async ({
  page,
}) => {
  await rows(page).filter({ hasText: 'Queues' }).focus()
  await page.keyboard.press('Delete')
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Trash and changes' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Trash and changes' })
  await expect(dialog).toContainText('30 days left')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: /^Put back System design/ }).press('Enter')
  await expect(dialog).toContainText('The trash is empty')
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(3)

  await rows(page).filter({ hasText: 'Queues' }).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Trash and changes' }).press('Enter')
  await dialog.getByRole('button', { name: 'Empty trash' }).press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Empty the trash?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('button', { name: /^Put back/ })).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Empty trash' }).click()
  await question.getByRole('button', { name: 'Empty trash' }).click()
  await expect(dialog).toContainText('The trash is empty')
})

test('the trash holds everything that was deleted, each with its way back', async ({ page }) => {
  await page.evaluate(async () => {
    const call = async (name: string, input: unknown) => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify(input)
      const answer = await fetch(`/call/${name}`, { method: 'POST', headers, body })
      return (await answer.json()) as { value: Record<string, Record<string, string>> }
    }
    const { value: made } = await call('stories.create', { content: { title: 'The long outage' } })
    await call('stories.remove', { ids: [made['story']?.['id']] })
    const mine = { text: 'Why us?', kind: 'strategy', principle: null, level: null }
    const { value: asked } = await call('questions.saveOwn', { question: mine })
    await call('questions.removeOwn', { ids: [asked['question']?.['id']] })
    const own = { group: 'influence', text: 'I lead a guild.' }
    const { value: added } = await call('checklist.addItem', own)
    await call('checklist.removeItem', { item: added['row']?.['item'] })
  })
  await rows(page).filter({ hasText: 'Queues' }).focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command or session' }).fill('trash')
  await expect(page.getByRole('option', { name: 'Trash and changes' })).toBeVisible()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Trash and changes' })
  await expect(dialog).toContainText('4 entries, each kept for 30 days')
  await expect(dialog.getByRole('listitem').first()).toContainText('System design')
  expect(await faultsOf(page)).toEqual([])
  for (const name of [
    'Put back story: The long outage',
    'Put back question: Why us?',
    'Put back checklist item: I lead a guild.',
  ])
    await dialog.getByRole('button', { name }).press('Enter')
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByRole('button', { name: /^Put back System design/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Screens' }).getByText('Stories').click()
  await expect(page.getByText('The long outage')).toBeVisible()
})

test('the list of changes says what was taken back, and goes back and forth', async ({
  page,
  terminal,
}) => {
  await rows(page).filter({ hasText: 'Queues' }).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Trash and changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Trash and changes' })
  await dialog.getByRole('radio', { name: 'Changes' }).check()
  const latest = dialog
    .getByRole('list', { name: /^Changes/ })
    .getByRole('listitem')
    .first()
  await expect(latest).toContainText('Delete session')
  await expect(latest).not.toContainText('Undone')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(latest).toContainText('Undone')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Redo' }).click()
  await expect(latest).not.toContainText('Undone')
  await terminal('log', '1h', 'coding', '--date', '2026-11-19', '--time', '09:00')
  await expect(latest).toContainText('Log session')
})
