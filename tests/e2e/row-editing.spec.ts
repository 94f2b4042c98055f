import type { Page } from '@playwright/test'
import { finishFirstRun, goTo } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './looks.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const
const rows = (page: Page) => page.getByRole('list', { name: /^Sessions/ }).locator('[data-offset]')
const editor = (page: Page) => page.getByRole('group', { name: 'Edit the session in its row' })
const focused = (page: Page) => page.locator(':focus')

test.beforeEach(async ({ page, start, terminal }) => {
  await start()
  await finishFirstRun(page, ada)
  const log = (duration: string, category: string, note: string, date: string, time: string) =>
    terminal('log', duration, category, '--date', date, '--time', time, '--note', note)
  await log('1h', 'coding', 'Graphs', '2026-11-20', '09:00')
  const design = ['log', '2h', 'system-design', '--note', 'Queues', '--count', 'design=2']
  await terminal(...design, '--date', '2026-11-21', '--time', '09:00')
  await log('30m', 'coding', 'Heaps', '2026-11-22', '09:00')
  await goTo(page, 'Log')
  await expect(rows(page)).toHaveCount(3)
  await rows(page).first().focus()
})

/** Presses Tab until the field of a name has the focus: a time and a date take several presses. */
async function tabInto(page: Page, name: string) {
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => document.activeElement?.getAttribute('name'))
    if (at === name) return
  }
  throw new Error(`Tab never reached ${name}`)
}

test('every field of a row is edited by the keyboard alone; Enter saves and Undo takes it back', async ({
  page,
}) => {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(editor(page).getByLabel('Duration')).toBeFocused()
  await page.keyboard.type('1:45')
  await expect(editor(page)).toContainText('= 1 h 45 min')
  await tabInto(page, 'category')
  await page.keyboard.type('Cod')
  await tabInto(page, 'time')
  await page.keyboard.type('0730')
  await tabInto(page, 'date')
  await tabInto(page, 'note')
  await page.keyboard.press('End')
  await page.keyboard.type(' and caches')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('A second line')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toHaveCount(0)
  const row = rows(page).nth(1)
  await expect(row).toContainText('Coding practice')
  await expect(row).toContainText('1h45')
  await expect(row).toContainText('07:30')
  await expect(row).toContainText('Queues and caches')
  await expect(row).toContainText('A second line')
  await expect(row).toContainText('2 design problems')
  await expect(row).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(row).toContainText('System design')
  await expect(row).not.toContainText('second line')
})

test('Escape restores the row and gives it the focus; what was typed can be had back', async ({
  page,
}) => {
  await page.keyboard.press('F2')
  await page.keyboard.type('3h')
  await page.keyboard.press('Escape')
  await expect(editor(page)).toHaveCount(0)
  await expect(rows(page).first()).toBeFocused()
  await expect(rows(page).first()).toContainText('30m')
  await page.getByRole('button', { name: 'Go on editing' }).click()
  await expect(editor(page).getByLabel('Duration')).toHaveValue('3h')
})

test('what is wrong stands at its field, in the row, and nothing typed goes', async ({ page }) => {
  await page.keyboard.press('Enter')
  await page.keyboard.type('25h')
  await editor(page).getByLabel('Date').fill('2026-11-30')
  await page.keyboard.press('Enter')
  await expect(editor(page).getByLabel('Duration')).toHaveAccessibleDescription(/24 h/)
  await expect(editor(page).getByLabel('Date')).toHaveAccessibleDescription(/in the future/)
  await expect(editor(page).getByLabel('Duration')).toBeFocused()
  await expect(editor(page).getByLabel('Duration')).toHaveValue('25h')
  await editor(page).getByLabel('Duration').fill('40m')
  await editor(page).getByLabel('Date').fill('2026-11-20')
  await editor(page).getByLabel('Start').fill('08:30')
  await page.keyboard.press('Enter')
  await expect(editor(page).getByRole('alert')).toContainText('overlaps the session of 20 Nov 2026')
  await editor(page).getByRole('button', { name: 'Save anyway' }).press('Enter')
  await expect(editor(page)).toHaveCount(0)
  // The row has moved under another day, and the focus went with it.
  await expect(focused(page)).toContainText('08:30')
  await expect(focused(page)).toContainText('Heaps')
})

