import type { Cover } from '../model.ts'
import type { Mark, Piece } from './marks.ts'
import type { Setting } from './prose.ts'
import { categoryColour, type } from './style.ts'
import type { TypeStyle } from './style.ts'
import { breakEvenly, breakLines, clampLines, setLines } from './text.ts'

/** Long names are set smaller until they fit in three lines; at the smallest size they may take more. */
const titleSizes = [34, 28, 22, 17, 14] as const
const mostSmallLines = 8
/** The white space above the title; it gives way where the contents need the room. */
export const aboveTitle = 108

/** Title, dates and plan of the first page. */
export function layoutCover(cover: Cover, setting: Setting): readonly Piece[] {
  const { width, measure, tree, parent } = setting
  const text = (
    value: string,
    style: TypeStyle,
    tag: string,
    before: number,
    most: number,
  ): Piece => {
    const lines = clampLines(breakEvenly(value, width, style, measure), most, width, style, measure)
    const node = tree.add(tag, parent)
    return {
      height: lines.length * style.leading,
      before,
      keepNext: true,
      marks: setLines(lines, style, measure, { x: 0, y: 0, width, node, align: 'left' }),
    }
  }
  return [
    text('Loopready', type.brand, 'P', 0, 1),
    text(cover.overline.toUpperCase(), type.overline, 'P', aboveTitle, 1),
    titlePiece(cover.title, setting),
    text(cover.subtitle, type.coverSubtitle, 'P', 8, 4),
    strip(cover.strip, width),
    text(cover.stripCaption, type.factLabel, 'P', 8, 2),
    ...facts(cover.facts, setting),
    ...(cover.notice === undefined ? [] : [text(cover.notice, type.note, 'P', 16, 4)]),
  ]
}

function titlePiece(title: string, { width, measure, tree, parent }: Setting): Piece {
  const styles = titleSizes.map((size) => ({ ...type.coverTitle, size, leading: size * 1.18 }))
  const smallest = styles[styles.length - 1] ?? type.coverTitle
  const style = styles.find((each) => fits(each)) ?? smallest
  const lines = clampLines(
    breakLines(title, width, style, measure),
    mostSmallLines,
    width,
    style,
    measure,
  )
  const node = tree.add('H1', parent)
  return {
    height: lines.length * style.leading,
    before: 10,
    keepNext: true,
    marks: setLines(lines, style, measure, { x: 0, y: 0, width, node, align: 'left' }),
  }

  /** Large sizes are for titles whose words stay whole. */
  function fits(each: TypeStyle): boolean {
    const whole = title.split(' ').every((word) => measure(word, each) <= width)
    return whole && breakLines(title, width, each, measure).length <= 3
  }
}

/** The planned shares side by side. They stand with their names and figures in the allocation section. */
function strip(parts: Cover['strip'], width: number): Piece {
  const height = 6
  const sum = parts.reduce((all, part) => all + part.share, 0)
  let x = 0
  const marks = parts.map((part, index): Mark => {
    const last = index === parts.length - 1
    const wide = (part.share / Math.max(sum, 0.01)) * width
    const fill = categoryColour(part.category)
    const mark = {
      kind: 'rect',
      node: 'artifact',
      x,
      y: 0,
      width: Math.max(0.5, last ? wide : wide - 2),
      height,
      fill,
    } as const
    x += wide
    return mark
  })
  return { height, before: 30, keepNext: true, marks }
}

const columns = 3
const gap = 20

function facts(items: Cover['facts'], { width, measure, tree, parent }: Setting): readonly Piece[] {
  const own = (width - gap * (columns - 1)) / columns
  const list = tree.add('L', parent)
  const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    items.slice(row * columns, (row + 1) * columns),
  )
  return rows.map((row, index): Piece => {
    let height = 0
    const marks = row.flatMap((item, place) => {
      const x = place * (own + gap)
      const entry = tree.add('LI', list)
      const label = tree.add('Lbl', entry)
      const body = tree.add('LBody', entry)
      const value = clampLines(
        breakLines(item.value, own, type.factValue, measure),
        4,
        own,
        type.factValue,
        measure,
      )
      const detail =
        item.detail === undefined
          ? []
          : clampLines(
              breakLines(item.detail, own, type.factLabel, measure),
              2,
              own,
              type.factLabel,
              measure,
            )
      const valueTop = type.factLabel.leading + 2
      const detailTop = valueTop + value.length * type.factValue.leading + 1
      height = Math.max(height, detailTop + detail.length * type.factLabel.leading)
      return [
        ...setLines([item.label], type.factLabel, measure, { x, y: 0, width: own, node: label }),
        ...setLines(value, type.factValue, measure, {
          x,
          y: valueTop,
          width: own,
          node: body,
          align: 'left',
        }),
        ...setLines(detail, type.factLabel, measure, {
          x,
          y: detailTop,
          width: own,
          node: body,
          align: 'left',
        }),
      ]
    })
    return { height, before: index === 0 ? 26 : 18, keepNext: true, marks }
  })
}
