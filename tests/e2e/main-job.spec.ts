import { readFileSync } from 'node:fs'
import type { Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { decimals } from '#domain/readable.ts'
import { openPdf, readPages } from '#engine/report/read-back.ts'
import { finishFirstRun, goTo, logSession, planRow, saveReport } from '../scenarios/main-job.ts'
import { expect, test } from './app.ts'

const ada = {
  level: 'L6',
  startDate: '2026-09-01',
  interviewDate: '2026-12-15',
  weeklyHours: '15',
  name: 'Ada',
} as const

test('first run, log, allocation, report read back, and all of it there after a restart', async ({
  page,
  start,
  terminal,
}) => {
  const stop = await start()
  await finishFirstRun(page, ada)
  await logSession(page, {
    category: 'System design',
    duration: '1h30',
    date: '2026-11-20',
    time: '09:00',
    note: 'URL shortener',
  })
  await logSession(page, {
    category: 'Coding practice',
    duration: '30',
    date: '2026-11-21',
    time: '10:00',
  })

  await goTo(page, 'Plan')
  await expect(planRow(page, 'System design')).toContainText('75.0')
  await expect(planRow(page, 'Coding practice')).toContainText('25.0')

  const download = page.waitForEvent('download')
  await saveReport(page)
  const file = await (await download).path()
  const pages = await readPages(await openPdf(new Uint8Array(readFileSync(file))))
  const text = pages.map((one) => one.text).join(' ')
  const status = JSON.parse(await terminal('status', '--json')) as Status
  expect(text).toContain('Ada')
  expect(text).toContain(formatHours(status.pace.plannedToDateHours))
  for (const row of status.allocation)
    for (const figure of [row.actualHours, row.remainingHours, row.plannedToDateHours])
      expect(text).toContain(decimals(figure, 1))

  await stop()
  await start()
  await goTo(page, 'Log')
  await expect(page.getByText('URL shortener')).toBeVisible()
  await goTo(page, 'Plan')
  await expect(planRow(page, 'System design')).toContainText('75.0')
})

test('the window shows what the terminal logs, without a restart, and the other way round', async ({
  page,
  start,
  terminal,
}) => {
  await start()
  await finishFirstRun(page, ada)
  await goTo(page, 'Log')
  await terminal('log', '45m', 'stories', '--date', '2026-11-23', '--note', 'from the terminal')
  await expect(page.getByText('from the terminal')).toBeVisible()
  await logSession(page, { category: 'Coding practice', duration: '1h', date: '2026-11-22' })
  expect(JSON.parse(await terminal('status', '--json'))).toMatchObject({ totals: { sessions: 2 } })
})

test('sample data fills an empty profile from the first screen', async ({ page, start }) => {
  await start()
  await page.getByRole('button', { name: /sample data/ }).click()
  await goTo(page, 'Log')
  await expect(page.getByRole('main')).toContainText('102 sessions')
})
