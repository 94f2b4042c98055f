import type { Page } from '@playwright/test'
import { finishFirstRun, goTo, logSession } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { faultsOf, sizesIn } from './looks.ts'

test.beforeEach(async ({ page, start }) => {
  await start()
  await finishFirstRun(page, { startDate: '2026-09-01', interviewDate: '2026-12-15' })
})

async function openQuickAdd(page: Page) {
  await page.keyboard.press('q')
  const dialog = page.getByRole('dialog', { name: 'Quick add' })
  const line = dialog.getByRole('textbox', { name: 'Session in one line' })
  await expect(line).toBeFocused()
  const chips = dialog.getByRole('list', { name: 'Understood' })
  return { dialog, line, chips, points: dialog.getByRole('list', { name: 'To settle' }) }
}

for (const { typed, understood, category, row } of [
  {
    typed: '90m system design yesterday 7pm 1 design problem: URL shortener',
    understood: [
      '1 h 30 min',
      'System design',
      'Yesterday, Mon 23 Nov',
      '19:00',
      '1 design problem',
      'URL shortener',
    ],
    category: 'System design',
    row: ['1h30', '19:00', 'URL shortener', '1 design problem'],
  },
  {
    typed: 'coding 1h 3 medium 1 hard',
    understood: ['Coding practice', '1 h', '3 medium', '1 hard', 'Starts now'],
    category: 'Coding practice',
    row: ['1h', '3 medium', '1 hard'],
  },
  {
    typed: 'mock interview 45m stories',
    understood: ['1 mock interview', '45 min', 'Behavioural stories', 'Starts now'],
    category: 'Behavioural stories',
    row: ['45m', '1 mock interview'],
  },
])
  test(`“${typed}” is understood while it is typed and logged by Enter`, async ({ page }) => {
    const { dialog, chips } = await openQuickAdd(page)
    await page.keyboard.type(typed)
    for (const part of understood)
      await expect(chips.getByRole('listitem').filter({ hasText: part }).first()).toBeVisible()
    await expect(chips.getByRole('listitem')).toHaveCount(understood.length)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('listitem').filter({ hasText: 'Logged:' })).toBeVisible()
    await goTo(page, 'Log')
    const logged = page
      .getByRole('list', { name: /Sessions/ })
      .getByRole('listitem')
      .filter({ hasText: category })
    for (const part of row) await expect(logged).toContainText(part)
  })

test('after Enter the focus is back in the field that it was in', async ({ page }) => {
  const note = page.getByRole('main').getByLabel(/^Note/)
  await note.fill('typed before')
  await page.keyboard.press('ControlOrMeta+Shift+L')
  const dialog = page.getByRole('dialog', { name: 'Quick add' })
  const line = dialog.getByRole('textbox', { name: 'Session in one line' })
  await expect(line).toBeFocused()
  await page.keyboard.type('45m')
  // What is not clear keeps the window, and the focus in its line.
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('list', { name: 'To settle' })).toBeVisible()
  await expect(line).toBeFocused()
  await page.keyboard.type(' coding')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(note).toBeFocused()
  await page.keyboard.type(', and after')
  await expect(note).toHaveValue('typed before, and after')
})

test('a chip leads to its place in the line, offers what else it may be, and can be taken out', async ({
  page,
}) => {
  const { dialog, line, chips } = await openQuickAdd(page)
  await line.fill('90m coding yesterday: trees')
  await chips.getByRole('button', { name: 'Date: Yesterday' }).click()
  await page.keyboard.type('today')
  await expect(line).toHaveValue('90m coding today: trees')
  await chips.getByRole('button', { name: 'Category: Coding practice' }).click()
  await dialog.getByRole('button', { name: 'System design' }).click()
  await expect(line).toHaveValue('90m system-design today: trees')
  await expect(chips.getByRole('button', { name: 'Category: System design' })).toBeVisible()
  await chips.getByRole('button', { name: 'Remove note trees' }).click()
  await expect(line).toHaveValue('90m system-design today')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(line).toHaveValue('90m system-design today: trees')
})

