import type { Cover, Section } from '../model.ts'
import { aboveTitle } from './cover.ts'
import { heightOf } from './flow.ts'
import type { Piece } from './marks.ts'
import type { Setting } from './prose.ts'
import { palette, type } from './style.ts'
import { breakLines, setLines } from './text.ts'

/** What is left of the white space above the title where the contents need the room. */
const leastAboveTitle = 30

/** The heights of an entry, from the usual one to the least that still reads as a list. */
export const entryHeights = [21, 19, 17] as const

/** The sections with their pages, each a link. */
export function layoutContents(
  cover: Cover,
  sections: readonly Section[],
  pageOf: (section: Section) => number,
  height: number,
  { width, measure, tree, parent }: Setting,
): readonly Piece[] {
  const title = tree.add('P', parent)
  const toc = tree.add('TOC', parent)
  const top = (height - type.contents.leading) / 2
  const entries = sections.map((section): Piece => {
    const link = tree.add('Link', tree.add('Reference', tree.add('TOCI', toc)))
    const page = String(pageOf(section))
    return {
      height,
      before: 0,
      keepNext: true,
      marks: [
        ...setLines([section.title], type.contents, measure, { x: 0, y: top, width, node: link }),
        ...setLines([page], type.contentsPage, measure, {
          x: 0,
          y: top,
          width,
          node: link,
          align: 'right',
        }),
        {
          kind: 'link',
          node: link,
          x: 0,
          y: 0,
          width,
          height,
          target: section.id,
          contents: `${section.title}, page ${page}`,
        },
        {
          kind: 'line',
          node: 'artifact',
          x: 0,
          y: height,
          toX: width,
          toY: height,
          colour: palette.line,
          weight: 0.5,
        },
      ],
    }
  })
  const note = tree.add('P', parent)
  const lines = breakLines(cover.note, width, type.factLabel, measure)
  return [
    {
      height: type.heading3.leading + 5,
      before: 30,
      keepNext: true,
      marks: [
        ...setLines([cover.contentsTitle], type.heading3, measure, {
          x: 0,
          y: 0,
          width,
          node: title,
        }),
        {
          kind: 'line',
          node: 'artifact',
          x: 0,
          y: 18,
          toX: width,
          toY: 18,
          colour: palette.ink,
          weight: 0.75,
        },
      ],
    },
    ...entries,
    {
      height: lines.length * type.factLabel.leading,
      before: 16,
      keepNext: false,
      marks: setLines(lines, type.factLabel, measure, { x: 0, y: 0, width, node: note }),
    },
  ]
}

/** Moves the contents to the foot of the page where they fit under the title, else to a page of their own. */
export function placeContents(
  front: readonly Piece[],
  contents: readonly Piece[],
  room: number,
): readonly Piece[] {
  const left = room - heightOf(front)
  const [first, ...others] = contents
  if (!first) return front
  const missing = heightOf(contents) - left
  const above = Math.max(leastAboveTitle, aboveTitle - Math.max(0, missing))
  const title = front.map((piece) => ({
    ...piece,
    keepNext: false,
    before: piece.before === aboveTitle ? above : piece.before,
  }))
  const isTooMuch = missing > aboveTitle - leastAboveTitle
  return isTooMuch
    ? [...title, { ...first, newPage: true }, ...others]
    : [...title, { ...first, before: first.before + Math.max(0, -missing) }, ...others]
}
