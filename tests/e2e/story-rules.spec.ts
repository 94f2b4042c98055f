import type { Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finishFirstRun } from '../scenarios/main-job.ts'
import { expect, test, type Terminal } from './app.ts'
import { faultsOf, overflowOf } from './looks.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const

const story = (title: string, more: string) => `---
title: ${title}
level: L6
peopleLed: 40
durationMonths: 12
${more}---

## Situation

Our customers waited at the checkout, and every week some of them left for good.

## Action

We met, we argued and we measured. We wrote a cache for our service, and us two tested it.

## Result

It went well.
`

const main = (page: Page) => page.getByRole('main')

async function goTo(page: Page, tab: string, heading: string) {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: 'Stories' })
    .click()
  await page.getByRole('navigation', { name: 'Stories' }).getByRole('link', { name: tab }).click()
  await expect(main(page).getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

test.beforeEach(async ({ page, start }) => {
  await start()
  await finishFirstRun(page, ada)
})

/** Two stories on the same data, added from the terminal. */
async function addStories(dataDir: string, terminal: Terminal) {
  const folder = join(dataDir, 'files')
  mkdirSync(folder)
  const add = async (title: string, more: string) => {
    writeFileSync(join(folder, `${title}.md`), story(title, more))
    await terminal('story', 'add', '--file', join(folder, `${title}.md`))
  }
  await add('The checkout', 'primaryPrinciple: ownership\nsecondaryPrinciples: [dive-deep]\n')
  await add('The outage', 'primaryPrinciple: ownership\n')
}

test('the check stands beside the story, leads to its fields, and takes "this is intended"', async ({
  page,
  dataDir,
  terminal,
}) => {
  await addStories(dataDir, terminal)
  await goTo(page, 'All stories', 'Stories')
  await page
    .getByRole('list', { name: 'Stories' })
    .getByRole('link', { name: 'The checkout' })
    .click()
  await page.getByRole('button', { name: 'Level check' }).click()
  const panel = page.getByRole('complementary', { name: 'Beside the story' })
  const findings = panel.getByRole('list', { name: 'Findings' })
  await expect(findings).toContainText('The result has no number')
  await expect(findings).toContainText('40 people led: between levels')
  // Twelve months lie in the ranges of both levels.
  const duration = panel.getByRole('row', { name: /Duration/ })
  await expect(duration.getByText('Fits')).toHaveCount(2)

  await panel.getByRole('button', { name: /^Go to Result: A result without a number/ }).click()
  await expect(main(page).getByRole('textbox', { name: 'Result', exact: true })).toBeFocused()

  await panel.getByRole('button', { name: /^This is intended: People led/ }).click()
  await page.keyboard.type('A task force.')
  await page.keyboard.press('Enter')
  await expect(findings).not.toContainText('40 people led')
  await panel.getByText('Marked as intended: 1').click()
  await expect(panel).toContainText('Intended: A task force.')
  await panel.getByRole('button', { name: /^Show again/ }).click()
  await expect(findings).toContainText('40 people led')

  await main(page)
    .getByRole('textbox', { name: 'Result', exact: true })
    .fill('It fell from 850 to 285 ms.')
  await expect(findings).not.toContainText('The result has no number')
  expect(await terminal('story', 'lint')).toContain('2 stories:')
})

test('"Go to" selects the words that a finding means, one after the other', async ({
  page,
  dataDir,
  terminal,
}) => {
  await addStories(dataDir, terminal)
  await goTo(page, 'All stories', 'Stories')
  await page.getByRole('link', { name: 'The checkout' }).click()
  await page.getByRole('button', { name: 'Level check' }).click()
  const action = main(page).getByRole('textbox', { name: 'Action', exact: true })
  await action.fill(
    `${'The service was slow again. '.repeat(200)}We met, we talked, we wrote, and we and our team held it.`,
  )
  await expect(page.getByRole('list', { name: 'Findings' })).toContainText('stands 5 times')
  const selected = () =>
    action.evaluate((field: HTMLTextAreaElement) => [
      field.value.slice(field.selectionStart, field.selectionEnd),
      field.value.slice(field.selectionEnd, field.selectionEnd + 4),
      field.scrollTop > 0,
    ])
  await page.getByRole('button', { name: /^Go to Action: “We”/ }).click()
  await expect(action).toBeFocused()
  expect(await selected()).toEqual(['We', ' met', true])
  await page.getByRole('button', { name: /^Go to the next, 2 of 5: “We”/ }).click()
  expect(await selected()).toEqual(['we', ' tal', true])
})

test('the matrix shows gaps first, names single points, and takes own minimums', async ({
  page,
  dataDir,
  terminal,
}) => {
  await goTo(page, 'Coverage', 'Coverage')
  await expect(page.getByText('No story covers a principle yet')).toBeVisible()
  await addStories(dataDir, terminal)
  await expect(page.getByText('Without “The checkout”, Dive Deep has nothing.')).toBeVisible()
  const matrix = page.getByRole('table', { name: /gaps first/ })
  await expect(matrix.getByRole('row').nth(1)).toContainText('Gap')
  await expect(matrix.getByRole('row', { name: /^Ownership/ })).toContainText('2 of 4')

  await page.getByRole('button', { name: 'Change minimums' }).click()
  await page.getByRole('spinbutton', { name: 'Ownership' }).fill('2')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(matrix.getByRole('row', { name: /^Ownership/ })).toContainText('2 of 2')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(matrix.getByRole('row', { name: /^Ownership/ })).toContainText('2 of 4')

  await matrix
    .getByRole('link', { name: /primary, draft/ })
    .first()
    .click()
  await expect(main(page).getByRole('textbox', { name: 'Title', exact: true })).toBeVisible()
})

test('the loop assigns stories, says what is uncovered and why, and keeps locks and rounds', async ({
  page,
  dataDir,
  terminal,
}) => {
  await addStories(dataDir, terminal)
  await terminal('loop', '--rounds', 'OWN,DD;FRUG', '--save')
  await goTo(page, 'Loop', 'Loop simulator')
  await expect(page.getByText('2 of 3 questions have a story of their own.')).toBeVisible()
  const first = page.getByRole('list', { name: 'Questions of Round 1' })
  await expect(first.getByRole('link', { name: 'The outage' })).toBeVisible()
  await expect(page.getByText('No story serves Frugality.')).toBeVisible()

  const choice = page.getByRole('combobox', { name: 'Story for Ownership in Round 1' })
  const lock = choice.getByRole('option', { name: /Lock: The checkout/ })
  await choice.selectOption((await lock.getAttribute('value')) ?? '')
  await expect(first.getByText('Locked', { exact: true })).toBeVisible()
  await expect(page.getByText('1 of 3 questions have a story of their own.')).toBeVisible()
  await page.getByRole('button', { name: 'Forget all locks' }).click()
  await expect(page.getByText('2 of 3 questions have a story of their own.')).toBeVisible()

  await page.getByRole('textbox', { name: 'Name of round 1' }).fill('Phone screen')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Questions of Phone screen' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove round: Round 2' }).click()
  await expect(page.getByText('2 of 2 questions have a story of their own.')).toBeVisible()
  await expect(page.getByText('Every question has a story')).toBeVisible()
  expect(await terminal('loop')).toContain('1. Phone screen')
})

