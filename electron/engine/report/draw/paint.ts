import type { LaidOutReport } from '../layout/pages.ts'
import type { Mark } from '../layout/marks.ts'
import type { PlacedAnchor } from '../layout/flow.ts'
import { tagWriter } from './tags.ts'
import type { TagWriter } from './tags.ts'
import type { TextSetter } from './text.ts'

/** Draws every page. Yields the part that is done after each, 0 to 1. */
export function* paintReport(
  pdf: PDFKit.PDFDocument,
  report: LaidOutReport,
  drawText: TextSetter['draw'],
): Generator<number, void> {
  const { width, height } = report.size
  let tags: TagWriter | undefined
  for (const [index, page] of report.pages.entries()) {
    pdf.addPage({ size: [width, height], margin: 0 })
    tags ??= tagWriter(pdf, report)
    for (const anchor of report.anchors) {
      if (anchor.page === index) pdf.addNamedDestination(anchor.id, 'XYZ', 0, anchor.y - 12, null)
    }
    for (const run of runsOf(page.marks)) {
      tags.within(run[0].node, () => run.forEach((mark) => paint(pdf, mark, drawText)))
      for (const mark of run) if (mark.kind === 'link') tags.link(mark)
    }
    yield (index + 1) / report.pages.length
  }
  tags?.end()
  addBookmarks(pdf, report)
}

/** Marks in a row that belong to one tag are one stretch of tagged content. */
function runsOf(marks: readonly Mark[]): readonly (readonly [Mark, ...Mark[]])[] {
  const runs: [Mark, ...Mark[]][] = []
  for (const mark of marks) {
    const run = runs.at(-1)
    if (run && run[0].node === mark.node) run.push(mark)
    else runs.push([mark])
  }
  return runs
}

function paint(pdf: PDFKit.PDFDocument, mark: Mark, drawText: TextSetter['draw']): void {
  switch (mark.kind) {
    case 'text':
      drawText(mark)
      return
    case 'rect':
      if (mark.radius === undefined) pdf.rect(mark.x, mark.y, mark.width, mark.height)
      else pdf.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius)
      pdf.lineWidth(0.8)
      if (mark.fill !== undefined && mark.stroke !== undefined)
        pdf.fillAndStroke(mark.fill, mark.stroke)
      else if (mark.fill !== undefined) pdf.fill(mark.fill)
      else if (mark.stroke !== undefined) pdf.stroke(mark.stroke)
      return
    case 'line':
      pdf
        .lineWidth(mark.weight)
        .moveTo(mark.x, mark.y)
        .lineTo(mark.toX, mark.toY)
        .stroke(mark.colour)
      return
    case 'link':
      // A link is no ink: the tag writer adds it once the text that it covers is drawn.
      return
  }
}

type Bookmarks = Readonly<{
  // The types of pdfkit know only `expanded`; the place on the page is in its documentation.
  addItem(title: string, options: Readonly<Record<string, number | boolean>>): Bookmarks
}>

function addBookmarks(pdf: PDFKit.PDFDocument, report: LaidOutReport): void {
  const top: Bookmarks = pdf.outline
  // pdfkit takes `left` from the right edge.
  const place = ({ page, y }: PlacedAnchor) => ({
    pageNumber: page,
    top: y - 12,
    left: report.size.width,
    zoom: 0,
    fit: false,
    expanded: true,
  })
  let section: Bookmarks | undefined
  for (const anchor of report.anchors) {
    if (anchor.level === 1) section = top.addItem(anchor.title, place(anchor))
    else section?.addItem(anchor.title, place(anchor))
  }
}
