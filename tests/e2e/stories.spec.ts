import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finishFirstRun } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const

async function goToStories(page: Page) {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: 'Stories' })
    .click()
  await expect(
    page.getByRole('main').getByRole('heading', { level: 1, name: 'Stories' }),
  ).toBeVisible()
}

/** Makes an empty story by its key and waits for its editor. */
async function newStory(page: Page, title: string) {
  await page.keyboard.press('Shift+N')
  await expect(field(page, 'Title')).toBeVisible()
  await field(page, 'Title').fill(title)
  await saved(page)
}

const field = (page: Page, name: string) =>
  page.getByRole('main').getByRole('textbox', { name, exact: true })

async function saved(page: Page) {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible()
}

async function openStory(page: Page, title: string) {
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: title }).click()
  await expect(field(page, 'Title')).toHaveValue(title)
}

const rows = (page: Page): Locator => page.getByRole('list', { name: 'Stories' }).locator('> li')

test.beforeEach(async ({ page, start }) => {
  await start()
  await finishFirstRun(page, ada)
})

test('an empty bank says how to begin, and a case study lends its outline', async ({ page }) => {
  await goToStories(page)
  await expect(page.getByText('No story is written yet')).toBeVisible()
  await page.getByRole('button', { name: 'New story' }).click()
  await page.getByRole('button', { name: /Laid out after the L6 case/ }).click()
  await expect(field(page, 'Situation')).toHaveValue(/^> Example, to write over:/)
  await expect(field(page, 'Growth')).toHaveValue(/^> To write:/)
})

