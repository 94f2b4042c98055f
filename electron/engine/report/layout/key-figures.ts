import type { KeyFigure } from '../model.ts'
import type { Mark, Piece } from './marks.ts'
import type { Setting } from './prose.ts'
import { palette, type } from './style.ts'
import type { TypeStyle } from './style.ts'
import { breakLines, clampLines, setLines } from './text.ts'

const gap = 16

/** Key figures side by side, four to a row, each under a rule: label, figure, what it is measured against. */
export function layoutKeyFigures(items: readonly KeyFigure[], setting: Setting): readonly Piece[] {
  const list = setting.tree.add('L', setting.parent)
  const rows: KeyFigure[][] = []
  for (const item of items) {
    const row = rows.at(-1)
    if (row && row.length < 4) row.push(item)
    else rows.push([item])
  }
  return rows.map((row, index) => ({
    ...layoutRow(row, Math.min(4, items.length), { ...setting, parent: list }),
    before: index === 0 ? 12 : 18,
  }))
}

function layoutRow(row: readonly KeyFigure[], columns: number, setting: Setting): Piece {
  const { measure, tree } = setting
  const width = (setting.width - gap * (columns - 1)) / columns
  const label = row.map((item) => lines(item.label, type.figureLabel, 2))
  const tallest = Math.max(...label.map((set) => set.length)) * type.figureLabel.leading
  let height = 0
  const marks = row.flatMap((item, index): Mark[] => {
    const x = index * (width + gap)
    const body = tree.add('LBody', tree.add('LI', setting.parent))
    const node = tree.add('P', body)
    const value = fitting(item.value, width)
    const detail = lines(item.detail, type.figureDetail, 4)
    const valueTop = 10 + tallest + 1
    const detailTop = valueTop + type.figureValue.leading + 2
    height = Math.max(height, detailTop + detail.length * type.figureDetail.leading)
    return [
      {
        kind: 'line',
        node: 'artifact',
        x,
        y: 0,
        toX: x + width,
        toY: 0,
        colour: palette.ink,
        weight: 1,
      },
      ...setLines(label[index] ?? [], type.figureLabel, measure, { x, y: 10, width, node }),
      ...setLines([item.value], value, measure, { x, y: valueTop, width, node }),
      ...setLines(detail, type.figureDetail, measure, { x, y: detailTop, width, node }),
    ]
  })
  return { height, before: 0, keepNext: false, marks }

  function lines(text: string, style: TypeStyle, most: number) {
    return clampLines(breakLines(text, width, style, measure), most, width, style, measure)
  }
  /** A figure that is too wide for its column is set smaller on the same baseline grid. */
  function fitting(text: string, room: number): TypeStyle {
    const wide = measure(text, type.figureValue)
    if (wide <= room) return type.figureValue
    return { ...type.figureValue, size: Math.max(5, (type.figureValue.size * room) / wide - 0.1) }
  }
}
