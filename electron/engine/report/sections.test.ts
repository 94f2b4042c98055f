import { beforeAll, describe, expect, it } from 'vitest'
import { figureText } from '#domain/figure-text.ts'
import { reachingText } from '#domain/forecast/reaching-text.ts'
import { metricStatusLabel } from '#domain/metrics.ts'
import { formatPercent } from '#domain/readable.ts'
import { builtInPresets } from '#domain/report-contents.ts'
import { quantityName, rungLabel } from '#domain/scope-words.ts'
import { buildReport } from './build.ts'
import { composeReport } from './compose.ts'
import { margins } from './layout/pages.ts'
import type { ReportData } from './model.ts'
import { openPdf, readPages } from './read-back.ts'
import { assetsDir, sampleData } from './sample-data.ts'

const presetNamed = (id: string) => {
  const preset = builtInPresets.find((each) => each.id === id)
  if (!preset) throw new Error(`no preset ${id}`)
  return preset.contents
}
const twoLines =
  'Rehearse the story for Are Right, A Lot: “Moved the checkout off the monolith without a freeze while three teams were reorganised and the board asked for savings of a third”'
const plain = (text: string) => text.replaceAll(/\s+/g, ' ')
async function textOf(data: ReportData): Promise<string> {
  const { bytes } = await buildReport(data, { assetsDir })
  return plain((await readPages(await openPdf(bytes))).map(({ text }) => text).join(' '))
}

describe('the sections about evidence, stories and practice', () => {
  const data = sampleData({ stories: 7 })
  let text = ''
  beforeAll(async () => {
    text = await textOf(data)
  }, 60_000)

  it('shows every checklist item with what the engine says of it', () => {
    const section = composeReport(data).sections.find(({ id }) => id === 'checklist')
    const items = section?.blocks.flatMap((block) => (block.kind === 'checks' ? block.items : []))
    const rows = data.checklist.groups.flatMap((group) => group.items)
    expect(items?.map((item) => [item.text, item.state])).toEqual(
      rows.map((row) => [row.text, row.state]),
    )
    expect(new Set(rows.map(({ state }) => state)).size).toBe(4)
    expect(section?.lead).toContain(formatPercent(data.checklist.progress.progress))
    for (const { stories } of rows)
      for (const { title } of stories) expect(text).toContain(`Story: ${title}`)
  })

  it('shows target, value and status of every metric as the engine has them', () => {
    const tables = composeReport(data)
      .sections.find(({ id }) => id === 'success-metrics')
      ?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    const rows = data.metrics.groups.flatMap(({ indicators }) => indicators)
    expect(tables).toHaveLength(rows.length)
    rows.forEach((row, index) => {
      const cells = tables?.[index]?.cells.map((cell) => cell.text) ?? []
      expect(cells[0]).toBe(row.text)
      expect(cells[3]).toBe(row.status === 'no-value' ? 'no data' : metricStatusLabel(row.status))
      expect(cells[2] === 'no data').toBe(row.latest === null)
    })
    expect(rows.some(({ latest }) => latest !== null)).toBe(true)
  })

  it('calls every quantity and rung of the scope by the name that it has on the page', () => {
    const cells = composeReport(data)
      .sections.find(({ id }) => id === 'scope')
      ?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
      .flatMap((row) => row.cells.map(({ text: words }) => words))
    const { dimensions } = data.scope
    const quantities = dimensions.flatMap(({ figures }) => figures.map((each) => each.quantity))
    const rungs = dimensions.flatMap(({ ladder }) => ladder.map(({ rung }) => rung))
    expect([quantities.length, rungs.length]).not.toContain(0)
    for (const quantity of quantities) expect(cells).toContain(quantityName(quantity))
    for (const rung of rungs) expect(cells?.join(', ').split(', ')).toContain(rungLabel(rung))
  })

  it('shows the matrix of the engine: each principle with its stories and how they serve it', () => {
    const matrix = composeReport(data)
      .sections.find(({ id }) => id === 'principles')
      ?.blocks.find((block) => block.kind === 'table')
    if (matrix?.kind !== 'table') throw new Error('no matrix')
    data.coverage.rows.forEach((row, index) => {
      const cells = matrix.rows[index]?.cells.map((cell) => cell.text) ?? []
      expect(cells.slice(0, 3)).toEqual([row.name, String(row.stories), String(row.minimum)])
      expect(cells.slice(4)).toEqual(
        data.coverage.stories.map(({ id }) => {
          const cell = row.cells.find(({ story }) => story === id)
          return cell === undefined ? '' : cell.as === 'primary' ? 'P' : 'S'
        }),
      )
    })
  })

  it('shows every story with its numbers, and its parts where the length is not written', () => {
    for (const { story, figures } of data.stories) {
      expect(text).toContain(story.title)
      for (const figure of figures) expect(text).toContain(figureText(figure))
    }
    expect(text).toContain('Nothing is written for “in 2 minutes” yet')
    expect(text).toContain('$1,200,000 of budget')
  })

  it('adds the open findings where they are wanted, and only there', async () => {
    expect(text).not.toContain('Level check')
    const checked = sampleData({
      stories: 3,
      contents: { sections: ['stories'], findings: true },
    })
    const findings = checked.stories.flatMap((each) => each.findings)
    expect(findings.length).toBeGreaterThan(0)
    const found = await textOf(checked)
    for (const { name } of findings) expect(found).toContain(name)
  })

  it('explains each figure of the sections that are on in the appendix, and of no other', async () => {
    for (const term of ['Checklist progress', 'Metrics met', 'Principle coverage', 'Due'])
      expect(text).toContain(term)
    const some = await textOf(sampleData({ contents: { sections: ['milestones', 'methods'] } }))
    expect(some).not.toContain('Checklist progress')
    expect(some).toContain('Milestone progress')
  })
})

