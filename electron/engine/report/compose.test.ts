import type { ReportContents } from '#contract/report.ts'
import { reportSectionOrder } from '#domain/report-contents.ts'
import { describe, expect, it } from 'vitest'
import { composeReport } from './compose.ts'
import type { Block, Report, Table } from './model.ts'
import { sampleData } from './sample-data.ts'

function blocks(report: Report, id: string): readonly Block[] {
  return report.sections.find((section) => section.id === id)?.blocks ?? []
}

function firstTable(report: Report, id: string): Table {
  const table = blocks(report, id).find((block) => block.kind === 'table')
  if (!table) throw new Error(`no table in ${id}`)
  return table
}

const texts = (table: Table) => table.rows.map((row) => row.cells.map((cell) => cell.text))

describe('composeReport', () => {
  it('writes shares, drift and hours of a category as the status has them', () => {
    const data = sampleData()
    const [row] = data.status.allocation
    expect(row).toMatchObject({ plannedShare: 0.35, plannedHours: 100 })
    const [first] = texts(firstTable(composeReport(data), 'allocation'))
    expect(first?.slice(0, 2)).toEqual(['System design', '35.0 %'])
    expect(first?.slice(4, 5)).toEqual(['100.0 h'])
    expect(first?.[6]).toBe(`${row?.actualHours.toFixed(1)} h`)
  })

  it('says "no data" and never "failed" or 0 % for shares while nothing is logged', () => {
    const report = composeReport(sampleData({ sessions: 0 }))
    for (const cells of texts(firstTable(report, 'allocation')).slice(0, 4))
      expect(cells.slice(2, 4)).toEqual(['no data', 'no data'])
    expect(JSON.stringify(report)).not.toMatch(/fail(?!ed\.)/i)
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|null %/)
  })

  it('marks milestones that the playbook does not set, and targets of the person’s own', () => {
    const rows = firstTable(composeReport(sampleData()), 'milestones').rows
    const details = new Map(rows.map((row) => [row.cells[0]?.text, row.cells[0]?.detail]))
    expect(details.get('Mock interviews')).toBe(
      'Behavioural stories · not in the playbook · your own target',
    )
    expect(details.get('Design problems')).toBe('System design')
  })

  it('writes targets as the playbook means them', () => {
    const rows = texts(firstTable(composeReport(sampleData()), 'milestones'))
    const targets = Object.fromEntries(rows.map((cells) => [cells[0], cells[3]]))
    expect(targets).toMatchObject({
      'Design problems': '15+',
      'STAR++ stories': '10-12',
      'Papers and architectures read': 'none set',
    })
  })

  it('lists every item of the level’s checklist, all of them open', () => {
    for (const [level, items] of [
      ['L6', 32],
      ['L7', 28],
    ] as const) {
      const section = composeReport(sampleData({ level })).sections.find(
        ({ id }) => id === 'checklist',
      )
      const checks = section?.blocks.flatMap((block) =>
        block.kind === 'checks' ? block.items : [],
      )
      expect(checks).toHaveLength(items)
      expect(section?.lead).toContain(`0 of ${items} shown`)
    }
  })

  it('lists all principles with no story yet', () => {
    const rows = texts(firstTable(composeReport(sampleData()), 'principles'))
    expect(rows).toHaveLength(17)
    expect(rows.map((cells) => cells[0])).toContain('Have Backbone; Disagree and Commit')
    expect(new Set(rows.map((cells) => cells[1]))).toEqual(new Set(['0']))
  })

  it('writes thresholds of success metrics in words', () => {
    const tables = blocks(composeReport(sampleData()), 'success-metrics')
    const rows = tables.flatMap((block) => (block.kind === 'table' ? texts(block) : []))
    const thresholds = rows.map((cells) => cells[1])
    expect(thresholds).toHaveLength(12)
    expect(thresholds).toEqual(
      expect.arrayContaining(['> 99.9 %', 'exactly 0', '> 4 of 5', '> $500,000', 'evidence']),
    )
  })

  it('holds the sections that are on, in the order of the report', () => {
    const ids = (sections: ReportContents['sections']) => {
      const { cover, sections: found } = composeReport(sampleData({ contents: { sections } }))
      return [cover !== null, ...found.map(({ id }) => id)]
    }
    expect(ids(['methods', 'stories'])).toEqual([false, 'stories', 'methods'])
    expect(ids([...reportSectionOrder])).toEqual([true, ...reportSectionOrder.slice(1)])
  })

  it('shows where time went that this plan does not count', () => {
    const data = sampleData()
    const status = {
      ...data.status,
      totals: { ...data.status.totals, seconds: data.status.totals.mappedSeconds + 23_400 },
      unmapped: [
        {
          playbook: 'L7',
          category: 'strategic-thinking',
          name: 'Strategic thinking',
          sessions: 4,
          hours: 6.5,
        },
      ],
    }
    const report = composeReport({ ...data, status })
    expect(JSON.stringify(blocks(report, 'allocation'))).toContain('Strategic thinking')
    expect(JSON.stringify(blocks(report, 'where-you-stand'))).toContain('6.5 h more are logged')
  })

  it('names the file by level and day', () => {
    expect(composeReport(sampleData({ level: 'L7' })).fileName).toBe('loopready-L7-2026-11-24.pdf')
  })

  it('says that the app is not affiliated, on the cover and in the appendix', () => {
    const report = composeReport(sampleData())
    expect(report.cover?.note).toContain('not affiliated with Amazon')
    expect(JSON.stringify(blocks(report, 'methods'))).toContain('not affiliated with Amazon')
  })
})
