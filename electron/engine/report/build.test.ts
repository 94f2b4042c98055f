import { beforeAll, describe, expect, it } from 'vitest'
import type { Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { milestoneTargetLabel } from '#domain/milestones.ts'
import {
  decimals,
  formatDay,
  formatPercent,
  statusLabel,
  trimmedDecimals,
} from '#domain/readable.ts'
import { asStudyDay } from '#domain/units.ts'
import { buildReport } from './build.ts'
import type { BuiltReport } from './build.ts'
import { margins, paperSizes } from './layout/pages.ts'
import type { ReportData } from './model.ts'
import { openPdf, readPages } from './read-back.ts'
import type { ReadItem, ReadPage } from './read-back.ts'
import { assetsDir, sampleData } from './sample-data.ts'

const build = (data: ReportData) => buildReport(data, { assetsDir })
const wholeText = (pages: readonly ReadPage[]) => pages.map((page) => page.text).join('\n')

/** Names and notes that no layout expects. */
function crowded(paper: ReportData['paper']): ReportData {
  const data = structuredClone(sampleData({ name: 'W'.repeat(200), paper }))
  const long = 'Consistency and replication under partial failure '.repeat(6).trim()
  const rename = (names: { name: string }[], place: number, name: string) => {
    const row = names[place]
    if (row) row.name = name
  }
  rename(data.status.allocation, 0, 'Q'.repeat(300))
  rename(data.status.allocation, 1, long)
  rename(data.status.milestones, 0, 'M'.repeat(2000))
  rename(data.playbook.plan.categories, 0, 'Q'.repeat(300))
  rename(data.playbook.checklist, 0, `Group ${'G'.repeat(300)}`)
  const item = data.playbook.checklist[0]?.items[0]
  if (item) item.text = 'C'.repeat(2000)
  data.playbook.name = 'P'.repeat(2000)
  const sessions = (data.sessions ?? []).map((session, index) => ({
    ...session,
    note:
      index % 2 === 0
        ? 'x'.repeat(20_000)
        : 'What went wrong, and what I would do about it. '.repeat(300),
  }))
  return { ...data, sessions }
}

/** Pairs of texts whose letters touch, on one page. */
function overlaps(items: readonly ReadItem[]): readonly string[] {
  const boxes = items.map((item) => ({
    ...item,
    right: item.x + item.width,
    bottom: item.y - item.size * 0.2,
    top: item.y + item.size * 0.74,
  }))
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.x, b.x) > 0.5 &&
          Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > 0.5,
      )
      .map((b) => `"${a.text}" and "${b.text}"`),
  )
}

function outsideMargins({ items, width, height }: ReadPage): readonly string[] {
  const slack = 0.5
  return items
    .filter(
      (item) =>
        item.x < margins.left - slack ||
        item.x + item.width > width - margins.right + slack ||
        item.y + item.size * 0.74 > height - margins.top + slack ||
        item.y - item.size * 0.2 < margins.bottom - slack,
    )
    .map((item) => `"${item.text}" at ${item.x}, ${item.y}`)
}

function figuresOf(status: Status): readonly string[] {
  const { pace, allocation, milestones, week } = status
  return [
    formatHours(pace.actualHours),
    formatHours(pace.plannedHours),
    formatHours(pace.plannedToDateHours),
    formatHours(pace.remainingHours),
    formatHours(Math.abs(pace.differenceHours)),
    formatHours(pace.requiredWeeklyHours ?? 0),
    decimals(status.allocationDistance ?? 0, 1),
    statusLabel(pace.status),
    formatDay(asStudyDay(status.today)),
    ...allocation.flatMap((row) => [
      row.name,
      formatPercent(row.plannedShare),
      formatPercent(row.actualShare),
      decimals(row.driftPoints ?? 0, 1),
      formatHours(row.plannedHours),
      formatHours(row.actualHours),
      formatHours(row.plannedToDateHours),
      formatHours(row.remainingHours),
    ]),
    ...milestones.flatMap((row) => [
      row.name,
      trimmedDecimals(row.actual),
      milestoneTargetLabel(row) ?? 'none set',
    ]),
    ...week.map(({ hours }) => formatHours(hours)),
  ]
}