describe('trend and forecast', () => {
  it('says when plan, categories and milestones are reached, as the engine has it', () => {
    const data = sampleData({ stories: 1 })
    const { forecast } = data.status
    expect(forecast.basis).not.toBe('nothing')
    const section = composeReport(data).sections.find(({ id }) => id === 'forecast')
    const table = section?.blocks.find((block) => block.kind === 'table')
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows.map((row) => row.cells[2]?.text)).toEqual(
      [forecast.plan, ...forecast.categories, ...forecast.milestones].map(reachingText),
    )
    const chart = section?.blocks.find((block) => block.kind === 'week-chart')
    expect(chart?.kind === 'week-chart' ? chart.days.map(({ hours }) => hours) : []).toEqual(
      data.status.weeks.map(({ hours }) => hours),
    )
  })
})

describe('the presets', () => {
  it.each(['A4', 'Letter'] as const)(
    'makes one page without a cover of the summary, with its running head, on %s',
    async (paper) => {
      const data = sampleData({ stories: 7, contents: presetNamed('one-page'), paper })
      const built = await buildReport(data, { assetsDir })
      const [page, ...others] = await readPages(await openPdf(built.bytes))
      expect(others).toEqual([])
      expect(page?.text).toContain('Page 1 of 1')
      expect(page?.text).not.toContain('Contents')
      const { readiness, status } = data
      const text = plain(page?.text ?? '')
      expect(text).toContain(`${readiness.score.toFixed(1)} of 100`)
      for (const part of readiness.parts) {
        expect(text).toContain(part.name)
        expect(text).toContain(
          part.hasData ? `${part.points.toFixed(1)} of ${part.weight}` : `of ${part.weight}`,
        )
      }
      for (const gain of readiness.gains.slice(0, 3)) expect(text).toContain(gain.text)
      for (const step of status.next.slice(0, 3)) expect(text).toContain(step.text)
      expect(text).toContain(`${status.pace.daysLeft} days`)
    },
  )

  it.each([
    ['A4', 'L6'],
    ['A4', 'L7'],
    ['Letter', 'L6'],
    ['Letter', 'L7'],
  ] as const)(
    'makes one page of the summary on %s at %s with two lines in every row and a note above it',
    async (paper, level) => {
      const name = 'Rahim রহিম กขค ខ្មែរ ሀሁ ພາສາ 🫨'
      const contents = presetNamed('one-page')
      const data = sampleData({ level, name, stories: 7, contents, paper })
      const long = <T extends { text: string }>(row: T): T => ({ ...row, text: twoLines })
      const built = await buildReport(
        {
          ...data,
          readiness: { ...data.readiness, gains: data.readiness.gains.map(long) },
          status: { ...data.status, next: data.status.next.map(long) },
        },
        { assetsDir },
      )
      const [page, ...others] = await readPages(await openPdf(built.bytes))
      expect(others).toEqual([])
      const text = plain(page?.text ?? '')
      expect(text.split('the board asked for savings')).toHaveLength(7)
      expect(text).toContain('The fonts of this report cannot show')
    },
  )

  it('tells the booklet’s stories whole', async () => {
    const text = await textOf(sampleData({ stories: 2, contents: presetNamed('stories') }))
    for (const part of ['Situation', 'Task', 'Action', 'Result', 'Reflection', 'Growth'])
      expect(text).toContain(part)
    expect(text).not.toContain('Practice log')
  })
})

describe('what no layout expects', () => {
  it('keeps titles of 300 characters, words without end and 150 stories inside the margins', async () => {
    const data = structuredClone(
      sampleData({ stories: 3, contents: { sections: ['cover', 'principles', 'stories'] } }),
    )
    const [first] = data.stories
    if (!first) throw new Error('no story')
    const stories = Array.from({ length: 150 }, (_, index) => ({
      ...first,
      story: {
        ...first.story,
        title: index % 2 === 0 ? 'T'.repeat(300) : 'A title of many words '.repeat(13).trim(),
        formats: { ...first.story.formats, '2min': `${'w'.repeat(900)}\n- one\n- two` },
      },
    }))
    const { bytes, pages } = await buildReport({ ...data, stories }, { assetsDir })
    const read = await readPages(await openPdf(bytes))
    expect(read).toHaveLength(pages)
    for (const { items, width, height } of read)
      for (const item of items) {
        expect(item.x).toBeGreaterThan(margins.left - 1)
        expect(item.x + item.width).toBeLessThan(width - margins.right + 1)
        expect(item.y).toBeGreaterThan(margins.bottom - 1)
        expect(item.y).toBeLessThan(height - margins.top + 1)
      }
  })
})
