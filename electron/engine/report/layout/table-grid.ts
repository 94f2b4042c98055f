import type { Cell, Column, Table } from '../model.ts'
import { type } from './style.ts'
import type { TypeStyle } from './style.ts'
import type { Measure } from './text.ts'

const gutter = 9
/** Figures that end where words begin need more. */
const wideGutter = 16
/** A column of figures asks for its own width, but not for more than this. */
const widestFigure = 92
/** What figures leave to each of the other columns; beyond that their cells wrap. */
const leastRest = 88
/** Where there are so many columns that even this is not left, figures keep this part of their width. */
const leastShrink = 0.5

/** Where each column stands. */
export type Grid = readonly Readonly<{ x: number; width: number; align: Column['align'] }>[]

/** Columns of weight 0 are as wide as their content; the others share what is left. */
export function gridOf({ columns, rows }: Table, width: number, measure: Measure): Grid {
  const natural = columns.map((column, index) => {
    if (column.weight > 0) return 0
    const words = column.head.split(' ').map((word) => measure(word, type.tableHead))
    const cells = rows.map((row) => {
      const cell = row.cells[index]
      return cell
        ? Math.min(widestFigure, measure(cell.text, styleOf(cell, row.kind === 'total')))
        : 0
    })
    return Math.min(widestFigure, Math.max(column.least ?? 0, ...words, ...cells)) + 0.5
  })
  const gutterAfter = (index: number) =>
    columns[index]?.align === 'right' && columns[index + 1]?.align === 'left' ? wideGutter : gutter
  const gutters = columns.slice(1).reduce((sum, _, index) => sum + gutterAfter(index), 0)
  const asked = natural.reduce((sum, wide) => sum + wide, 0)
  const weights = columns.reduce((sum, column) => sum + column.weight, 0)
  const most = width - gutters - leastRest * columns.filter((column) => column.weight > 0).length
  const shrink = weights > 0 && asked > Math.max(0, most) ? Math.max(leastShrink, most / asked) : 1
  const rest = width - gutters - asked * shrink
  let x = 0
  return columns.map((column, index) => {
    const own =
      column.weight > 0 ? (rest * column.weight) / weights : (natural[index] ?? 0) * shrink
    const place = { x, width: own, align: column.align }
    x += own + gutterAfter(index)
    return place
  })
}

/** How the text of a cell looks. */
export function styleOf(cell: Cell, total: boolean): TypeStyle {
  if (total || cell.tone === 'strong') return type.cellStrong
  return cell.tone === 'muted' ? type.cellMuted : type.cell
}
