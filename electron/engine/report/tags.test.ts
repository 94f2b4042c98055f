import { beforeAll, describe, expect, it } from 'vitest'
import { formatDay, formatPercent } from '#domain/readable.ts'
import { asStudyDay } from '#domain/units.ts'
import { buildReport } from './build.ts'
import { openPdf } from './read-back.ts'
import { readObjects } from './read-objects.ts'
import { assetsDir, sampleData } from './sample-data.ts'

type Node = Readonly<{
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: readonly Node[]
}>

const nodes = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodes)]

describe('the structure of the PDF', () => {
  const data = sampleData()
  let bytes: Uint8Array
  let pages: readonly (readonly Node[])[]
  beforeAll(async () => {
    bytes = (await buildReport(data, { assetsDir })).bytes
    const pdf = await openPdf(bytes)
    const trees: Node[][] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const tree = (await (await pdf.getPage(number)).getStructTree()) as Node | null
      trees.push(tree ? [...nodes(tree)] : [])
    }
    pages = trees
  })

  it('has headings, lists, tables with header cells and links', () => {
    const roles = new Set(pages.flat().map((node) => node.role))
    const expected = [
      'Document',
      'Sect',
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'TOC',
      'TOCI',
      'Link',
    ]
    expect([...roles]).toEqual(
      expect.arrayContaining([...expected, 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD', 'Figure']),
    )
  })

  it('describes every figure with the engine’s numbers', () => {
    const figures = pages.flat().filter((node) => node.role === 'Figure')
    const { readiness, status } = data
    const { pace, allocation, weeks, week } = status
    const shortDay = (day: string) => formatDay(asStudyDay(day)).split(' ').slice(0, 2).join(' ')
    const expected: readonly (readonly string[])[] = [
      [
        ...readiness.parts.map(({ name, points, weight, hasData }) =>
          hasData ? `${name}: ${points.toFixed(1)} of ${weight}` : `${name}: no data, of ${weight}`,
        ),
        `Readiness: ${readiness.score.toFixed(1)} of 100`,
      ],
      [
        `Logged ${pace.actualHours.toFixed(1)} h`,
        `Due by today ${pace.plannedToDateHours.toFixed(1)} h`,
        `Plan ${pace.plannedHours.toFixed(1)} h`,
      ],
      week.map(({ day, hours }) => `${shortDay(day)} ${hours.toFixed(1)} h`),
      allocation.map(
        ({ name, plannedShare, actualShare }) =>
          `${name}: planned ${formatPercent(plannedShare)}, actual ${formatPercent(actualShare)}`,
      ),
      weeks.map(({ start, hours }) => `${shortDay(start)} ${hours.toFixed(1)} h`),
    ]
    expect(figures).toHaveLength(expected.length)
    expected.forEach((phrases, index) => {
      const said = figures[index]?.alt ?? ''
      expect(phrases.length).toBeGreaterThan(2)
      for (const phrase of phrases) expect(said).toContain(phrase)
      expect(said.match(/;/g)).toHaveLength(phrases.length - 1)
    })
  })

  it('ties the cells of a table to the heads above them and at the start of their row', () => {
    const objects = readObjects(bytes)
    const elements = [...objects].map(([number, { text }]) => ({
      number,
      role: /^\/S \/(\w+)$/m.exec(text)?.[1],
      parent: Number(/^\/P (\d+) 0 R$/m.exec(text)?.[1]),
      scope: /^\/O \/Table\n\/Scope \/(\w+)$/m.exec(text)?.[1],
    }))
    const roleOf = new Map(elements.map(({ number, role }) => [number, role]))
    const parentOf = new Map(elements.map(({ number, parent }) => [number, parent]))
    const heads = elements.filter(({ role }) => role === 'TH')
    expect(heads.length).toBeGreaterThan(50)
    for (const { parent, scope } of heads) {
      const part = roleOf.get(parentOf.get(parent) ?? 0)
      expect(part).toMatch(/^(?:THead|TBody)$/)
      expect(scope).toBe(part === 'THead' ? 'Column' : 'Row')
    }
  })

  it('never skips a level of headings', () => {
    const levels = pages
      .flat()
      .flatMap(({ role }) => (/^H[1-3]$/.test(role ?? '') ? [Number(role?.slice(1))] : []))
    levels.forEach((level, index) =>
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1),
    )
    expect(levels[0]).toBe(1)
  })

  it('gives every row of a table as many cells as its head', () => {
    for (const page of pages)
      for (const table of page.filter((node) => node.role === 'Table')) {
        const rows = nodes(table).filter((node) => node.role === 'TR')
        const widths = new Set(rows.map((row) => row.children?.length))
        expect(widths.size).toBe(1)
      }
  })
})
