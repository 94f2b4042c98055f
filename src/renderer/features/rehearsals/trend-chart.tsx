import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js'
import { useCallback } from 'react'
import { tolerance } from '#domain/rehearsals/compare.ts'
import { pageColours, tooltipDress, useChart } from '../../ui/use-chart.ts'

// Only what this chart draws: the rest of the library stays out of the bundle.
Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip)

export type TrendPoint = Readonly<{ label: string; offPercent: number; words: string }>

/** How far each rehearsal was from its format, with the tolerance as two lines. The table beside it says the same. */
export function TrendChart({ points }: Readonly<{ points: readonly TrendPoint[] }>) {
  const canvas = useChart(useCallback(() => configOf(points), [points]))
  return (
    <div className="rehearse-trend-chart">
      <canvas ref={canvas} aria-hidden />
    </div>
  )
}

function configOf(points: readonly TrendPoint[]): ChartConfiguration<'line'> {
  const colours = pageColours()
  const values = points.map(({ offPercent }) => offPercent)
  const limit = (percent: number) => ({
    data: points.map(() => percent),
    borderColor: colours.inkFaint,
    borderDash: [4, 4],
    borderWidth: 1,
    pointRadius: 0,
    pointHitRadius: 0,
  })
  return {
    type: 'line',
    data: {
      labels: points.map(({ label }) => label),
      datasets: [
        {
          data: values,
          borderColor: colours.accent,
          backgroundColor: colours.accent,
          borderWidth: 2,
          pointRadius: 4,
          pointHoverRadius: 5,
        },
        limit(tolerance * 100),
        limit(-tolerance * 100),
      ],
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      scales: {
        x: {
          border: { display: false },
          grid: { display: false },
          ticks: {
            color: colours.inkFaint,
            font: colours.font,
            maxRotation: 0,
            autoSkipPadding: 16,
          },
        },
        y: {
          // Nothing is shorter than not told at all.
          min: Math.max(-100, Math.floor(Math.min(-25, ...values) / 25) * 25),
          max: Math.ceil(Math.max(25, ...values) / 25) * 25,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            color: colours.inkFaint,
            font: colours.font,
            maxTicksLimit: 5,
            padding: 8,
            callback: (value) => `${Number(value) > 0 ? '+' : ''}${Math.round(Number(value))} %`,
          },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipDress(colours),
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: { label: ({ dataIndex }) => points[dataIndex]?.words ?? '' },
        },
      },
    },
  }
}
