import { beforeAll, describe, expect, it } from 'vitest'
import { buildReport } from './build.ts'
import { openPdf } from './read-back.ts'
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
  let pages: readonly (readonly Node[])[]
  beforeAll(async () => {
    const { bytes } = await buildReport(sampleData(), { assetsDir })
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

  it('describes every figure with its numbers', () => {
    const figures = pages.flat().filter((node) => node.role === 'Figure')
    expect(figures).toHaveLength(5)
    for (const figure of figures) expect(figure.alt).toMatch(/\d/)
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
