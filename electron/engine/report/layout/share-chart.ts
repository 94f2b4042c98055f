import type { ShareChart } from '../model.ts'
import { key, outlined, solid } from './bars.ts'
import type { Mark, Piece } from './marks.ts'
import type { Setting } from './prose.ts'
import { categoryColour, palette, type } from './style.ts'
import type { TypeStyle } from './style.ts'
import { breakLines, clampLines, setLines } from './text.ts'

const barHeight = 9
const barGap = 3
const rowGap = 13
const labelWidth = 138
const valueRoom = 58

/**
 * Two bars a category: the plan pale with an outline, the time logged solid. They differ in form and not only in
 * colour, and each carries its figure, so the chart needs no axis and works in grey.
 */
export function layoutShareChart(
  chart: ShareChart,
  { width, measure, tree, parent }: Setting,
): Piece {
  const node = tree.add('Figure', parent, { alt: chart.alt })
  const left = labelWidth + 14
  const room = width - left - valueRoom
  const widest = Math.max(0.01, ...chart.rows.flatMap((row) => [row.planned, row.actual ?? 0]))
  const colour = palette.soft
  const marks: Mark[] = [
    ...key({ x: left, y: 0, node, colour, solid: false }, chart.legend.planned, measure),
    ...key({ x: left + 96, y: 0, node, colour, solid: true }, chart.legend.actual, measure),
  ]
  let y = 26
  for (const row of chart.rows) {
    const lines = clampLines(
      breakLines(row.name, labelWidth, type.chartLabel, measure),
      3,
      labelWidth,
      type.chartLabel,
      measure,
    )
    const bars = 2 * barHeight + barGap
    const text = lines.length * type.chartLabel.leading
    const height = Math.max(bars, text)
    const top = y + (height - bars) / 2
    const ink = categoryColour(row.category)
    const outer = (row.planned / widest) * room
    const inner = ((row.actual ?? 0) / widest) * room
    const second = top + barHeight + barGap
    marks.push(
      ...setLines(lines, type.chartLabel, measure, {
        x: 0,
        y: y + (height - text) / 2,
        width: labelWidth,
        node,
      }),
      ...outlined(left, top, outer, barHeight, ink, node),
      ...solid(left, second, inner, barHeight, ink, node),
      ...value(row.plannedText, type.chartQuiet, left + outer, top),
      ...value(
        row.actualText,
        row.actual === null ? type.chartQuiet : type.chartValue,
        left + inner,
        second,
      ),
      {
        kind: 'line',
        node,
        x: left,
        y: y - 4,
        toX: left,
        toY: y + height + 4,
        colour: palette.soft,
        weight: 0.75,
      },
    )
    y += height + rowGap
  }
  return { height: y - rowGap + 6, before: 14, keepNext: false, marks }

  function value(text: string, style: TypeStyle, x: number, top: number) {
    const at = { x: x + 6, y: top + (barHeight - style.leading) / 2, width: valueRoom - 6, node }
    return setLines([text], style, measure, at)
  }
}
