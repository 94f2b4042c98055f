import { isDrawnInOtherOrder, withoutMarks } from '../layout/direction.ts'
import type { LinkMark, Mark, NodeId, TagNode } from '../layout/marks.ts'
import { endsWithoutSpace } from '../layout/word-parts.ts'
import type { LaidOutReport } from '../layout/pages.ts'

export type TagWriter = Readonly<{
  /** Draws something as the content of a tag, or as an artifact. */
  within(node: NodeId | 'artifact', draw: () => void): void
  /** Adds a link over what was drawn for its tag on the current page. */
  link(mark: LinkMark): void
  /** Writes what is still open. */
  end(): void
}>

type Box = [left: number, top: number, right: number, bottom: number]
/** `scope` and `bbox` are known to pdfkit, not yet to its types. */
type ElementOptions = PDFKit.Mixins.StructureElementOptions & { scope?: string; bbox?: Box }

/** Makes the structure elements of a tag tree. Needs the document's first page to be there. */
export function tagWriter(pdf: PDFKit.PDFDocument, report: LaidOutReport): TagWriter {
  const actual = actualTexts(report)
  const elements = report.tags.map((node, id) => {
    const element = pdf.struct(node.type, optionsOf(node, id, report, actual.get(id)))
    if (node.type === 'L') labelsInWords(element)
    return element
  })
  report.tags.forEach((node, id) => {
    const element = elements[id]
    const parent = node.parent === null ? undefined : elements[node.parent]
    if (element && parent) parent.add(element)
  })
  const root = elements[0]
  if (root) pdf.addStructure(root)

  return {
    within: (node, draw) => {
      const element = node === 'artifact' ? undefined : elements[node]
      const tag = node === 'artifact' ? undefined : report.tags[node]
      if (!element || !tag) {
        pdf.markContent('Artifact', { type: 'Layout' })
        draw()
        pdf.endMarkedContent()
        return
      }
      const content = pdf.markStructureContent(tag.type)
      draw()
      pdf.endMarkedContent()
      element.add(content)
    },
    link: (mark) => {
      const element = mark.node === 'artifact' ? undefined : elements[mark.node]
      if (!element) return
      // `structParent` ties the link to its tag; a boxed string is pdfkit's way to tell a text from a name.
      const options = { structParent: element, Contents: new String(mark.contents) }
      pdf.goTo(mark.x, mark.y, mark.width, mark.height, mark.target, options as object)
      // Written now: pdfkit takes the page of a link from the page that is current when its tag is written.
      element.end()
    },
    end: () => root?.end(),
  }
}

/** Says of a list that its labels are words and boxes and count nothing; pdfkit has no option for it. */
function labelsInWords(element: PDFKit.PDFStructureElement): void {
  const { dictionary } = element as unknown as { dictionary: { data: Record<string, unknown> } }
  dictionary.data['A'] = { O: 'List', ListNumbering: 'None' }
}

/**
 * The texts of tags with letters that are drawn in another order than they are read in, as they are read: not every
 * program that reads the page aloud puts them in order.
 */
function actualTexts({ pages, tags }: LaidOutReport): ReadonlyMap<NodeId, string> {
  const lines = new Map<NodeId, string[]>()
  const turned = new Set<NodeId>()
  for (const { marks } of pages)
    for (const mark of marks) {
      if (mark.kind !== 'text' || mark.node === 'artifact') continue
      const { alt, actual } = tags[mark.node] ?? {}
      if (alt !== undefined || actual !== undefined) continue
      const known = lines.get(mark.node) ?? []
      lines.set(mark.node, known)
      known.push(withoutMarks(mark.text))
      if (isDrawnInOtherOrder(mark.text)) turned.add(mark.node)
    }
  return new Map(
    [...turned].map((node) => [
      node,
      (lines.get(node) ?? []).reduce((text, line) =>
        endsWithoutSpace(text) ? `${text}${line}` : `${text} ${line}`,
      ),
    ]),
  )
}

function optionsOf(
  node: TagNode,
  id: NodeId,
  report: LaidOutReport,
  actual: string | undefined = node.actual,
): ElementOptions {
  const box = node.type === 'Figure' ? boxOf(id, report) : undefined
  return {
    ...(node.title === undefined ? {} : { title: node.title }),
    ...(node.alt === undefined ? {} : { alt: node.alt }),
    ...(actual === undefined ? {} : { actual }),
    ...(node.scope === undefined ? {} : { scope: node.scope }),
    ...(box === undefined ? {} : { bbox: box }),
  }
}

/** The rectangle around all that is drawn for a figure: readers reflow by it. */
function boxOf(id: NodeId, report: LaidOutReport): Box | undefined {
  const boxes = report.pages
    .flatMap((page) => page.marks.filter((mark) => mark.node === id))
    .map(extent)
  if (boxes.length === 0) return undefined
  return [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ]
}

function extent(mark: Mark): Box {
  switch (mark.kind) {
    case 'text':
      return [
        mark.x,
        mark.y - mark.style.size,
        mark.x + mark.width,
        mark.y + mark.style.size * 0.25,
      ]
    case 'line':
      return [
        Math.min(mark.x, mark.toX),
        Math.min(mark.y, mark.toY),
        Math.max(mark.x, mark.toX),
        Math.max(mark.y, mark.toY),
      ]
    case 'rect':
    case 'link':
      return [mark.x, mark.y, mark.x + mark.width, mark.y + mark.height]
  }
}