describe('buildReport', () => {
  const data = sampleData()
  let built: BuiltReport
  let pages: readonly ReadPage[]
  beforeAll(async () => {
    built = await build(data)
    pages = await readPages(await openPdf(built.bytes))
  })

  it('holds every figure of the status as selectable text', () => {
    const text = wholeText(pages)
    for (const figure of figuresOf(data.status)) expect(text).toContain(figure)
  })

  it('says how many pages it has, on each page but the cover and in its answer', () => {
    expect(built.pages).toBe(pages.length)
    pages.slice(1).forEach((page, index) => {
      expect(page.text).toContain(`Page ${index + 2} of ${pages.length}`)
    })
  })

  it('carries title, author, language and dates', async () => {
    const pdf = await openPdf(built.bytes)
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: 'Readiness report, L6: Ada Lovelace',
      Author: 'Ada Lovelace',
      Subject: 'Preparation for level L6, as of 24 Nov 2026',
      Language: 'en',
      CreationDate: 'D:20261124093000Z',
      ModDate: 'D:20261124093000Z',
    })
    expect(metadata.get('dc:title')).toBe('Readiness report, L6: Ada Lovelace')
    expect(await pdf.getViewerPreferences()).toEqual(new Map([['DisplayDocTitle', true]]))
  })

  it('has a bookmark for each section, and contents whose links and page numbers agree with it', async () => {
    const pdf = await openPdf(built.bytes)
    const outline = await pdf.getOutline()
    const titles = outline.map((item) => item.title)
    expect(titles).toEqual([
      'Readiness',
      'Where you stand',
      'Allocation against the plan',
      'Trend and forecast',
      'Milestones',
      'Checklist',
      'Success metrics',
      'Scope',
      'Principle coverage',
      'Stories',
      'Rehearsals and mock interviews',
      'Practice log',
      'Methods and sources',
    ])
    const cover = await pdf.getPage(1)
    const links = (await cover.getAnnotations()) as { dest: string; subtype: string }[]
    expect(links.filter((link) => link.subtype === 'Link')).toHaveLength(titles.length)
    for (const [index, link] of links.entries()) {
      const destination = await pdf.getDestination(link.dest)
      const number = (await pdf.getPageIndex(destination?.[0])) + 1
      const title = titles[index] ?? ''
      expect(pages[number - 1]?.text).toContain(title)
      expect(pages[0]?.text).toContain(`${title} ${number}`)
      const own = outline[index]?.dest
      expect(Array.isArray(own) && (await pdf.getPageIndex(own[0])) + 1).toBe(number)
    }
  })

  it('embeds its fonts and uses no other', () => {
    const file = Buffer.from(built.bytes).toString('latin1')
    expect(file.match(/\/FontFile3 /g)).toHaveLength(3)
    const names = new Set(
      Array.from(file.matchAll(/\/BaseFont \/\w{6}\+([\w-]+)/g), ([, name]) => name),
    )
    expect(names).toEqual(new Set(['Inter-Regular', 'Inter-SemiBold', 'InterDisplay-SemiBold']))
    expect(file).not.toContain('Helvetica')
  })

  it('gives the same bytes for the same data and clock, and others for another clock', async () => {
    expect(Buffer.from((await build(data)).bytes).equals(built.bytes)).toBe(true)
    const later = await build({ ...data, generatedAt: '2026-11-24T09:30:01Z' })
    expect(Buffer.from(later.bytes).equals(built.bytes)).toBe(false)
  })

  it('tells progress that never goes back and ends at 1', async () => {
    const told: number[] = []
    await buildReport(data, { assetsDir, onProgress: (done) => told.push(done) })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.length).toBeGreaterThan(10)
    expect(told.at(-1)).toBe(1)
  })

  it('stops between two steps when it is cancelled', async () => {
    const cancel = new AbortController()
    const told: number[] = []
    const building = buildReport(data, {
      assetsDir,
      signal: cancel.signal,
      onProgress: (done) => {
        told.push(done)
        if (done > 0.2) cancel.abort()
      },
    })
    await expect(building).rejects.toHaveProperty('name', 'AbortError')
    expect(Math.max(...told)).toBeLessThan(0.5)
  })

  it.each(['A4', 'Letter'] as const)(
    'keeps apart and inside the margins what is far too long, on %s',
    async (paper) => {
      const crowd = await readPages(await openPdf((await build(crowded(paper))).bytes))
      for (const page of crowd) {
        expect(page.width).toBeCloseTo(paperSizes[paper].width, 1)
        expect(page.height).toBeCloseTo(paperSizes[paper].height, 1)
        expect(outsideMargins(page)).toEqual([])
        expect(overlaps(page.items)).toEqual([])
      }
    },
  )

  it.each(['L6', 'L7'])(
    'shows an empty profile of %s in order, with all its sections',
    async (level) => {
      const empty = sampleData({ level, sessions: 0, name: '', interviewDate: null })
      const report = await build(empty)
      const read = await readPages(await openPdf(report.bytes))
      for (const page of read) {
        expect(outsideMargins(page)).toEqual([])
        expect(overlaps(page.items)).toEqual([])
      }
      const text = wholeText(read)
      for (const expected of [
        `Level ${level}`,
        'Not set',
        'No interview date is set',
        'no data',
        'there are no stories',
      ])
        expect(text).toContain(expected)
    },
  )

  it('survives a name that would break the markup of its metadata', async () => {
    const name = 'A & B <C> "D" (E) \\ 王 🎉'
    const { bytes } = await build(sampleData({ name, sessions: 1 }))
    const { info, metadata } = await (await openPdf(bytes)).getMetadata()
    expect(info).toMatchObject({ Author: name })
    expect(metadata.get('dc:title')).toBe(`Readiness report, L6: ${name}`)
    expect(wholeText(await readPages(await openPdf(bytes)))).toContain(name)
  })
})
