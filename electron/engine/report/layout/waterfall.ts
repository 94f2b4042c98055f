import type { Waterfall } from '../model.ts'
import { outlined, solid } from './bars.ts'
import type { Mark, Piece } from './marks.ts'
import type { Setting } from './prose.ts'
import { palette, type } from './style.ts'
import { fitLine, setLines } from './text.ts'

const labelWidth = 138
const valueRoom = 78

/**
 * Each part's bar begins where the one before ended: pale for what it could give, solid for what it gives, so that
 * both are told apart without colour. The sum stands below, from zero.
 */
export function layoutWaterfall(
  chart: Waterfall,
  { width, measure, space, tree, parent }: Setting,
): Piece {
  const { chartRow: rowHeight, chartBar: barHeight } = space
  const node = tree.add('Figure', parent, { alt: chart.alt })
  const left = labelWidth + 14
  const room = width - left - valueRoom
  const at = (points: number) => (Math.min(100, Math.max(0, points)) / 100) * room
  const colour = palette.accent
  const marks: Mark[] = []
  let reached = 0
  const rows = [...chart.rows, { ...chart.total, weight: 100 }]
  rows.forEach((row, index) => {
    const isTotal = index === chart.rows.length
    const from = isTotal ? 0 : reached
    const y = index * rowHeight + (isTotal ? 6 : 0)
    const top = y + (rowHeight - barHeight) / 2
    const labelTop = y + (rowHeight - type.chartLabel.leading) / 2
    const valueTop = y + (rowHeight - type.chartValue.leading) / 2
    const label = isTotal ? type.heading3 : type.chartLabel
    const value = isTotal ? type.chartValue : type.chartQuiet
    const place = { y: labelTop, width: labelWidth, node, x: 0 }
    marks.push(
      ...setLines([fitLine(row.name, labelWidth, label, measure)], label, measure, place),
      ...outlined(left + at(from), top, at(row.weight), barHeight, colour, node),
      ...solid(left + at(from), top, at(row.points), barHeight, colour, node),
      ...setLines([row.text], value, measure, {
        x: left + room + 8,
        y: valueTop,
        width: valueRoom - 8,
        node,
        align: 'right',
      }),
    )
    reached += row.points
  })
  const foot = chart.rows.length * rowHeight + 3
  marks.push(
    {
      kind: 'line',
      node,
      x: 0,
      y: foot,
      toX: width,
      toY: foot,
      colour: palette.line,
      weight: 0.5,
    },
    {
      kind: 'line',
      node,
      x: left,
      y: 0,
      toX: left,
      toY: rows.length * rowHeight + 6,
      colour: palette.soft,
      weight: 0.75,
    },
  )
  return { height: rows.length * rowHeight + 8, before: space.chart, keepNext: false, marks }
}