test('a story is written, saved by itself, and there after a reload, with every field', async ({
  page,
  terminal,
}) => {
  await newStory(page, 'The checkout that slowed')
  await field(page, 'Situation').fill('In September 2023 checkout took 850 ms.')
  await field(page, 'Action').fill('I measured it first.')
  await page.getByLabel('Primary principle').selectOption({ label: 'Ownership' })
  await page.getByRole('button', { name: 'Dive Deep' }).click()
  await page.getByLabel('Archetype').selectOption({ label: 'Crisis' })
  await page.getByLabel('From', { exact: true }).fill('2023-09')
  await field(page, 'Your role').fill('Engineering manager')
  await field(page, 'People led').fill('12')
  await field(page, 'Budget').fill('$1.2M')
  await page.getByLabel('Highest stakeholder').selectOption({ label: 'Director' })
  await page.getByRole('combobox', { name: 'Tags' }).fill('latency')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add: How was it measured?' }).click()
  await field(page, 'Answer to question 1').fill('By the gateway.')
  await page.getByRole('button', { name: 'Choose items' }).click()
  const checklist = page.getByRole('dialog', { name: 'Checklist of L6' })
  await checklist.getByRole('checkbox').first().check()
  await checklist.getByRole('button', { name: 'Done' }).click()
  await saved(page)

  await page.reload()
  await expect(field(page, 'Situation')).toHaveValue('In September 2023 checkout took 850 ms.')
  await expect(field(page, 'Action')).toHaveValue('I measured it first.')
  await expect(page.getByLabel('Primary principle')).toHaveValue('ownership')
  await expect(page.getByRole('button', { name: 'Dive Deep' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('2023-09')
  await expect(field(page, 'People led')).toHaveValue('12')
  await expect(field(page, 'Budget')).toHaveValue('1,200,000')
  await expect(page.getByRole('button', { name: 'Remove tag latency' })).toBeVisible()
  await expect(field(page, 'Question 1')).toHaveValue('How was it measured?')
  await expect(
    page.getByRole('list', { name: /Checklist items/ }).getByRole('listitem'),
  ).toHaveCount(1)
  expect(JSON.parse(terminal('stories', '--json'))).toMatchObject([
    { title: 'The checkout that slowed', level: 'L6', primaryPrinciple: 'ownership' },
  ])
})

test('what was typed survives a page that dies before it is saved', async ({ page, context }) => {
  await newStory(page, 'Crash')
  const address = page.url()
  // No save gets through, and the page goes without a word.
  await page.route('**/call/stories.save', (route) => route.abort())
  await field(page, 'Action').pressSequentially('typed in the last second')
  await field(page, 'Teams').fill('three')
  await page.goto('about:blank', { waitUntil: 'commit' })
  await page.close()
  const next = await context.newPage()
  await next.goto(address)
  await expect(field(next, 'Action')).toHaveValue('typed in the last second')
  await expect(field(next, 'Teams')).toHaveValue('three')
  await field(next, 'Teams').fill('3')
  await saved(next)
  await next.reload()
  await expect(field(next, 'Action')).toHaveValue('typed in the last second')
  await expect(field(next, 'Teams')).toHaveValue('3')
})

test('a save that fails says so, keeps the text on the way, and is made good', async ({ page }) => {
  await newStory(page, 'Failing')
  await page.route('**/call/stories.save', (route) =>
    route.fulfill({
      json: {
        ok: false,
        error: { code: 'storage', message: 'The disk is full.', hint: 'Free some.' },
      },
    }),
  )
  await field(page, 'Task').fill('must not be lost')
  const alert = page.getByRole('alert').filter({ hasText: 'Not saved.' })
  await expect(alert).toContainText('The disk is full. Free some.')
  await expect(alert.getByRole('button', { name: 'Copy the text' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Not saved' })).toBeVisible()
  await goToStories(page)
  await openStory(page, 'Failing')
  await expect(field(page, 'Task')).toHaveValue('must not be lost')
  await page.unroute('**/call/stories.save')
  await page.getByRole('button', { name: 'Try again' }).click()
  await saved(page)
  await page.reload()
  await expect(field(page, 'Task')).toHaveValue('must not be lost')
})

test('switching between stories at once loses nothing of either', async ({ page }) => {
  await newStory(page, 'First')
  await newStory(page, 'Second')
  await field(page, 'Result').fill('of the second')
  await goToStories(page)
  await openStory(page, 'First')
  await field(page, 'Result').fill('of the first')
  await goToStories(page)
  await openStory(page, 'Second')
  await expect(field(page, 'Result')).toHaveValue('of the second')
  await goToStories(page)
  await openStory(page, 'First')
  await expect(field(page, 'Result')).toHaveValue('of the first')
})

test('two windows in the same field: both texts are shown, and the person chooses', async ({
  page,
  context,
}) => {
  await newStory(page, 'Twice')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(field(other, 'Title')).toHaveValue('Twice')
  // The other window cannot save and cannot hear: it goes on from what it shows.
  await other.route('**/call/stories.*', (route) => route.abort())
  await field(other, 'Action').fill('theirs is mine')
  await field(other, 'Task').fill('only here')
  await field(page, 'Action').fill('saved first')
  await field(page, 'Situation').fill('only there')
  await saved(page)
  await other.unroute('**/call/stories.*')
  const choice = other.getByRole('alert', { name: 'Action was changed twice' })
  await expect(choice).toContainText('theirs is mine')
  await expect(choice).toContainText('saved first')
  await expect(field(other, 'Situation')).toHaveValue('only there')
  await choice.getByRole('button', { name: /Keep both/ }).click()
  await saved(other)
  for (const window of [other, page]) {
    await expect(field(window, 'Action')).toHaveValue('saved first\n\ntheirs is mine')
    await expect(field(window, 'Task')).toHaveValue('only here')
  }
})

test('undo takes a stretch of writing back and shows it, redo brings it again', async ({
  page,
}) => {
  await newStory(page, 'Undone')
  await page.reload()
  await expect(field(page, 'Title')).toHaveValue('Undone')
  await field(page, 'Action').fill('a stretch of writing')
  await saved(page)
  // In the field Ctrl+Z is the browser's own; on the page it is the app's.
  await page.getByRole('main').focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(field(page, 'Action')).toHaveValue('')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(field(page, 'Action')).toHaveValue('a stretch of writing')
  await saved(page)
})

test('versions show what changed, and one is restored and that undone', async ({ page }) => {
  await newStory(page, 'Versions')
  await field(page, 'Action').fill('I led the red team.')
  await saved(page)
  await page.reload()
  await field(page, 'Action').fill('I led the blue team.')
  await saved(page)
  await page.getByRole('button', { name: 'Versions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Versions' })
  await expect(dialog.locator('del')).toContainText('red')
  await expect(dialog.locator('ins')).toContainText('blue')
  await dialog.getByRole('radio').nth(1).check({ force: true })
  await dialog.getByRole('button', { name: 'Restore this version' }).click()
  await expect(dialog).toBeHidden()
  await expect(field(page, 'Action')).toHaveValue('I led the red team.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(field(page, 'Action')).toHaveValue('I led the blue team.')
})

test('ready names what is missing and leads to it', async ({ page }) => {
  await newStory(page, 'Nearly')
  await page.getByLabel('Status').selectOption({ label: 'Ready' })
  const refusal = page.getByRole('alert').filter({ hasText: 'something is missing' })
  await refusal.getByRole('button', { name: 'Growth is empty.' }).click()
  await expect(field(page, 'Growth')).toBeFocused()
  for (const part of ['Situation', 'Task', 'Action', 'Result', 'Reflection', 'Growth'])
    await field(page, part).fill(`${part} text`)
  await page.getByLabel('Primary principle').selectOption({ label: 'Ownership' })
  await page.getByLabel('Status').selectOption({ label: 'Ready' })
  await expect(refusal).toBeHidden()
  await expect(page.getByLabel('Status')).toHaveValue('ready')
  await goToStories(page)
  await expect(rows(page).filter({ hasText: 'Nearly' })).toContainText('Ready')
})

test('tellings are measured, start from the parts, and are never overwritten unasked', async ({
  page,
}) => {
  await newStory(page, 'Told')
  await field(page, 'Situation').fill('It was slow. Nobody knew why.')
  await field(page, 'Result').fill('It is fast.')
  await page.getByRole('button', { name: 'Start in 30 seconds from the parts' }).click()
  await expect(field(page, 'In 30 seconds')).toHaveValue(
    'It was slow. Nobody knew why.\n\nIt is fast.',
  )
  await field(page, 'In 30 seconds').fill('my own words')
  await page.getByRole('button', { name: 'Start in 30 seconds from the parts' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(field(page, 'In 30 seconds')).toHaveValue('my own words')
  await page.getByRole('button', { name: 'Start in 30 seconds from the parts' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Add below' }).click()
  await expect(field(page, 'In 30 seconds')).toHaveValue(/^my own words\n\nIt was slow/)
  await field(page, 'In 30 seconds').fill('word '.repeat(90))
  await expect(page.getByText('20 words too long')).toBeVisible()

  await page.getByRole('button', { name: 'Lengths and pace' }).click()
  const settings = page.getByRole('dialog', { name: 'Lengths and pace' })
  await settings.getByLabel('Words a minute').fill('180')
  await settings.getByLabel('Action').fill('60')
  await settings.getByRole('checkbox', { name: /In 60 seconds/ }).check()
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(settings.getByText('The shares make 110 % together. Make it 100 %.')).toBeVisible()
  await settings.getByLabel('Action').fill('50')
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(settings).toBeHidden()
  await expect(page.getByText('20 words too long')).toBeHidden()
  await expect(field(page, 'In 60 seconds')).toBeVisible()
})

test('figures stand in the ledger once, and contradictions are flagged where they show', async ({
  page,
}) => {
  await newStory(page, 'Numbers')
  await page.getByRole('button', { name: 'New figure' }).click()
  const form = page.getByRole('dialog', { name: 'New figure' })
  await form.getByLabel('Metric').fill('Revenue at stake')
  await form.getByLabel('After').fill('fifty')
  await form.getByRole('button', { name: 'Add figure' }).click()
  await expect(form.getByLabel('After')).toHaveAccessibleDescription(/not a number/)
  await form.getByLabel('After').fill('50M')
  await form.getByLabel('Unit').fill('USD')
  await form.getByLabel('Period').fill('a year')
  await form.getByRole('button', { name: 'Add figure' }).click()
  await expect(form).toBeHidden()
  const results = page.getByRole('list', { name: 'Results of the story' })
  await expect(results).toContainText('50,000,000 USD')
  await saved(page)

  await page.getByRole('link', { name: 'Figures' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Revenue at stake' })).toContainText(
    'Numbers',
  )
  await page.getByRole('button', { name: 'New figure' }).click()
  await form.getByLabel('Metric').fill('revenue at  stake')
  await form.getByLabel('After').fill('50000000')
  await form.getByLabel('Unit').fill('USD')
  await form.getByLabel('Period').fill('a quarter')
  await form.getByRole('button', { name: 'Add figure' }).click()
  await expect(form.getByRole('alert')).toContainText('different readings')
  await form.getByRole('button', { name: 'Leave it so' }).click()
  await expect(page.getByText('Contradiction', { exact: true })).toHaveCount(2)

  // What a story uses cannot go; what none uses goes and comes back.
  await page.getByRole('button', { name: 'Delete Revenue at stake' }).click()
  await expect(page.getByText(/Used by “Numbers”/)).toBeVisible()
  await page.getByRole('button', { name: /Delete revenue at {1,2}stake/ }).click()
  await expect(page.getByText('Contradiction', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Contradiction', { exact: true })).toHaveCount(2)
  await goToStories(page)
  await openStory(page, 'Numbers')
  await expect(
    page.getByRole('main').getByText(/same achieved figure in different readings/),
  ).toBeVisible()
})

test('texts of any script and size are kept to the letter and shown safely', async ({
  page,
  terminal,
}) => {
  const html = '<img src=x onerror="document.title=1"><script>document.title=2</script> **bold**'
  const texts = {
    Situation: 'مرحبا بالعالم، قدت فريقا من ٨ مهندسين.',
    Task: '私はチームを率いて遅延を半分にした。😀👩‍💻',
    Action: `${'I measured every call on the path. '.repeat(3000)}end`,
    Result: html,
    Reflection: '  leading, trailing  \n\n\n\ttabs\n',
  }
  await newStory(page, 'Texts')
  for (const [part, text] of Object.entries(texts)) await field(page, part).fill(text)
  await saved(page)
  await page.reload()
  for (const [part, text] of Object.entries(texts))
    await expect(field(page, part)).toHaveValue(text)
  expect(texts.Action.length).toBeGreaterThan(100_000)
  await expect(field(page, 'Situation')).toHaveCSS('direction', 'rtl')

  // Typing in a story of that size keeps up with the hand.
  await field(page, 'Action').press('Control+End')
  const before = Date.now()
  await field(page, 'Action').pressSequentially('twenty more letters.')
  expect(Date.now() - before).toBeLessThan(5000)
  await saved(page)

  await page.getByRole('radio', { name: 'Preview' }).check({ force: true })
  const result = page.getByRole('region', { name: 'Result', exact: true })
  await expect(result).toContainText('<script>document.title=2</script>')
  await expect(result.locator('strong')).toHaveText('bold')
  await expect(result.locator('img, script, a, iframe')).toHaveCount(0)
  expect(await page.title()).not.toMatch(/^[12]$/)
  const [row] = JSON.parse(terminal('stories', '--json')) as readonly { id: string }[]
  const story = JSON.parse(terminal('story', 'show', row?.id ?? '', '--json')) as {
    parts: Record<string, string>
  }
  expect(story.parts['reflection']).toBe(texts.Reflection)
  expect(story.parts['result']).toBe(html)
})

test('the bank is searched, filtered, ordered and worked by the keyboard', async ({ page }) => {
  for (const title of ['Alpha', 'Beta', 'Gamma']) await newStory(page, title)
  await field(page, 'Obstacles').fill('the database was sharded by hand')
  await page.getByLabel('Primary principle').selectOption({ label: 'Frugality' })
  await saved(page)
  await goToStories(page)
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('searchbox', { name: 'Search the stories' }).fill('shard')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).locator('mark')).toHaveText('sharded')
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('button', { name: 'Frugality' }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Show all stories' }).click()
  await page.getByLabel('Order').selectOption({ label: 'Title' })
  await expect(rows(page).first()).toContainText('Alpha')

  await page.getByRole('searchbox', { name: 'Search the stories' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Alpha' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Beta' })).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(rows(page)).toHaveCount(2)
  await expect(page.getByRole('link', { name: 'Gamma' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('link', { name: 'Gamma' }).press('Enter')
  await expect(field(page, 'Title')).toHaveValue('Gamma')
})

test('stories go out as Markdown files and come in again without loss', async ({
  page,
  dataDir,
}) => {
  await newStory(page, 'Travels')
  await field(page, 'Action').fill('I packed.\n\n## Result\n\nnot a heading of mine')
  await saved(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a Markdown file' }).click(),
  ])
  const folder = join(dataDir, 'out')
  mkdirSync(folder)
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  expect(file).toMatch(/\.md$/)
  writeFileSync(join(folder, 'bad.md'), '---\ntitle: [\n---\n')
  writeFileSync(
    join(folder, 'other.md'),
    readFileSync(file, 'utf8').replace('I packed.', 'I packed twice.'),
  )
  await goToStories(page)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import', exact: true }).click(),
  ])
  await chooser.setFiles([join(folder, 'bad.md'), join(folder, 'other.md')])
  const dialog = page.getByRole('dialog', { name: 'Import stories' })
  await expect(dialog.getByRole('listitem').filter({ hasText: 'bad.md' })).toContainText(
    'Cannot be read',
  )
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Travels' })).toContainText(
    'New version',
  )
  await dialog.getByRole('button', { name: 'Import 1 story' }).click()
  await expect(dialog).toBeHidden()
  await openStory(page, 'Travels')
  await expect(field(page, 'Action')).toHaveValue(
    'I packed twice.\n\n## Result\n\nnot a heading of mine',
  )
})

test('follow-up questions are put in order by the keyboard', async ({ page }) => {
  await newStory(page, 'Ladder')
  await page.getByRole('button', { name: 'Add: How was it measured?' }).click()
  await page.getByRole('button', { name: 'Add: What was the hardest part?' }).click()
  await expect(field(page, 'Question 2')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(field(page, 'Question 1')).toHaveValue('What was the hardest part?')
  await expect(field(page, 'Question 1')).toBeFocused()
})

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const)
    test(`no page of the stories has an accessibility fault or is wider than the window, ${theme}, ${width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      const check = async (where: string) => {
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect([
          where,
          violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)]),
        ]).toEqual([where, []])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([where, overflow]).toEqual([where, 0])
      }
      await goToStories(page)
      await check('empty bank')
      await newStory(page, 'An editor with something in every card')
      await field(page, 'Situation').fill('**It** was slow.\n\n- one\n- two')
      await page.getByRole('button', { name: 'Add: How was it measured?' }).click()
      await page.getByLabel('Primary principle').selectOption({ label: 'Ownership' })
      await page.getByRole('button', { name: 'Dive Deep' }).click()
      await page.getByRole('combobox', { name: 'Tags' }).fill('latency')
      await page.keyboard.press('Enter')
      await saved(page)
      await check('editor')
      await page.getByRole('radio', { name: 'Preview' }).check({ force: true })
      await check('preview')
      await page.getByRole('button', { name: 'Versions' }).click()
      await expect(
        page.getByRole('dialog', { name: 'Versions' }).getByRole('radio').first(),
      ).toBeVisible()
      await check('versions')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Lengths and pace' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await check('settings')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'New figure' }).click()
      await page.getByRole('dialog').getByLabel('Metric').fill('Latency')
      await page.getByRole('dialog').getByRole('button', { name: 'Add figure' }).click()
      await expect(page.getByRole('dialog')).toBeHidden()
      await page.getByRole('link', { name: 'Figures' }).click()
      await expect(page.getByRole('rowheader', { name: 'Latency' })).toBeVisible()
      await check('figures')
      await page.getByRole('link', { name: 'All stories' }).click()
      await page.getByRole('button', { name: 'Filters' }).click()
      await check('bank')
    })
