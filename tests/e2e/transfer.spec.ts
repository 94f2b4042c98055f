import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Download, Locator, Page } from '@playwright/test'
import { expectScreen, finishFirstRun, goTo } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './looks.ts'

const ada = { startDate: '2026-09-01', interviewDate: '2026-12-15' } as const
const fixtures = fileURLToPath(new URL('../fixtures/exports/', import.meta.url))
const toggl = join(fixtures, 'toggl-detailed.csv')

type File = string | Readonly<{ name: string; text: string }>

const theImport = (page: Page) => page.getByRole('dialog', { name: 'Import' })
const step = (page: Page, name: string | RegExp) => theImport(page).getByRole('heading', { name })
const next = (page: Page) => theImport(page).getByRole('button', { name: 'Next' })

/** Opens the import from the Data page. */
async function openImport(page: Page) {
  await page.evaluate(() => {
    location.hash = '/profile/data'
  })
  await page.getByRole('button', { name: 'Import a file…' }).click()
  await expect(step(page, 'Choose a file')).toBeFocused()
}

/** Answers the browser's own file dialog, once something opens it. */
async function chooseFile(page: Page, file: File, press = () => theChooser(page).click()) {
  const chooser = page.waitForEvent('filechooser')
  await press()
  const chosen =
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) }
  await (await chooser).setFiles(chosen)
}

const theChooser = (page: Page) => theImport(page).getByRole('button', { name: 'Choose a file…' })

async function expectNoFaults(page: Page) {
  expect(await faultsOf(page)).toEqual([])
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path())
}

/** Exports from the Data page, which must show. */
async function exported(page: Page, format: RegExp): Promise<Download> {
  await page.getByRole('radio', { name: format }).check()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  return download
}

const chip = (page: Page, name: RegExp): Locator =>
  theImport(page).getByRole('group', { name: 'Show rows' }).getByRole('button', { name })

