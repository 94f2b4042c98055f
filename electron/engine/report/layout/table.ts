import type { Cell, Column, Table } from '../model.ts'
import type { Mark, NodeId, Piece } from './marks.ts'
import type { Setting } from './prose.ts'
import { baselineOf, capHeight, categoryColour, palette, spacing, type } from './style.ts'
import type { TypeStyle } from './style.ts'
import { breakLines, clampLines, setLines } from './text.ts'
import { gridOf, styleOf } from './table-grid.ts'
import type { Grid } from './table-grid.ts'

const headPadding = 5
const swatch = 7
/** The text after a swatch starts here. */
const swatchRoom = 13
/** The room for the text at the end of a bar. */
const barText = 34
/** A row is never broken, so it has to fit on a page with its head: a cell that is longer ends in an ellipsis. */
const mostLines = 28
const mostDetailLines = 14
const mostHeadLines = 4
/** A table of this height in points is moved to the next page rather than broken. */
const shortTable = 300

/** A table whose rows are never broken and whose head stands again at the top of every page it reaches. */
export function layoutTable(table: Table, setting: Setting): readonly Piece[] {
  const { measure, space, tree } = setting
  const padding = table.dense ? spacing.close.cell : space.cell
  const grid = gridOf(table, setting.width, measure)
  const root = tree.add('Table', setting.parent, { title: table.summary })
  const headRow = tree.add('TR', tree.add('THead', root))
  const heads = table.columns.map(() => tree.add('TH', headRow, { scope: 'Column' }))
  const head = layoutHead(table.columns, grid, heads, setting)
  const repeat = layoutHead(table.columns, grid, null, setting)
  const body = tree.add('TBody', root)
  const rows = table.rows.map((row) =>
    layoutRow(
      row.cells,
      grid,
      { isTotal: row.kind === 'total', padding },
      tree.add('TR', body),
      setting,
    ),
  )
  const isShort = rows.reduce((sum, row) => sum + row.height, head.height) <= shortTable
  return [
    { ...head, before: space.table, keepNext: rows.length > 0 },
    ...rows.map((row, index): Piece => {
      const left = rows.length - 1 - index
      // Of a long table the last two rows, the sum among them, stay together: no row alone at the top of a page.
      return { ...row, before: 0, keepNext: left > 0 && (isShort || left === 1), repeat }
    }),
  ]
}

function layoutHead(
  columns: readonly Column[],
  grid: Grid,
  nodes: readonly NodeId[] | null,
  { width, measure }: Setting,
): Piece {
  const style = type.tableHead
  const texts = columns.map((column, index) => {
    const room = grid[index]?.width ?? 0
    return clampLines(
      breakLines(column.head, room, style, measure),
      mostHeadLines,
      room,
      style,
      measure,
    )
  })
  const most = Math.max(...texts.map((lines) => lines.length))
  const height = most * style.leading + headPadding
  const marks = texts.flatMap((lines, index): readonly Mark[] => {
    const place = grid[index]
    if (!place) return []
    const y = (most - lines.length) * style.leading
    const node = nodes ? (nodes[index] ?? 'artifact') : 'artifact'
    return setLines(lines, style, measure, { ...place, y, node })
  })
  return {
    height,
    before: 0,
    keepNext: true,
    marks: [...marks, rule(height, width, palette.ink, 0.75)],
  }
}

function layoutRow(
  cells: readonly Cell[],
  grid: Grid,
  { isTotal: total, padding }: Readonly<{ isTotal: boolean; padding: number }>,
  node: NodeId,
  { width, measure, tree }: Setting,
): Omit<Piece, 'before' | 'keepNext'> {
  let height = 0
  const marks = grid.flatMap((place, index): readonly Mark[] => {
    const cell = cells[index]
    const own = index === 0 ? tree.add('TH', node, { scope: 'Row' }) : tree.add('TD', node)
    if (!cell) return []
    const style = styleOf(cell, total)
    const isBar = cell.bar !== undefined
    const hasChip = cell.swatch !== undefined && !isBar
    const indent = hasChip ? swatchRoom : 0
    const barEnd = cell.text === '' ? 0 : barText
    const room = isBar ? barEnd : place.width - indent
    const x = isBar ? place.x + place.width - barEnd : place.x + indent
    const lines = cell.text === '' ? [] : cut(cell.text, room, style, cell.lines ?? mostLines)
    const detail =
      cell.detail === undefined
        ? []
        : cut(cell.detail, place.width - indent, type.cellDetail, mostDetailLines)
    // Alone in its cell, the quieter line stands on the baseline of the row.
    const detailTop =
      lines.length > 0
        ? padding + lines.length * style.leading + 1
        : padding + baselineOf(style) - baselineOf(type.cellDetail)
    height = Math.max(
      height,
      padding + style.leading + padding,
      detailTop + detail.length * type.cellDetail.leading + padding,
    )
    const middle = padding + baselineOf(style) - (capHeight * style.size) / 2
    return [
      ...(hasChip ? [chip(place.x, middle, cell.swatch ?? 0)] : []),
      ...(isBar ? bar(place.x, middle, place.width - (barEnd === 0 ? 0 : barEnd + 6), cell) : []),
      ...setLines(lines, style, measure, {
        x,
        y: padding,
        width: room,
        node: own,
        align: isBar ? 'right' : sideOf(lines, place.align, hasChip),
      }),
      ...setLines(detail, type.cellDetail, measure, {
        x: place.x + indent,
        y: detailTop,
        width: place.width - indent,
        node: own,
        align: sideOf(detail, place.align, hasChip),
      }),
    ]
  })
  const lines = [rule(height, width, total ? palette.ink : palette.line, total ? 0.75 : 0.5)]
  return { height, marks: [...marks, ...lines] }

  function cut(text: string, room: number, style: TypeStyle, most: number) {
    return clampLines(breakLines(text, room, style, measure), most, room, style, measure)
  }
}

/** A name stands under its head in whichever direction it runs; a paragraph begins where its direction begins. */
function sideOf(lines: readonly string[], align: Column['align'], hasChip: boolean) {
  return align === 'left' && lines.length > 1 && !hasChip ? 'start' : align
}

function rule(y: number, width: number, colour: string, weight: number): Mark {
  return { kind: 'line', node: 'artifact', x: 0, y, toX: width, toY: y, colour, weight }
}

function chip(x: number, middle: number, category: number): Mark {
  return {
    kind: 'rect',
    node: 'artifact',
    x,
    y: middle - swatch / 2,
    width: swatch,
    height: swatch,
    radius: 1.5,
    fill: categoryColour(category),
  }
}

/** A track and what of it is done. The figure stands beside it, so the bar itself is left to the eye. */
function bar(
  x: number,
  middle: number,
  width: number,
  { bar: part, swatch: category }: Cell,
): readonly Mark[] {
  const height = 5
  const place = {
    kind: 'rect',
    node: 'artifact',
    x,
    y: middle - height / 2,
    height,
    radius: 1,
  } as const
  const done = Math.min(1, Math.max(0, part ?? 0)) * width
  const fill = category === undefined ? palette.accent : categoryColour(category)
  return [
    { ...place, width, fill: palette.track },
    ...(done > 0 ? [{ ...place, width: Math.max(done, 1), fill }] : []),
  ]
}
