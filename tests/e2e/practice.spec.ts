import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finishFirstRun } from '../scenarios/main-job.ts'
import { expect, tabTo, test } from './app.ts'
import { faultsOf, overflowOf, sizesIn } from './looks.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const

async function open(page: Page, path: string, heading: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

const rate = (page: Page, group: string, rating: string) =>
  page
    .getByRole('group', { name: group })
    .getByRole('radio', { name: rating })
    .check({ force: true })

const saved = (page: Page) => expect(page.getByText('Saved.', { exact: true })).toBeVisible()

test.describe('mock interviews', () => {
  test.beforeEach(async ({ page, start }) => {
    await start()
    await finishFirstRun(page, ada)
    await open(page, '/practice/mocks', 'Mock interviews')
  })

  test('a scorecard is kept as it is typed, also over a reload, and shows in the list', async ({
    page,
  }) => {
    await page.getByRole('link', { name: 'New mock interview' }).click()
    await expect(page.getByRole('heading', { name: 'New mock interview' })).toBeVisible()
    await expect(page.getByLabel('Type').locator('option')).toHaveText([
      'Behavioural',
      'System design',
      'Coding',
      'Bar raiser',
      'Hiring manager',
      'Full loop',
    ])
    await page.getByLabel('Type').selectOption('Bar raiser')
    await page.getByLabel(/^Interviewer/).pressSequentially('Grace Hopper', { delay: 60 })
    // The address changes with the first save; the field keeps the focus and every letter.
    await expect(page.getByLabel(/^Interviewer/)).toHaveValue('Grace Hopper')
    await rate(page, 'Overall, by the interviewer', '4 Hire')
    await rate(page, 'Overall, by yourself', '3 Mixed')
    await rate(page, 'Dive Deep, by the interviewer', '2 Weak')
    await rate(page, 'Dive Deep, by yourself', '4 Good')
    await page.getByLabel('Evidence for Dive Deep').fill('Stopped at the dashboard.')
    await rate(page, 'Design', '5 Outstanding')
    await page.getByRole('button', { name: 'Add question' }).click()
    await page.getByRole('textbox', { name: 'Question 1' }).fill('Why did it slow down?')
    await page.getByLabel(/^Next focus/).fill('Baselines')
    await page.reload()
    await expect(page.getByLabel(/^Next focus/)).toHaveValue('Baselines')
    await expect(page.getByRole('textbox', { name: 'Question 1' })).toHaveValue(
      'Why did it slow down?',
    )
    await expect(page.getByLabel('Evidence for Dive Deep')).toHaveValue('Stopped at the dashboard.')

    await page.getByRole('link', { name: 'All mock interviews' }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'Grace Hopper' })
    await expect(row).toContainText('Bar raiser')
    await expect(row).toContainText('4 Hire')
    await expect(row).toContainText('you: 3 mixed')
    const trend = page.getByRole('table').getByRole('row').filter({ hasText: 'Dive Deep' })
    await expect(trend).toContainText('2 higher than the interviewer')
  })

  test('a date that is refused stands beside its field, and what was typed is not lost', async ({
    page,
  }) => {
    await page.getByRole('link', { name: 'New mock interview' }).click()
    await page.getByLabel(/^Strengths/).fill('calm')
    await saved(page)
    await page.getByLabel('Date').fill('2026-11-30')
    await expect(page.getByLabel('Date')).toHaveAccessibleDescription(/in the future/)
    await expect(page.getByRole('alert')).toContainText('What you typed is kept')
    await page.getByRole('link', { name: 'All mock interviews' }).click()
    await page.getByRole('link', { name: /^Edit behavioural/ }).click()
    await expect(page.getByLabel('Date')).toHaveValue('2026-11-30')
    await page.getByLabel('Date').fill('2026-11-23')
    await saved(page)
  })

  test('one click logs it as a session that counts once; a second time is not offered', async ({
    page,
    terminal,
  }) => {
    await page.getByRole('link', { name: 'New mock interview' }).click()
    await page.getByLabel('Date').fill('2026-11-20')
    await saved(page)
    await page.getByRole('button', { name: 'Log as session' }).click()
    await expect(page.getByText('Logged, 1h')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Log as session' })).toBeHidden()
    const counted = async () =>
      (
        JSON.parse(await terminal('status', '--json')) as {
          counts: { kind: string; total: number }[]
        }
      ).counts
    expect(await counted()).toEqual([expect.objectContaining({ kind: 'mock-interview', total: 1 })])

    // Another scorecard of the same day is asked whether it is that session.
    await terminal(
      'log',
      '1h',
      'stories',
      '--date',
      '2026-11-20',
      '--time',
      '16:00',
      '--count',
      'mock=1',
    )
    await open(page, '/practice/mocks', 'Mock interviews')
    await page.getByRole('link', { name: 'New mock interview' }).click()
    await page.getByLabel('Date').fill('2026-11-20')
    await saved(page)
    await page.getByRole('button', { name: 'Log as session' }).click()
    await page.getByRole('button', { name: /It is the one at 16:00/ }).click()
    await expect(page.getByText('Logged, 1h')).toBeVisible()
    expect(await counted()).toEqual([expect.objectContaining({ total: 2 })])
  })

  test('a deleted one comes back by Undo and from the list of deleted ones', async ({ page }) => {
    await page.getByRole('link', { name: 'New mock interview' }).click()
    await page.getByLabel(/^Interviewer/).fill('Linus')
    await saved(page)
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(page.getByText('No mock interviews yet')).toBeVisible()
    await page.getByRole('button', { name: /^Put back Behavioural/ }).click()
    await expect(page.getByRole('list', { name: /Mock interviews/ })).toContainText('Linus')
    await page.getByRole('button', { name: /^Delete behavioural/ }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Mock interview deleted' })
      // The first one's notice may still be there, before it.
      .last()
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(page.getByRole('list', { name: /Mock interviews/ })).toContainText('Linus')
  })

  test('two windows do not write over each other', async ({ page, context }) => {
    await page.getByRole('link', { name: 'New mock interview' }).click()
    await page.getByLabel(/^Strengths/).fill('first')
    await saved(page)
    const other = await context.newPage()
    await other.goto(page.url())
    await expect(other.getByLabel(/^Strengths/)).toHaveValue('first')
    // What the other window saves appears here while nothing is typed here.
    await other.getByLabel(/^Strengths/).fill('second')
    await expect(page.getByLabel(/^Strengths/)).toHaveValue('second')
    await Promise.all([
      page.getByLabel(/^Strengths/).fill('mine'),
      other.getByLabel(/^Strengths/).fill('theirs'),
    ])
    const late = page.getByRole('button', { name: 'Keep what stands here' })
    const otherLate = other.getByRole('button', { name: 'Keep what stands here' })
    await expect.poll(async () => (await late.count()) + (await otherLate.count())).toBe(1)
    const [loser, text] = (await late.isVisible()) ? [page, 'mine'] : [other, 'theirs']
    await expect(loser.getByLabel(/^Strengths/)).toHaveValue(text)
    await loser.getByRole('button', { name: 'Keep what stands here' }).click()
    await saved(loser)
    await expect(page.getByLabel(/^Strengths/)).toHaveValue(text)
    await expect(other.getByLabel(/^Strengths/)).toHaveValue(text)
  })
})

const story = `---
title: The plan that a customer changed
primaryPrinciple: customer-obsession
status: draft
---

## Situation

A customer wrote that she could not find the refund button.
`

test.describe('questions', () => {
  test.beforeEach(async ({ page, start, terminal, dataDir }) => {
    await start()
    await finishFirstRun(page, ada)
    const file = join(dataDir, 'story.md')
    writeFileSync(file, story)
    await terminal('story', 'add', '--file', file)
    await open(page, '/practice/questions', 'Questions')
  })

  test('can be narrowed, marked, added, changed and deleted', async ({ page }) => {
    await page.getByLabel('Principle').selectOption('Frugality')
    await expect(page.getByText(/^5 questions of/)).toBeVisible()
    await page.getByLabel('Search').fill('saving')
    const star = page.getByRole('button', { name: /^Favourite: Tell me about the largest saving/ })
    await star.click()
    await expect(star).toHaveAttribute('aria-pressed', 'true')
    await page.getByLabel('Search').fill('')
    await page.getByLabel('Show').selectOption('Favourites')
    await expect(page.getByText(/^1 question of/)).toBeVisible()

    await page.getByRole('button', { name: 'Add question' }).click()
    const form = page.getByRole('dialog', { name: 'New question' })
    await form.getByRole('button', { name: 'Add question' }).click()
    await expect(form.getByLabel('Question')).toHaveAccessibleDescription(/Write the question/)
    await form.getByLabel('Question').fill('Why <b>you</b>?')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add question' }).click()
    await expect(form.getByLabel('Question')).toHaveValue('Why <b>you</b>?')
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await page.getByLabel('Principle').selectOption('Any')
    await page.getByLabel('Show').selectOption('Your own')
    await expect(page.getByText('Why <b>you</b>?')).toBeVisible()
    await page.getByRole('button', { name: 'Edit: Why <b>you</b>?' }).click()
    await page.getByRole('dialog').getByLabel('Question').fill('Why not?')
    await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('button', { name: 'Delete: Why not?' }).click()
    await page.getByRole('button', { name: 'Put back Why not?' }).click()
    await expect(page.getByRole('button', { name: 'Edit: Why not?' })).toBeVisible()
  })

  test('are drilled by the keyboard: reveal, rate, next; results are kept', async ({ page }) => {
    await page.getByLabel('Principle').selectOption('Customer Obsession')
    await page.getByLabel('Search').fill('directly from a customer')
    await tabTo(page, /Start drill/)
    await page.keyboard.press('Enter')
    const drill = page.getByRole('dialog')
    await expect(drill).toContainText('When did you last change a plan')
    await page.keyboard.press('Space')
    await expect(
      drill.getByRole('radio', { name: /The plan that a customer changed/ }),
    ).toBeVisible()
    await drill.getByRole('radio', { name: /The plan that a customer changed/ }).check()
    await page.keyboard.press('2')
    await expect(drill).toContainText('Kept: 2 Weak.')
    await page.keyboard.press('4')
    await expect(drill).toContainText('Kept: 4 Good.')
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog', { name: 'Drill finished' })).toContainText('1 rated')
    await page.keyboard.press('Escape')
    // Changing a rating took the first one back: one result, not two.
    await page.getByText(/practised 1 time, last 24 Nov 2026: 4 good/).click()
    await expect(
      page.getByText(/^24 Nov 2026: 4 good, with “The plan that a customer/),
    ).toBeVisible()
    await expect(page.getByRole('main', { name: 'Practice' })).toBeVisible()
  })

  test('say how to answer one that is not at your level', async ({ page }) => {
    const lessons = page.getByRole('region', { name: 'When the question is not at your level' })
    await expect(lessons.getByRole('heading', { name: /Weak:/ })).toHaveCount(2)
    await expect(lessons.getByRole('heading', { name: /Strong:/ })).toHaveCount(2)
    await expect(lessons).toContainText('At L6, asked a question of L7')
    await expect(lessons).toContainText('At L7, asked a question of L6')
  })

  test('dig into a story step by step, and the answers stay with it', async ({
    page,
    terminal,
  }) => {
    await open(page, '/practice/follow-ups', 'Follow-ups')
    const ladder = page.getByRole('region', { name: 'Follow-up questions' })
    await expect(ladder.getByLabel('Which other ways did you consider?')).toBeVisible()
    await ladder.getByRole('button', { name: 'Dig deeper: Reflection' }).click()
    await ladder.getByLabel('Which signal did you overlook at the time?').fill('Support tickets.')
    await ladder.getByLabel('Another question').fill('And the cost?')
    await ladder.getByRole('button', { name: 'Add', exact: true }).click()
    await ladder.getByRole('textbox', { name: 'And the cost?' }).fill('None.')
    await expect(ladder.getByText(/1 of \d+ answered\.$/)).toBeVisible()
    await page.reload()
    await expect(ladder.getByLabel('Which signal did you overlook at the time?')).toHaveValue(
      'Support tickets.',
    )
    await expect(ladder.getByRole('textbox', { name: 'And the cost?' })).toHaveValue('None.')
    const [listed] = JSON.parse(await terminal('stories', '--json')) as { id: string }[]
    const shown = JSON.parse(await terminal('story', 'show', listed?.id ?? '', '--json')) as object
    expect(shown).toMatchObject({
      followUps: [
        { question: 'Which signal did you overlook at the time?', answer: 'Support tickets.' },
        { question: 'And the cost?', answer: 'None.' },
      ],
    })
  })

  test('the case studies show parts, scope, numbers, why they work and where they bend', async ({
    page,
  }) => {
    await open(page, '/practice/case-studies', 'Case studies')
    const cases = page.getByRole('region', { name: 'Case studies' })
    for (const heading of ['Parts', 'Scope', 'Numbers', 'Why it works', 'Where it bends the rules'])
      await expect(cases.getByRole('heading', { name: heading })).toBeVisible()
    await expect(cases).toContainText('$50M is a year’s revenue'.replace('’', "'"))
    await expect(cases.getByText('below L6').first()).toBeVisible()
    await cases.getByRole('radio', { name: 'L7' }).check({ force: true })
    await expect(cases).toContainText('200+ people')
  })
})

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of sizesIn(theme, [
    [1280, 800],
    [900, 600],
  ] as const))
    test(`practice has no accessibility fault and fits, ${theme}, ${width} px`, async ({
      page,
      start,
      terminal,
      dataDir,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      await start()
      await finishFirstRun(page, { ...ada, level: 'L7' })
      const file = join(dataDir, 'story.md')
      writeFileSync(file, story)
      await terminal('story', 'add', '--file', file)
      const check = async (name: string) => {
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        expect([name, await faultsOf(page), await overflowOf(page)]).toEqual([name, [], 0])
      }
      await open(page, '/practice/mocks', 'Mock interviews')
      await check('no mocks')
      await page.getByRole('link', { name: 'New mock interview' }).click()
      await expect(page.getByLabel('Type').locator('option')).toHaveCount(8)
      await rate(page, 'Overall, by the interviewer', '4 Hire')
      await rate(page, 'Think Big, by the interviewer', '3 Adequate')
      await rate(page, 'Think Big, by yourself', '5 Outstanding')
      await page.getByRole('button', { name: 'Add question' }).click()
      await saved(page)
      await check('scorecard')
      await open(page, '/practice/mocks', 'Mock interviews')
      await check('mocks')
      await open(page, '/practice/questions', 'Questions')
      await check('questions')
      await page.getByRole('button', { name: 'Start drill' }).click()
      await page.keyboard.press('Space')
      await page.keyboard.press('3')
      await expect(page.getByRole('dialog')).toContainText('Kept: 3 Adequate.')
      await check('drill')
      await page.keyboard.press('Escape')
      await open(page, '/practice/follow-ups', 'Follow-ups')
      await check('follow-ups')
      await open(page, '/practice/case-studies', 'Case studies')
      await check('case studies')
    })
