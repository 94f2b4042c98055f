import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse, stringify } from 'yaml'
import { openPdf, readPages } from '#engine/report/read-back.ts'
import { goTo, saveReport } from '../scenarios/main-job.ts'
import { hostileText, hostileTexts } from '../support/hostile-texts.ts'
import { expect, test } from './app.ts'

/** Every page that shows what the person, a file or a playbook says. */
const addresses = [
  '/',
  '/log',
  '/plan',
  '/stories',
  '/stories/coverage',
  '/stories/loop',
  '/stories/find',
  '/stories/figures',
  '/practice',
  '/practice/mocks',
  '/practice/questions',
  '/practice/follow-ups',
  '/practice/case-studies',
  '/evidence',
  '/evidence/metrics',
  '/evidence/scope',
  '/evidence/formula',
  '/readiness',
  '/readiness/forecast',
  '/readiness/compare',
  '/report',
  '/profile',
  '/profile/data',
  '/profile/playbooks',
  '/profile/safety',
] as const

/** A playbook whose every text for people is hostile as well; ids, figures and provenance stay. */
function hostilePlaybook(): string {
  let next = 0
  const hostile = (text: string) => {
    next += 1
    return `${text} ${hostileTexts[next % hostileTexts.length] ?? ''}`
  }
  const shown = new Set(['name', 'summary', 'text', 'note', 'title', 'points', 'guidance', 'guide'])
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return shown.has(key) ? hostile(value) : value
    if (Array.isArray(value)) return value.map((item) => poison(item, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, poison(inner, name)]),
    )
  }
  const shipped = parse(readFileSync('data/playbooks/L6.yaml', 'utf8')) as object
  return stringify(poison({ ...shipped, id: 'L9', mappings: [] }, ''))
}

/** What a text must not have become. The page has its own scripts and styles, all with an address of its own. */
async function expectOnlyText(page: Page) {
  expect(
    await page.evaluate(() => ({
      hacked: 'hacked' in window,
      elements: [...document.querySelectorAll('*')]
        .filter(
          (element) =>
            [...element.attributes].some(
              ({ name, value }) =>
                /^on/i.test(name) ||
                (/^(?:href|src|action|data|srcset|formaction|ping)$/i.test(name) &&
                  /evil\.example|javascript:|^data:text/i.test(value)),
            ) ||
            element.matches(
              'iframe, object, embed, base, form[action], math, animate, #hacked, script:not([src]), style:not([nonce])',
            ),
        )
        .map((element) => element.outerHTML.slice(0, 200)),
    })),
  ).toEqual({ hacked: false, elements: [] })
}

test('what the person, a file or a playbook says stays text on every page and in the report', async ({
  page,
  dataDir,
  start,
  terminal,
}) => {
  const dialogs: string[] = []
  const complaints: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  // A script or picture that the policy had to stop was an element already.
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
  })

  mkdirSync(join(dataDir, 'playbooks'))
  writeFileSync(join(dataDir, 'playbooks', 'hostile.yaml'), hostilePlaybook())
  const story = join(dataDir, 'story.md')
  const [, , image = ''] = hostileTexts
  const sections = ['Situation', 'Task', 'Action', 'Result', 'Reflection', 'Growth']
  writeFileSync(
    story,
    `---\n${stringify({ title: image, tags: ['<b>tag</b>'], followUps: [{ question: image, answer: hostileText }] })}---\n\n${sections
      .map((heading) => `## ${heading}\n\n${hostileText}\n`)
      .join('\n')}`,
  )
  const table = join(dataDir, 'table.csv')
  writeFileSync(
    table,
    `Date,Duration,Category,Note,${image.replaceAll(/[",]/g, '')}\n${hostileTexts
      .map((text, row) => `2026-10-${10 + row},1:00,coding,"${text.replaceAll('"', '""')}",x`)
      .join('\n')}\n`,
  )
  await terminal('init', '--level', 'L9', '--start', '2026-09-01', '--name', image)
  await terminal('log', '1h', 'coding', '--date', '2026-11-20', '--note', hostileText)
  await terminal('story', 'import', story)
  await terminal('import', table)
  const [{ id }] = JSON.parse(await terminal('stories', '--json')) as [{ id: string }]

  await start()
  for (const address of [...addresses, `/stories/edit/${id}`, `/practice/rehearse/${id}`]) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, address)
    await expect(page.getByRole('main')).toBeVisible()
    // What a picture or a frame would do, it does a moment after it is there.
    await page.waitForTimeout(400)
    await expectOnlyText(page)
  }

  // The text drawn from Markdown, and the dialogs that show a file before it is imported.
  await page.evaluate((hash) => {
    location.hash = hash
  }, `/stories/edit/${id}`)
  const preview = page.getByRole('button', { name: /preview/i }).first()
  if (await preview.isVisible()) await preview.click()
  await expectOnlyText(page)

  await page.evaluate(() => {
    location.hash = '/profile/data'
  })
  await page.getByRole('button', { name: 'Import a file…' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('dialog', { name: 'Import' })
    .getByRole('button', { name: 'Choose a file…' })
    .click()
  const content = readFileSync(table, 'utf8').replaceAll(
    'coding,',
    `${image.replaceAll(/[",]/g, '')},`,
  )
  await (
    await chooser
  ).setFiles({
    name: '<img src=x onerror=alert(1)>.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  })
  await expect(
    page.getByRole('dialog', { name: 'Import' }).getByRole('heading', { level: 2 }).last(),
  ).toBeVisible()
  await expect(
    page
      .getByRole('dialog', { name: 'Import' })
      .getByText(/onerror/)
      .first(),
  ).toBeVisible()
  await expectOnlyText(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await goTo(page, 'Report')
  const download = page.waitForEvent('download')
  await saveReport(page)
  const pdf = await openPdf(new Uint8Array(readFileSync(await (await download).path())))
  const pages = await readPages(pdf)
  expect(pages.map(({ text }) => text).join(' ')).toContain('onerror')
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const annotations = await (await pdf.getPage(number)).getAnnotations()
    for (const { url, unsafeUrl, action, actions, file } of annotations as Record<
      string,
      unknown
    >[])
      expect([url, unsafeUrl, action, actions, file].filter(Boolean)).toEqual([])
  }
  expect(await pdf.getJSActions()).toBeNull()
  expect(await pdf.getOpenAction()).toBeNull()
  expect(await pdf.getAttachments()).toBeNull()

  expect(dialogs).toEqual([])
  expect(complaints).toEqual([])
})