test('a question finds the stories that could answer it', async ({ page, dataDir, terminal }) => {
  await addStories(dataDir, terminal)
  await goTo(page, 'Find', 'Find a story')
  await page
    .getByRole('searchbox', { name: 'Interview question' })
    .fill('When did you take ownership of something broken?')
  const found = page.getByRole('list', { name: 'Stories found' })
  await expect(found.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('searchbox', { name: 'Interview question' }).fill('Zebra?')
  await expect(page.getByText('No story fits this question')).toBeVisible()
})

for (const theme of ['light', 'dark'] as const)
  test(`no page has an accessibility fault or is wider than the window, ${theme}`, async ({
    page,
    dataDir,
    terminal,
  }) => {
    await addStories(dataDir, terminal)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 900, height: 600 })
    for (const [tab, heading] of [
      ['Coverage', 'Coverage'],
      ['Loop', 'Loop simulator'],
      ['Find', 'Find a story'],
      ['All stories', 'Stories'],
    ] as const) {
      await goTo(page, tab, heading)
      if (tab === 'All stories') {
        await page.getByRole('link', { name: 'The checkout' }).click()
        await page.getByRole('button', { name: 'Level check' }).click()
        await expect(page.getByRole('list', { name: 'Findings' })).toBeVisible()
      } else
        await expect(
          page
            .getByRole('link', { name: 'The checkout' })
            .or(page.getByText('No question yet'))
            .first(),
        ).toBeVisible()
      expect(await faultsOf(page)).toEqual([])
      expect([tab, await overflowOf(page)]).toEqual([tab, 0])
    }
  })
