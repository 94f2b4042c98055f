import type { Paper, Report, Section } from '../model.ts'
import { entryHeights, layoutContents, placeContents } from './contents.ts'
import { layoutCover } from './cover.ts'
import { flow, heightOf } from './flow.ts'
import type { Area, FlowedPage, PlacedAnchor } from './flow.ts'
import { createTagTree } from './marks.ts'
import type { Mark, Piece, TagNode } from './marks.ts'
import { layoutSection } from './blocks.ts'
import type { Setting } from './prose.ts'
import { palette, spacing, type } from './style.ts'
import { fitLine, setLines } from './text.ts'
import type { Measure } from './text.ts'

/** Paper sizes in points. */
export const paperSizes = {
  A4: { width: 595.28, height: 841.89 },
  Letter: { width: 612, height: 792 },
} as const satisfies Record<Paper, Readonly<{ width: number; height: number }>>

/** Nothing is drawn outside these margins, in points. */
export const margins = { left: 58, right: 58, top: 38, bottom: 38 } as const
/** From the margin to the content: the running head and the foot stand between. */
const headRoom = 42
const footRoom = 34

/** So few blocks take milliseconds, the longest tables included. */
const blocksInStep = 10

export type LaidOutReport = Readonly<{
  size: Readonly<{ width: number; height: number }>
  pages: readonly Readonly<{ marks: readonly Mark[] }>[]
  anchors: readonly PlacedAnchor[]
  tags: readonly TagNode[]
}>

/**
 * Sets the whole report: every mark of every page, where each section begins, and the tree of tags. Yields the part
 * that is done after every few blocks, 0 to 1, so that the caller can tell progress or stop.
 */
export function* layoutReport(
  report: Report,
  paper: Paper,
  measure: Measure,
): Generator<number, LaidOutReport> {
  const size = paperSizes[paper]
  const area: Area = {
    left: margins.left,
    top: margins.top + headRoom,
    width: size.width - margins.left - margins.right,
    bottom: size.height - margins.bottom - footRoom,
  }
  const tree = createTagTree()
  const root = tree.add('Document', null)
  const setting: Setting = { width: area.width, measure, space: spacing.usual, tree, parent: root }
  const frontPages = frontOf(report, area, setting)
  const pieces: Piece[] = []
  const blocks = report.sections.reduce((sum, section) => sum + section.blocks.length + 1, 0)
  let done = 0
  for (const section of report.sections)
    for (const laidOut of layoutSection(section, fitting(section, setting, area))) {
      pieces.push(...laidOut)
      done += 1
      if (done % blocksInStep === 0) yield done / (blocks + 1)
    }
  yield blocks / (blocks + 1)

  // The contents are set twice: first to know how many pages come before the sections, then with their numbers.
  const before = frontPages.count()
  const body = flow(pieces, area, before)
  const anchors = body.flatMap((page) => page.anchors)
  const pageOf = (section: { id: string }) =>
    (anchors.find((anchor) => anchor.id === section.id)?.page ?? 0) + 1
  const pages: readonly FlowedPage[] = [...frontPages.with(pageOf), ...body]

  return {
    size,
    pages: pages.map((page, index) => ({
      marks: [...page.marks, ...furniture(report, anchors, index, pages.length, size, measure)],
    })),
    anchors,
    tags: tree.nodes,
  }
}

/** The setting of a section: with less white space where it is to be one page and would be more. */
function fitting(section: Section, setting: Setting, { top, bottom }: Area): Setting {
  if (!section.onePage) return setting
  const [first, ...others] = [...layoutSection(section, onTrial(setting))].flat()
  const height = heightOf(others) + (first?.height ?? 0)
  return height > bottom - top ? { ...setting, space: spacing.close } : setting
}

/** The same setting with tags that come to nothing. */
function onTrial(setting: Setting): Setting {
  const tree = createTagTree()
  return { ...setting, tree, parent: tree.add('Document', null) }
}

/** The cover with the contents, and how many pages they take; none where the cover is off. */
function frontOf(report: Report, area: Area, setting: Setting) {
  const { cover, sections } = report
  if (cover === null) return { count: () => 0, with: () => [] }
  const own = {
    ...setting,
    parent: setting.tree.add('Sect', setting.parent, { title: 'Cover' }),
  }
  const front = layoutCover(cover, own)
  const toc = { ...own, parent: setting.tree.add('Sect', own.parent) }
  const pagesOf = (contents: readonly Piece[]) =>
    flow(placeContents(front, contents, area.bottom - area.top), area, 0)
  const tried = (each: number) =>
    pagesOf(layoutContents(cover, sections, () => 0, each, onTrial(own)))
  // Contents a little tighter are better than a cover with nothing below its title.
  const height = entryHeights.find((each) => tried(each).length === 1) ?? entryHeights[0]
  return {
    count: () => tried(height).length,
    with: (pageOf: (section: { id: string }) => number) =>
      pagesOf(layoutContents(cover, sections, pageOf, height, toc)),
  }
}

/** The running head with the section that the page is in, and the foot. A cover has none. */
function furniture(
  report: Report,
  anchors: readonly PlacedAnchor[],
  page: number,
  pages: number,
  size: LaidOutReport['size'],
  measure: Measure,
): readonly Mark[] {
  if (page === 0 && report.cover !== null) return []
  const width = size.width - margins.left - margins.right
  const style = type.furniture
  const sections = anchors.filter((anchor) => anchor.level === 1)
  const section =
    sections.find((anchor) => anchor.page === page && anchor.y <= margins.top + headRoom) ??
    sections.findLast((anchor) => anchor.page < page)
  const place = { x: margins.left, node: 'artifact' } as const
  const headY = margins.top
  const footY = size.height - margins.bottom - style.leading
  const number = `Page ${page + 1} of ${pages}`
  const line = (y: number): Mark => ({
    kind: 'line',
    node: 'artifact',
    x: margins.left,
    y,
    toX: size.width - margins.right,
    toY: y,
    colour: palette.line,
    weight: 0.5,
  })
  const right = fitLine(section?.title ?? '', width * 0.4, style, measure)
  const left = fitLine(report.head, width - measure(right, style) - 24, style, measure)
  const foot = fitLine(report.foot, width - measure(number, style) - 24, style, measure)
  return [
    ...setLines([left], style, measure, { ...place, y: headY, width }),
    ...setLines([right], style, measure, { ...place, y: headY, width, align: 'right' }),
    line(headY + style.leading + 6),
    line(footY - 8),
    ...setLines([foot], style, measure, { ...place, y: footY, width }),
    ...setLines([number], style, measure, { ...place, y: footY, width, align: 'right' }),
  ]
}