test.describe('with a plan', () => {
  test.beforeEach(async ({ page, start }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await start()
    await finishFirstRun(page, ada)
  })

  test('an export of Toggl is looked at, its names placed, imported, known again, and undone', async ({
    page,
  }) => {
    await goTo(page, 'Log')
    await page.getByRole('button', { name: /Import from a spreadsheet, Toggl/ }).click()
    await expectNoFaults(page)
    await chooseFile(page, toggl)
    await expect(step(page, 'What the columns are')).toBeFocused()
    await expect(theImport(page).getByText('The headings are those of Toggl Track')).toBeVisible()
    await expect(theImport(page).getByLabel('What Project is')).toHaveValue('category')
    await expectNoFaults(page)
    await next(page).click()

    await expect(step(page, 'What the file does not say')).toBeFocused()
    // Its own name is its place; what only comes near is proposed and not chosen.
    await expect(theImport(page).getByLabel('Where “Coding” belongs')).toHaveValue('coding')
    const near = theImport(page).getByLabel('Where “Leadership stories” belongs')
    await expect(near).toHaveValue('')
    await expect(near.getByRole('option', { name: 'Behavioural stories (suggested)' })).toHaveCount(
      1,
    )
    await expect(next(page)).toBeDisabled()
    await expectNoFaults(page)
    for (const name of await theImport(page).getByRole('combobox').all())
      if ((await name.inputValue()) === '') await name.selectOption('coding')
    await next(page).click()

    await expect(step(page, 'What will happen')).toBeFocused()
    await expect(theImport(page).getByText(/sessions with .* h would be added/)).toBeVisible()
    await expectNoFaults(page)
    const rows = Number((await chip(page, /^New/).innerText()).match(/\d+/)?.[0])
    expect(rows).toBeGreaterThan(3)
    await chip(page, /^New/).click()
    await expect(theImport(page).getByRole('row')).toHaveCount(rows + 1)
    await theImport(page)
      .getByRole('button', { name: `Import ${rows} sessions` })
      .click()
    await expect(step(page, `Imported ${rows} sessions`)).toBeFocused()
    await expectNoFaults(page)
    await theImport(page).getByRole('button', { name: 'Show the log' }).click()
    await expectScreen(page, 'Log')
    await expect(page.getByRole('main')).toContainText(`${rows} sessions`)

    // Again: known by its headings, and every row by itself.
    await openImport(page)
    await chooseFile(page, toggl)
    await expect(step(page, 'What will happen')).toBeFocused()
    await expect(theImport(page).getByText(/This file was imported on 24 Nov 2026/)).toBeVisible()
    await expect(theImport(page).getByText('There is nothing new in the file.')).toBeVisible()
    await expect(chip(page, new RegExp(`^Here already ${rows}`))).toBeVisible()
    await theImport(page).getByRole('button', { name: 'Close' }).last().click()
    await goTo(page, 'Log')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(page.getByText('Nothing is logged yet')).toBeVisible()
  })

  const ambiguous = {
    name: 'times.csv',
    text: 'Date,Length,Project\n03/04/2026,90,coding\n04/05/2026,45,coding\n',
  }

  test('dates that can be read in two orders, and numbers without a unit, are asked for', async ({
    page,
  }) => {
    await openImport(page)
    await chooseFile(page, ambiguous)
    await next(page).click()
    await expect(step(page, 'What the file does not say')).toBeFocused()
    const order = (name: string) => theImport(page).getByRole('radio', { name })
    for (const radio of await theImport(page).getByRole('radio').all())
      await expect(radio).not.toBeChecked()
    await expect(theImport(page).getByText('03/04/2026 is Friday, 3 April 2026')).toBeVisible()
    await expect(theImport(page).getByText('2 answers are open')).toBeVisible()
    await order('Day, month, year').check()
    await order('Minutes').check()
    await next(page).click()
    await expect(theImport(page).getByRole('row', { name: /2026-04-03 .* 1h30/ })).toBeVisible()

    // What was answered stays, and can be answered otherwise.
    await theImport(page).getByRole('button', { name: 'Back' }).click()
    await expect(order('Day, month, year')).toBeChecked()
    await order('Month, day, year').check()
    await next(page).click()
    await expect(theImport(page).getByRole('row', { name: /2026-03-04 .* 1h30/ })).toBeVisible()
    await theImport(page).getByRole('button', { name: 'Import 2 sessions' }).click()
    await theImport(page).getByRole('button', { name: 'Undo the import' }).click()
    await expect(step(page, 'The import was undone')).toBeFocused()
    await theImport(page).getByRole('button', { name: 'Done' }).click()
    await goTo(page, 'Log')
    await expect(page.getByText('Nothing is logged yet')).toBeVisible()
  })

  test('leaving asks once something was changed, and keeps it when the person stays', async ({
    page,
  }) => {
    await openImport(page)
    await chooseFile(page, ambiguous)
    await theImport(page).getByLabel('What Project is').selectOption('note')
    await page.keyboard.press('Escape')
    const question = page.getByRole('alertdialog', { name: 'Leave the import?' })
    await question.getByRole('button', { name: 'Stay' }).click()
    await expect(theImport(page).getByLabel('What Project is')).toHaveValue('note')
    await theImport(page).getByLabel('What Date is').selectOption('ignore')
    await next(page).click()
    await expect(theImport(page).getByRole('alert').filter({ hasText: /date/i })).toBeVisible()
    await expect(theImport(page).getByLabel('What Project is')).toHaveValue('note')
    await page.keyboard.press('Escape')
    await question.getByRole('button', { name: 'Leave' }).click()
    await expect(theImport(page)).toBeHidden()
  })

  test('what was rejected is listed by its line, and can be taken along', async ({ page }) => {
    await openImport(page)
    const text = 'date,minutes,category\n2026-09-01,30,coding\n2026-09-02,soon,coding\n'
    await chooseFile(page, { name: 'a.csv', text })
    await next(page).click()
    await theImport(page).getByRole('button', { name: 'Import 1 session' }).click()
    const list = theImport(page).getByLabel('Rows that were rejected')
    await expect(list).toHaveValue(/^line 3: “soon” is not a duration/)
    await theImport(page).getByRole('button', { name: 'Copy the list' }).click()
    await expect(theImport(page).getByRole('button', { name: 'Copied' })).toBeVisible()
    const download = page.waitForEvent('download')
    await theImport(page).getByRole('button', { name: 'Download it' }).click()
    expect((await contentOf(await download)).toString()).toMatch(/^line 3: “soon”/)
  })

  test('a long import says how far it is, pages its rows, and is cancelled without a trace', async ({
    page,
  }) => {
    const days = Array.from({ length: 60_000 }, (_, i) => {
      const day = new Date(Date.UTC(2010, 0, 1) + (i % 5000) * 86_400_000).toISOString()
      return `${day.slice(0, 10)},${10 + (i % 7)},coding,Number ${i}`
    })
    await openImport(page)
    await chooseFile(page, {
      name: 'long.csv',
      text: `date,minutes,category,note\n${days.join('\n')}\n`,
    })
    await expect(theImport(page).getByText('60,000 rows')).toBeVisible()
    await next(page).click()
    const pages = theImport(page).getByRole('group', { name: 'Pages of rows' })
    await expect(pages).toContainText('1 to 50 of 60,000', { timeout: 60_000 })
    await pages.getByRole('button', { name: 'After' }).click()
    await expect(pages).toContainText('51 to 100 of 60,000')
    await expect(theImport(page).getByRole('progressbar')).toBeHidden()
    await theImport(page)
      .getByRole('button', { name: /^Import [\d,]+ sessions/ })
      .click()
    await expect(theImport(page).getByRole('progressbar', { name: 'Importing…' })).toBeVisible()
    await theImport(page).getByRole('button', { name: 'Cancel' }).click()
    await expect(theImport(page).getByRole('progressbar')).toBeHidden()
    await expect(step(page, 'What will happen')).toBeVisible()
    await theImport(page).getByRole('button', { name: 'Close' }).click()
    await goTo(page, 'Log')
    await expect(page.getByText('Nothing is logged yet')).toBeVisible()
  })

  test('bad files are each refused in words, and a good one is taken after them', async ({
    page,
  }) => {
    const large = join(tmpdir(), `loopready-large-${process.pid}.csv`)
    writeFileSync(large, '')
    truncateSync(large, 200_000_000)
    const half = readFileSync(join(fixtures, 'loopready-v1.export'), 'utf8').slice(0, 900)
    const bad: readonly (readonly [File, RegExp])[] = [
      [{ name: 'empty.csv', text: '' }, /The file is empty/],
      [{ name: 'image.csv', text: '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR' }, /not a table as text/],
      [large, /191 MiB, and 64 MiB at most/],
      [{ name: 'half.json', text: half }, /breaks off in line \d+/],
      [{ name: 'words.csv', text: 'date,minutes\n' }, /headings and no rows/],
    ]
    await openImport(page)
    for (const [file, words] of bad) {
      await chooseFile(page, file)
      await expect(theImport(page).getByRole('alert')).toContainText(words)
    }
    rmSync(large)
    await expectNoFaults(page)
    await chooseFile(page, ambiguous)
    await expect(step(page, 'What the columns are')).toBeFocused()
  })

  test('a file that is dropped on the window is looked at', async ({ page }) => {
    const drop = (name: string) =>
      page.evaluate((fileName) => {
        const data = new DataTransfer()
        data.items.add(new File(['date,minutes,category\n2026-09-01,30,coding\n'], fileName))
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
          )
      }, name)
    await drop('dropped.csv')
    await expect(step(page, 'What the columns are')).toBeFocused()
    await expect(theImport(page).getByText('dropped.csv')).toBeVisible()
    // Another one would throw this one away.
    await drop('other.csv')
    await expect(theImport(page).getByText('dropped.csv')).toBeVisible()
  })

  test('the whole way is gone by the keyboard, from the palette', async ({ page }) => {
    await runFromPalette(page, 'Import')
    await expect(step(page, 'Choose a file')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(theChooser(page)).toBeFocused()
    const text = 'date,minutes,category\n2026-09-01,30,coding\n'
    await chooseFile(page, { name: 'a.csv', text }, () => page.keyboard.press('Enter'))
    await expect(step(page, 'What the columns are')).toBeFocused()
    await tabToButton(page, /^Next$/)
    await page.keyboard.press('Enter')
    await expect(step(page, 'What will happen')).toBeFocused()
    await tabToButton(page, /^Import 1 session$/)
    await page.keyboard.press('Enter')
    await expect(step(page, 'Imported 1 session')).toBeFocused()
    await tabToButton(page, /^Done$/)
    await page.keyboard.press('Enter')
    await expect(theImport(page)).toBeHidden()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  })

  test('the sessions are downloaded as CSV, with a byte order mark where it is wanted', async ({
    page,
    terminal,
  }) => {
    await terminal(
      'log',
      '90m',
      'coding',
      '--note',
      '=1+1',
      '--date',
      '2026-11-23',
      '--time',
      '09:00',
    )
    await runFromPalette(page, 'Export')
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused()
    const plain = await exported(page, /^CSV/)
    expect(plain.suggestedFilename()).toBe('loopready-sessions-2026-11-24.csv')
    const text = (await contentOf(plain)).toString()
    expect(text).toContain("'=1+1")
    await expect(page.getByText(/with 1 session\./)).toBeVisible()
    await expectNoFaults(page)
    await page.getByRole('checkbox', { name: /byte order mark/ }).check()
    const marked = await exported(page, /^CSV/)
    expect((await contentOf(marked)).toString()).toBe(`\uFEFF${text}`)
  })
})

