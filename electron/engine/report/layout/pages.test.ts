import { describe, expect, it } from 'vitest'
import { composeReport } from '../compose.ts'
import type { ReportData } from '../model.ts'
import { sampleData } from '../sample-data.ts'
import type { Mark } from './marks.ts'
import { layoutReport, margins } from './pages.ts'
import type { LaidOutReport } from './pages.ts'
import type { Measure } from './text.ts'

/** Wide letters, so that this report is more crowded than a real one. */
const measure: Measure = (text, style) =>
  Array.from(text).length * style.size * 0.62 + (style.tracking ?? 0) * text.length

function lay(data: ReportData): LaidOutReport {
  const steps = layoutReport(composeReport(data), data.paper, measure)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const samples = [
  ['full', sampleData()],
  ['empty', sampleData({ sessions: 0, name: '', interviewDate: null })],
  ['Letter, L7', sampleData({ level: 'L7', paper: 'Letter' })],
  ['with a name of 200 letters', sampleData({ name: 'Ä'.repeat(200) })],
] as const

function corners(mark: Mark): readonly (readonly [number, number])[] {
  switch (mark.kind) {
    case 'text':
      return [
        [mark.x, mark.y],
        [mark.x + mark.width, mark.y],
      ]
    case 'line':
      return [
        [mark.x, mark.y],
        [mark.toX, mark.toY],
      ]
    case 'rect':
    case 'link':
      return [
        [mark.x, mark.y],
        [mark.x + mark.width, mark.y + mark.height],
      ]
  }
}

describe.each(samples)('the layout of a report, %s', (_, data) => {
  const { pages, size, tags, anchors } = lay(data)

  it('draws nothing outside the margins', () => {
    for (const { marks } of pages)
      for (const mark of marks)
        for (const [x, y] of corners(mark)) {
          expect(x).toBeGreaterThanOrEqual(margins.left - 0.01)
          expect(x).toBeLessThanOrEqual(size.width - margins.right + 0.01)
          expect(y).toBeGreaterThanOrEqual(margins.top - 0.01)
          expect(y).toBeLessThanOrEqual(size.height - margins.bottom + 0.01)
        }
  })

  it('never ends a page with a heading', () => {
    for (const { marks } of pages) {
      const content = marks.filter((mark) => mark.kind === 'text' && mark.node !== 'artifact')
      const last = content.toSorted((a, b) => a.y - b.y).at(-1)
      const role = last && last.node !== 'artifact' ? tags[last.node]?.type : undefined
      expect(role).not.toMatch(/^H\d$/)
    }
  })

  it('leaves no page without content', () => {
    for (const { marks } of pages) expect(marks.some((mark) => mark.node !== 'artifact')).toBe(true)
  })

  it('gives every section a place to link to', () => {
    const ids = anchors.filter((anchor) => anchor.level === 1).map((anchor) => anchor.id)
    expect(ids).toEqual(composeReport(data).sections.map((section) => section.id))
  })
})
