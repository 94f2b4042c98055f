import type { Check, Term } from '../model.ts'
import type { Mark, NodeId, Piece } from './marks.ts'
import type { Setting } from './prose.ts'
import { baselineOf, capHeight, palette, type } from './style.ts'
import { breakLines, clampLines, setLines } from './text.ts'

const box = 7.5
const indent = 17
/** A list of this many lines stays whole, as does a longer list's item of up to six lines. */
const mostLinesKept = 16
/** Evidence of more lines ends in an ellipsis. */
const mostDetailLines = 12

/** What a box says, for readers that cannot see it. */
const said: Readonly<Record<Check['state'], string>> = {
  open: 'Open:',
  partial: 'In part:',
  shown: 'Shown:',
  'shown-with-story': 'Shown with a story:',
}

/** Items with a box before each, what proves them in a quieter line below. */
export function layoutChecks(
  items: readonly Check[],
  { width, measure, tree, parent }: Setting,
): readonly Piece[] {
  const style = type.body
  const list = tree.add('L', parent)
  const broken = items.map(({ text, detail }) => [
    ...breakLines(text, width - indent, style, measure).map((line) => ({ line, style })),
    ...(detail === undefined
      ? []
      : clampLines(
          breakLines(detail, width - indent, type.cellDetail, measure),
          mostDetailLines,
          width - indent,
          type.cellDetail,
          measure,
        ).map((line) => ({ line, style: type.cellDetail }))),
  ])
  const isShort = broken.flat().length <= mostLinesKept
  return broken.flatMap((lines, place): Piece[] => {
    const isLast = place === items.length - 1
    const entry = tree.add('LI', list)
    const state = items[place]?.state ?? 'open'
    const label = tree.add('Lbl', entry, { actual: said[state] })
    const body = tree.add('LBody', entry)
    const middle = baselineOf(style) - (capHeight * style.size) / 2
    const marks = boxOf(state, middle, label)
    return lines.map(({ line, style: own }, index) => ({
      height: own.leading,
      before: index === 0 ? 4 : 0,
      keepNext:
        index < lines.length - 1 ? isShort || lines.length <= 6 || index === 0 : isShort && !isLast,
      marks: [
        ...(index === 0 ? marks : []),
        // Beside its box in whichever direction it runs.
        ...setLines([line], own, measure, {
          x: indent,
          y: 0,
          width: width - indent,
          node: body,
          align: 'left',
        }),
      ],
    }))
  })
}

/** The states differ in shape and not in colour alone: empty, half filled, ticked, filled and ticked. */
function boxOf(state: Check['state'], middle: number, node: NodeId): readonly Mark[] {
  const place = { kind: 'rect', node, x: 0.5, y: middle - box / 2, height: box } as const
  const filled = state === 'shown-with-story'
  const outline: Mark = {
    ...place,
    width: box,
    radius: 1.5,
    stroke: filled ? palette.accent : palette.soft,
    ...(filled ? { fill: palette.accent } : {}),
  }
  if (state === 'open') return [outline]
  if (state === 'partial') return [outline, { ...place, width: box / 2, fill: palette.soft }]
  const tick = (x: number, y: number, toX: number, toY: number): Mark => ({
    kind: 'line',
    node,
    x: 0.5 + x * box,
    y: middle + (y - 0.5) * box,
    toX: 0.5 + toX * box,
    toY: middle + (toY - 0.5) * box,
    colour: filled ? palette.paper : palette.ink,
    weight: 1.1,
  })
  return [outline, tick(0.22, 0.52, 0.43, 0.74), tick(0.4, 0.74, 0.78, 0.28)]
}

const termWidth = 124
const mostLines = 45

/** Figures explained: the name at the left, the explanation and where it is from at the right. */
export function layoutTerms(items: readonly Term[], setting: Setting): readonly Piece[] {
  const { measure, tree } = setting
  const list = tree.add('L', setting.parent)
  const left = termWidth + 18
  const width = setting.width - left
  return items.map((item, index): Piece => {
    const entry = tree.add('LI', list)
    const name = tree.add('Lbl', entry)
    const body = tree.add('LBody', entry)
    const term = cut(item.term, termWidth, type.heading3)
    const text = cut(item.text, width, type.bodyMuted)
    const source = item.source === undefined ? [] : cut(item.source, width, type.cellDetail)
    const top = 7
    const nameTop = top + baselineOf(type.bodyMuted) - baselineOf(type.heading3)
    const sourceTop = top + text.length * type.bodyMuted.leading + 2
    const right = sourceTop + source.length * type.cellDetail.leading
    return {
      height: Math.max(right, nameTop + term.length * type.heading3.leading) + 7,
      before: index === 0 ? 8 : 0,
      keepNext: index === items.length - 2,
      marks: [
        {
          kind: 'line',
          node: 'artifact',
          x: 0,
          y: 0,
          toX: setting.width,
          toY: 0,
          colour: palette.line,
          weight: 0.5,
        },
        ...setLines(term, type.heading3, measure, {
          x: 0,
          y: nameTop,
          width: termWidth,
          node: name,
        }),
        ...setLines(text, type.bodyMuted, measure, { x: left, y: top, width, node: body }),
        ...setLines(source, type.cellDetail, measure, { x: left, y: sourceTop, width, node: body }),
      ],
    }
  })

  function cut(text: string, room: number, style: Parameters<typeof breakLines>[2]) {
    return clampLines(breakLines(text, room, style, measure), mostLines, room, style, measure)
  }
}