test('an export of everything, imported into an empty folder, gives the same export', async ({
  page,
  start,
  terminal,
  dataDir,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await terminal('demo')
  const stop = await start()
  await expectScreen(page, 'Today')
  await page.evaluate(() => {
    location.hash = '/profile/data'
  })
  const first = await exported(page, /^JSON/)
  const bytes = await contentOf(first)
  await stop()
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true })

  await start()
  await page.getByRole('button', { name: 'Import a Loopready export' }).click()
  await chooseFile(page, {
    name: first.suggestedFilename(),
    text: bytes.toString(),
  })
  await expect(step(page, 'What will happen')).toBeFocused()
  await expect(theImport(page).getByText('Loopready export')).toBeVisible()
  await expectNoFaults(page)
  await theImport(page)
    .getByRole('button', { name: /^Import \d+ rows/ })
    .click()
  await expect(step(page, /^Imported \d+ sessions/)).toBeFocused()
  await theImport(page).getByRole('button', { name: 'Done' }).click()
  await expectScreen(page, 'Today')
  await page.evaluate(() => {
    location.hash = '/profile/data'
  })
  expect((await contentOf(await exported(page, /^JSON/))).equals(bytes)).toBe(true)

  // Imported over itself it asks what to do with what differs, and has nothing to do where nothing does.
  await openImport(page)
  const other = bytes.toString().replace(/"durationS":(\d+)/, '"durationS":60')
  await chooseFile(page, { name: 'other.json', text: other })
  await expect(theImport(page).getByText('There is nothing new in the file.')).toBeVisible()
  await theImport(page)
    .getByRole('radio', { name: /^Replace it/ })
    .check({ force: true })
  await theImport(page).getByRole('button', { name: 'Import 1 row' }).click()
  await expect(step(page, 'Changed 1 row')).toBeFocused()
})

async function runFromPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Command or session' }).fill(words)
  await page.keyboard.press('Enter')
}

async function tabToButton(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(text.trim())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${String(name)}`)
}