test('what is not understood, unclear or missing is said, and nothing is logged until it is settled', async ({
  page,
}) => {
  const { dialog, line, chips, points } = await openQuickAdd(page)
  await line.fill('9 coding blah')
  await expect(points).toContainText('“blah” is not understood.')
  await expect(points).toContainText('“9” can be a duration or a time.')
  await expect(dialog.locator('u')).toHaveText('blah')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('status')).toContainText('Not logged yet.')
  await points.getByRole('button', { name: 'Remove “blah”' }).click()
  await points.getByRole('button', { name: '9 min' }).click()
  await expect(line).toHaveValue('9m coding')
  await expect(points).toBeHidden()
  await line.fill('9m coding graphs')
  await points.getByRole('button', { name: 'Put it in the note' }).click()
  await expect(line).toHaveValue('9m coding: graphs')
  await line.fill('1h')
  await expect(points).toContainText('The category is missing.')
  await points.getByRole('button', { name: 'Coding practice' }).click()
  await expect(line).toHaveValue('coding 1h')
  await expect(chips.getByText('Starts now')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
})

test('an overlap keeps the line and can be accepted; Undo takes the session back', async ({
  page,
}) => {
  await logSession(page, {
    category: 'Coding practice',
    duration: '1h',
    date: '2026-11-23',
    time: '09:00',
  })
  const { dialog, line } = await openQuickAdd(page)
  await line.fill('30m coding yesterday 9:30am: second one')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('overlaps')
  await expect(line).toHaveValue('30m coding yesterday 9:30am: second one')
  await dialog.getByRole('button', { name: 'Log anyway' }).click()
  await expect(dialog).toBeHidden()
  await goTo(page, 'Log')
  const row = page.getByRole('listitem').filter({ hasText: 'second one' })
  await expect(row).toBeVisible()
  const toast = page.getByRole('listitem').filter({ hasText: 'Logged: 30 min' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeHidden()
})

test('Escape closes, the line is kept, and the focus goes back to where it was', async ({
  page,
}) => {
  const link = page.getByRole('navigation').getByRole('link', { name: 'Plan' })
  await link.focus()
  const { dialog, line } = await openQuickAdd(page)
  await page.keyboard.type('1h coding: half a th')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(link).toBeFocused()
  await page.reload()
  await page.getByRole('main', { name: 'Today' }).waitFor()
  await openQuickAdd(page)
  await expect(line).toHaveValue('1h coding: half a th')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await openQuickAdd(page)
  await expect(line).toHaveValue('')
})

test('the underline stays under its word in a line longer than the field', async ({ page }) => {
  const { dialog, line } = await openQuickAdd(page)
  const words = 'graphs and trees and tries and heaps and sorting '.repeat(3)
  await line.fill(`45m coding ${words}`)
  await expect(dialog.locator('u').first()).toBeVisible()
  const scrolled = () =>
    line.evaluate((field) => [
      field.scrollLeft,
      field.parentElement?.querySelector('[aria-hidden]')?.scrollLeft,
    ])
  await page.keyboard.press('End')
  await expect.poll(async () => (await scrolled())[0]).toBeGreaterThan(100)
  await expect
    .poll(async () => {
      const [field = 0, under = -1] = await scrolled()
      return Math.abs(field - under)
    })
    .toBeLessThan(2)
  await page.keyboard.press('Home')
  await expect.poll(scrolled).toEqual([0, 0])
})

test('the palette can be opened with the mouse, and quick add from it', async ({ page }) => {
  await page.getByRole('button', { name: 'Command palette' }).click()
  await page.getByRole('option', { name: 'Quick add' }).click()
  await expect(page.getByRole('textbox', { name: 'Session in one line' })).toBeFocused()
})

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of sizesIn(theme, [
    [1280, 800],
    [900, 600],
  ] as const))
    test(`quick add has no accessibility fault, ${theme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      const { line, points } = await openQuickAdd(page)
      await line.fill('9 coding blah yesterday 1 hard: URL shortener')
      await expect(points).toBeVisible()
      expect(await faultsOf(page)).toEqual([])
    })

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  const field = palette.getByRole('combobox', { name: 'Command or session' })
  await expect(field).toBeFocused()
  return { palette, field, options: palette.getByRole('option') }
}

test('the palette finds a command, and offers first what was used last', async ({ page }) => {
  const { palette, options } = await openPalette(page)
  await page.keyboard.type('pla')
  await expect(options.first()).toContainText('Plan')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(page.getByRole('main', { name: 'Plan' })).toBeFocused()
  await openPalette(page)
  await expect(options.first()).toContainText('Plan')
})

test('every command of a page opens the page that it names', async ({ page }) => {
  for (const [command, address, heading] of [
    ['Log', '/log', 'Log'],
    ['Plan', '/plan', 'Plan'],
    ['Stories', '/stories', 'Stories'],
    ['Practice', '/practice', 'Rehearse'],
    ['Evidence', '/evidence', 'Checklist'],
    ['Readiness', '/readiness', 'Readiness'],
    ['Report', '/report', 'Report'],
    ['Profile', '/profile', 'Profile'],
    ['Coverage matrix', '/stories/coverage', 'Coverage'],
    ['Loop simulator', '/stories/loop', 'Loop simulator'],
    ['Find a story for a question', '/stories/find', 'Find a story'],
    ['Figures', '/stories/figures', 'Figures'],
    ['Rehearse a story', '/practice', 'Rehearse'],
    ['Mock interviews', '/practice/mocks', 'Mock interviews'],
    ['Interview questions', '/practice/questions', 'Questions'],
    ['Follow-up questions', '/practice/follow-ups', 'Follow-ups'],
    ['Case studies', '/practice/case-studies', 'Case studies'],
    ['Backups and safety', '/profile/safety', 'Safety'],
    ['Today', '/', 'Today'],
  ] as const) {
    const { palette, field, options } = await openPalette(page)
    await field.fill(command)
    await expect(options.first()).toContainText(command)
    await page.keyboard.press('Enter')
    await expect(palette).toBeHidden()
    await expect(
      page.getByRole('main').getByRole('heading', { level: 1, name: heading, exact: true }),
    ).toBeVisible()
    expect([command, new URL(page.url()).hash]).toEqual([command, `#${address}`])
  }
})

