import type { Block, Section } from '../model.ts'
import { type } from './style.ts'
import type { Spacing, TypeStyle } from './style.ts'
import type { Anchor, Mark, NodeId, Piece, TagTree } from './marks.ts'
import { palette } from './style.ts'
import { leftToRight } from './direction.ts'
import { breakEvenly, setLines } from './text.ts'
import type { Measure } from './text.ts'

/** What every block is laid out in: a width, a way to measure, and the place of its tags. */
export type Setting = Readonly<{
  width: number
  measure: Measure
  tree: TagTree
  space: Spacing
  /** The node that the block's own nodes go into. */
  parent: NodeId
}>

/** Lines wider than this many points are hard to follow with the eye. */
const readable = 440

/** A section's title and its leading sentence; the first piece is the section's link target. */
export function layoutTitle(section: Section, setting: Setting): readonly Piece[] {
  const anchor: Anchor = { id: section.id, title: section.title, level: 1 }
  const title = heading(section.title, 'H1', type.title, setting)
  const lead = section.lead
    ? paragraph(
        section.lead,
        type.lead,
        { ...setting, width: Math.min(setting.width, readable) },
        5,
      )
    : []
  return [
    { ...title, before: 40, newPage: section.newPage, anchor },
    ...lead.map((piece) => ({ ...piece, keepNext: true })),
    { height: 0, before: setting.space.underTitle, keepNext: true, marks: [] },
  ]
}

export function layoutHeading(
  level: 2 | 3,
  text: string,
  aside: string | undefined,
  setting: Setting,
): readonly Piece[] {
  const style = level === 2 ? type.heading2 : type.heading3
  const room = aside === undefined ? 0 : setting.measure(aside, type.aside) + 12
  const piece = heading(text, level === 2 ? 'H2' : 'H3', style, setting, room)
  const marks: Mark[] = [...piece.marks]
  if (aside !== undefined) {
    const node = setting.tree.add('P', setting.parent)
    const place = { x: 0, y: style.leading - type.aside.leading, width: setting.width, node }
    marks.push(...setLines([aside], type.aside, setting.measure, { ...place, align: 'right' }))
  }
  const before = level === 2 ? setting.space.heading2 : 16
  return [{ ...piece, marks, before }]
}

function heading(
  text: string,
  tag: string,
  style: TypeStyle,
  { width, measure, tree, parent }: Setting,
  room = 0,
): Piece {
  const lines = breakEvenly(text, width - room, style, measure)
  const node = tree.add(tag, parent)
  return {
    height: lines.length * style.leading,
    before: 0,
    keepNext: true,
    // Titles stay on the left edge of the page, in whichever direction they run: an aside may stand at the right.
    marks: setLines(lines, style, measure, { x: 0, y: 0, width, node, align: 'left' }),
  }
}

export function layoutParagraph(
  { text, tone = 'body' }: Extract<Block, { kind: 'paragraph' }>,
  setting: Setting,
): readonly Piece[] {
  const style = { body: type.body, muted: type.bodyMuted, strong: type.bodyStrong }[tone]
  // What is muted is about something: our words around a person's.
  const own = tone === 'muted' ? leftToRight(text) : text
  return paragraph(own, style, { ...setting, width: Math.min(setting.width, readable) }, 8)
}

/** A remark set apart by a line at its left. */
export function layoutNote(text: string, setting: Setting): readonly Piece[] {
  const indent = 12
  const inner = { ...setting, width: Math.min(setting.width, readable) - indent }
  return paragraph(text, type.note, inner, 12).map((piece, index) => ({
    ...piece,
    marks: [bar(piece.height), ...piece.marks.map((mark) => ({ ...mark, x: mark.x + indent }))],
    before: index === 0 ? setting.space.note : 0,
  }))
}

function bar(height: number): Mark {
  return {
    kind: 'rect',
    node: 'artifact',
    x: 0,
    y: 0,
    width: 1.5,
    height,
    fill: palette.line,
  }
}

/** One piece for each line. The first two and the last two lines stay together. */
function paragraph(
  text: string,
  style: TypeStyle,
  { width, measure, tree, parent }: Setting,
  before: number,
): readonly Piece[] {
  const lines = breakEvenly(text, width, style, measure)
  const node = tree.add('P', parent)
  return lines.map((line, index) => ({
    height: style.leading,
    before: index === 0 ? before : 0,
    keepNext: (index === 0 && lines.length > 1) || index === lines.length - 2,
    marks: setLines([line], style, measure, { x: 0, y: 0, width, node }),
  }))
}
