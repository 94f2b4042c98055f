import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'
import type { ChartConfiguration, TooltipItem } from 'chart.js'
import { useCallback } from 'react'
import { decimals } from '#domain/readable.ts'
import { faded, pageColours, tooltipDress, useChart } from '../../ui/use-chart.ts'
import { pointsText } from './points.ts'
import type { WaterfallRow } from './waterfall.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

type Config = ChartConfiguration<'bar', [number, number][], string>

const ROW_PX = 34
const AXIS_PX = 28

/**
 * The waterfall: what a part gives is solid, what it could still give is an outline, so the two differ without colour.
 * Whoever cannot see it has the table beside it.
 */
export function WaterfallChart({ rows }: Readonly<{ rows: readonly WaterfallRow[] }>) {
  const canvas = useChart(useCallback(() => configOf(rows), [rows]))
  return (
    <div className="readiness-chart" style={{ blockSize: rows.length * ROW_PX + AXIS_PX }}>
      <canvas ref={canvas} aria-hidden />
    </div>
  )
}

function configOf(rows: readonly WaterfallRow[]): Config {
  const colours = pageColours()
  const solid = rows.map(({ kind, career }) =>
    kind === 'total' ? colours.inkSoft : career ? colours.second : colours.accent,
  )
  const bars = {
    grouped: false,
    borderSkipped: false,
    barPercentage: 0.78,
    categoryPercentage: 0.82,
    borderRadius: 3,
  } as const
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ name }) => name),
      datasets: [
        {
          ...bars,
          label: 'open',
          order: 1,
          data: rows.map(({ from, most }) => [from, most]),
          backgroundColor: solid.map((colour) => faded(colour, 0.1)),
          hoverBackgroundColor: solid.map((colour) => faded(colour, 0.1)),
          borderColor: solid.map((colour) => faded(colour, 0.65)),
          hoverBorderColor: solid,
          borderWidth: 1,
        },
        {
          ...bars,
          label: 'points',
          order: 0,
          data: rows.map(({ from, to }) => [from, to]),
          backgroundColor: solid,
          hoverBackgroundColor: solid,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      // Nothing moves by itself: a chart that changes is redrawn.
      animation: false,
      interaction: { mode: 'index', axis: 'y', intersect: false },
      scales: {
        x: {
          min: 0,
          max: 100,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: { color: colours.inkFaint, font: colours.font, stepSize: 20, padding: 6 },
        },
        y: {
          border: { display: false },
          grid: { display: false },
          ticks: {
            color: colours.ink,
            font: colours.font,
            padding: 6,
            autoSkip: false,
            crossAlign: 'far',
          },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipDress(colours),
          filter: ({ datasetIndex }: TooltipItem<'bar'>) => datasetIndex === 1,
          callbacks: {
            label: ({ dataIndex }) => {
              const row = rows[dataIndex]
              if (!row) return ''
              return `${pointsText(row.points)} of ${decimals(row.weight, 0)} points${row.hasData ? '' : ', no data'}`
            },
          },
        },
      },
    },
  }
}
