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
import { trendScale } from '#domain/rehearsals/trend.ts'
import { pageColours, tooltipDress, useChart } from '../../ui/use-chart.ts'

// Only what this chart draws: the rest of the library stays out of the bundle.
Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip)

export type TrendPoint = Readonly<{ label: string; offPercent: number; words: string }>

/** How far each rehearsal was from its format, with the tolerance as two lines. The table beside it says the same. */
export function TrendChart({
  points,
  tolerancePercent,
}: Readonly<{ points: readonly TrendPoint[]; tolerancePercent: number }>) {
  const canvas = useChart(
    useCallback(() => configOf(points, tolerancePercent), [points, tolerancePercent]),
  )
  return (
    <div className="rehearse-trend-chart">
      <canvas ref={canvas} aria-hidden />
    </div>
  )
}

function configOf(
  points: readonly TrendPoint[],
  tolerancePercent: number,
): ChartConfiguration<'line'> {
  const colours = pageColours()
  const values = points.map(({ offPercent }) => offPercent)
  const { min, max, step } = trendScale(values, tolerancePercent)
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
        limit(tolerancePercent),
        limit(-tolerancePercent),
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
          min,
          max,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            color: colours.inkFaint,
            font: colours.font,
            stepSize: step,
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
