import type { PaceChart, WeekChart } from '../model.ts'
import { key, outlined, rect, solid } from './bars.ts'
import type { Mark, Piece } from './marks.ts'
import type { Setting } from './prose.ts'
import { palette, type } from './style.ts'
import { setLines } from './text.ts'

/** The plan as a track, what is logged as its filled part, and a mark where the plan stands today. */
export function layoutPaceChart(
  chart: PaceChart,
  { width, measure, tree, parent }: Setting,
): Piece {
  const node = tree.add('Figure', parent, { alt: chart.alt })
  const height = 14
  const top = 6
  const whole = Math.max(chart.planned, chart.actual, 0.01)
  const at = (hours: number) => (Math.max(0, hours) / whole) * width
  const mark = Math.min(width - 1, Math.max(1, at(chart.plannedToDate)))
  const third = width / 3
  const y = top + height + 14
  return {
    height: y + type.chartLabel.leading,
    before: 12,
    keepNext: false,
    marks: [
      ...outlined(0, top, at(chart.planned), height, palette.accent, node),
      ...solid(0, top, at(chart.actual), height, palette.accent, node),
      {
        kind: 'line',
        node,
        x: mark,
        y: top - 5,
        toX: mark,
        toY: top + height + 5,
        colour: palette.paper,
        weight: 4,
      },
      {
        kind: 'line',
        node,
        x: mark,
        y: top - 5,
        toX: mark,
        toY: top + height + 5,
        colour: palette.ink,
        weight: 1.75,
      },
      ...key({ x: 0, y, node, colour: palette.accent, solid: true }, chart.legend.actual, measure),
      {
        kind: 'line',
        node,
        x: third + 4,
        y: y + 1,
        toX: third + 4,
        toY: y + type.chartLabel.leading - 1,
        colour: palette.ink,
        weight: 1.75,
      },
      ...setLines([chart.legend.plannedToDate], type.chartLabel, measure, {
        x: third + 14,
        y,
        width: third,
        node,
      }),
      ...key(
        { x: 2 * third, y, node, colour: palette.accent, solid: false },
        chart.legend.planned,
        measure,
      ),
    ],
  }
}

/** A column a day, each with its hours above and its day below. */
export function layoutWeekChart(
  chart: WeekChart,
  { width, measure, tree, parent }: Setting,
): Piece {
  const node = tree.add('Figure', parent, { alt: chart.alt })
  const tallest = 54
  const slot = width / Math.max(1, chart.days.length)
  const bar = Math.min(34, slot * 0.55)
  const most = Math.max(0.01, ...chart.days.map((day) => day.hours))
  const base = type.chartValue.leading + 3 + tallest
  const marks = chart.days.flatMap((day, index): Mark[] => {
    const x = index * slot
    const height = (day.hours / most) * tallest
    const style = day.hours > 0 ? type.chartValue : type.chartQuiet
    const place = { x, width: slot, node, align: 'center' } as const
    return [
      ...(height > 0
        ? [
            rect(
              x + (slot - bar) / 2,
              base - Math.max(height, 0.75),
              bar,
              Math.max(height, 0.75),
              node,
              palette.accent,
            ),
          ]
        : []),
      ...setLines([day.text], style, measure, { ...place, y: base - height - 3 - style.leading }),
      ...setLines([day.label], type.chartQuiet, measure, { ...place, y: base + 5 }),
    ]
  })
  return {
    height: base + 5 + type.chartQuiet.leading,
    before: 12,
    keepNext: false,
    marks: [
      ...marks,
      {
        kind: 'line',
        node,
        x: 0,
        y: base,
        toX: width,
        toY: base,
        colour: palette.soft,
        weight: 0.75,
      },
    ],
  }
}