test('what is typed survives scrolling, another screen, a session logged elsewhere and a reload', async ({
  page,
  terminal,
}) => {
  await page.keyboard.press('Enter')
  await page.keyboard.type('55m')
  await tabInto(page, 'note')
  await page.keyboard.press('End')
  await page.keyboard.type(', half')
  await terminal(
    'log',
    '10m',
    'stories',
    '--date',
    '2026-11-24',
    '--time',
    '08:00',
    '--note',
    'New',
  )
  await expect(rows(page)).toHaveCount(4)
  // The cursor has followed the session to its new place.
  await page.keyboard.type(' a thought')
  await expect(editor(page).getByLabel('Note')).toHaveValue('Heaps, half a thought')
  await terminal('edit', 'last', '--note', 'Newer')
  await expect(rows(page).first()).toContainText('Newer')
  await goTo(page, 'Plan')
  await goTo(page, 'Log')
  await expect(editor(page).getByLabel('Note')).toHaveValue('Heaps, half a thought')
  await page.reload()
  await expect(editor(page).getByLabel('Note')).toHaveValue('Heaps, half a thought')
  await expect(editor(page).getByLabel('Duration')).toHaveValue('55m')
  await editor(page).getByLabel('Duration').press('Enter')
  await expect(rows(page).nth(1)).toContainText('55m')
  await expect(rows(page).nth(1)).toBeFocused()
})

test('a field that was not touched keeps what was changed elsewhere', async ({
  page,
  terminal,
}) => {
  await page.keyboard.press('Enter')
  await page.keyboard.type('50m')
  await terminal('edit', 'last', '--note', 'From the terminal')
  await expect(editor(page).getByLabel('Note')).toHaveValue('From the terminal')
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toContainText('50m')
  await expect(rows(page).first()).toContainText('From the terminal')
})

test('a double press edits the field that was pressed, and the form takes over what was typed', async ({
  page,
}) => {
  await rows(page).nth(1).getByText('Queues').dblclick()
  await expect(editor(page).getByLabel('Note')).toBeFocused()
  await page.keyboard.type('Streams')
  await editor(page).getByRole('button', { name: 'Counts and more' }).click()
  const form = page.getByRole('dialog', { name: 'Edit session' })
  await expect(form.getByLabel(/^Note/)).toHaveValue(/Streams/)
  await expect(form.getByRole('spinbutton', { name: 'Design problems' })).toHaveValue('2')
  await expect(editor(page)).toHaveCount(0)
})

test('the menu of a row leads into the row as well', async ({ page }) => {
  await rows(page).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Edit in the row' }).click()
  await expect(editor(page).getByLabel('Duration')).toBeFocused()
  await page.keyboard.type('42m')
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toContainText('42m')
  await page.keyboard.press('e')
  const form = page.getByRole('dialog', { name: 'Edit session' })
  await expect(form.getByLabel('Duration', { exact: true })).toHaveValue('42m')
  await expect(form.getByRole('spinbutton', { name: 'Easy problems' })).toBeFocused()
})

test('days stand in weeks with their sums, which begin where the profile says', async ({
  page,
}) => {
  const list = page.getByRole('list', { name: /^Sessions/ })
  await expect(list).toContainText('Week of 16 Nov 2026 to 22 Nov 2026')
  await expect(list).toContainText('3 sessions, 3h30')
  await page.evaluate(() => {
    location.hash = '/profile'
  })
  await page.getByLabel('A week starts on').selectOption('Sunday')
  await goTo(page, 'Log')
  await expect(list).toContainText('Week of 22 Nov 2026 to 28 Nov 2026')
  await expect(list).toContainText('1 session, 30m')
  await expect(list).toContainText('2 sessions, 3h')
  const map = page.getByRole('grid', { name: /^Hours per day/ })
  await expect(map.getByRole('rowheader').first()).toContainText('Sun')
  await expect(
    map.getByRole('button', { name: 'Week of 22 Nov 2026 to 28 Nov 2026: 0.5 h' }),
  ).toBeVisible()
})

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 900],
] as const)
  test(`a row that is edited has no accessibility fault and fits, ${colorScheme}, ${width} px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 600 })
    await page.keyboard.press('Enter')
    await editor(page).getByLabel('Duration').fill('x')
    await page.keyboard.press('Enter')
    await expect(editor(page).getByLabel('Duration')).toHaveAccessibleDescription(/not a duration/)
    expect(await faultsOf(page)).toEqual([])
    const [scroll, client] = await editor(page).evaluate((element) => [
      element.scrollWidth,
      element.clientWidth,
    ])
    expect(scroll).toBe(client)
  })