test('the palette is worked by the keyboard alone', async ({ page }) => {
  const { palette, field, options } = await openPalette(page)
  const chosen = palette.getByRole('option', { selected: true })
  await expect(chosen).toContainText('Today')
  await page.keyboard.press('ArrowDown')
  await expect(chosen).toContainText('Log')
  await page.keyboard.press('End')
  await expect(chosen).toHaveText((await options.last().textContent()) ?? '')
  await page.keyboard.press('ArrowDown')
  await expect(chosen).toContainText('Today')
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await chosen.getAttribute('id')) ?? '',
  )
  await page.keyboard.type('new ses')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(
    page.getByRole('dialog', { name: 'New session' }).getByLabel('Duration', { exact: true }),
  ).toBeFocused()
})

test('a line typed into the palette is the first entry and is logged by Enter', async ({
  page,
}) => {
  const note = page.getByRole('main').getByLabel(/^Note/)
  await note.focus()
  const { palette, options } = await openPalette(page)
  await page.keyboard.type('45m coding: graphs')
  await expect(options.first()).toHaveText('Log: 45 min, Coding practice')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: 'Logged: 45 min' })).toBeVisible()
  await expect(note).toBeFocused()
})

test('a line that is not clear goes from the palette to quick add', async ({ page }) => {
  await openPalette(page)
  await page.keyboard.type('45m')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Quick add' })
  await expect(dialog.getByRole('textbox', { name: 'Session in one line' })).toHaveValue('45m')
  await expect(dialog.getByRole('textbox', { name: 'Session in one line' })).toBeFocused()
  await expect(dialog.getByRole('list', { name: 'To settle' })).toContainText(
    'The category is missing.',
  )
})

for (const theme of ['light', 'dark'] as const)
  for (const typed of ['', '45m coding yesterday blah'])
    test(`the palette has no accessibility fault, ${theme}, with “${typed}”`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width: 900, height: 600 })
      const { field, palette } = await openPalette(page)
      await field.fill(typed)
      if (typed !== '') await expect(palette.getByRole('list', { name: 'To settle' })).toBeVisible()
      expect(await faultsOf(page)).toEqual([])
    })
