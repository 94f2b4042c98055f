import { finishFirstRun } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { ada, field, goToStories, newStory, openStory, rows, saved } from './story-pages.ts'

let stopHost = async () => {}

test.beforeEach(async ({ page, start }) => {
  stopHost = await start()
  await finishFirstRun(page, ada)
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
  expect(JSON.parse(await terminal('stories', '--json'))).toMatchObject([
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

test('what is typed while Loopready is stopped is there when it is started again', async ({
  page,
  start,
}) => {
  await newStory(page, 'Stopped')
  await stopHost()
  await field(page, 'Growth').fill('typed into nowhere')
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved.' })).toBeVisible()
  // The page goes; its address is the same again, and so is what the browser keeps for it.
  await start()
  await goToStories(page)
  await openStory(page, 'Stopped')
  await expect(field(page, 'Growth')).toHaveValue('typed into nowhere')
  await saved(page)
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
  await page.getByRole('button', { name: 'Start from the parts: in 30 seconds' }).click()
  await expect(field(page, 'In 30 seconds')).toHaveValue(
    'It was slow. Nobody knew why.\n\nIt is fast.',
  )
  await field(page, 'In 30 seconds').fill('my own words')
  await page.getByRole('button', { name: 'Start from the parts: in 30 seconds' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(field(page, 'In 30 seconds')).toHaveValue('my own words')
  await page.getByRole('button', { name: 'Start from the parts: in 30 seconds' }).click()
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
  const [row] = JSON.parse(await terminal('stories', '--json')) as readonly { id: string }[]
  const story = JSON.parse(await terminal('story', 'show', row?.id ?? '', '--json')) as {
    parts: Record<string, string>
  }
  expect(story.parts['reflection']).toBe(texts.Reflection)
  expect(story.parts['result']).toBe(html)
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
