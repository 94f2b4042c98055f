import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { ChartConfiguration } from 'chart.js'
import { useCallback } from 'react'
import type { Status } from '#contract/plan.ts'
import { decimals, formatDay } from '#domain/readable.ts'
import { pageColours, tooltipDress, useChart } from '../../ui/use-chart.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

type Config = ChartConfiguration<'bar' | 'line', number[], string>

/** Hours of the last weeks as bars under the line of the hours meant. */
export function TrendChart({
  weeks,
  weeklyHours,
}: Readonly<{ weeks: Status['weeks']; weeklyHours: number }>) {
  const canvas = useChart(useCallback(() => configOf(weeks, weeklyHours), [weeks, weeklyHours]))
  return (
    <div className="today-trend-chart">
      <canvas ref={canvas} aria-hidden />
    </div>
  )
}

function configOf(weeks: Status['weeks'], weeklyHours: number): Config {
  const colours = pageColours()
  const short = (day: Status['today']) => formatDay(day).replace(/ \d{4}$/, '')
  return {
    type: 'bar',
    data: {
      labels: weeks.map(({ start }) => short(start)),
      datasets: [
        {
          type: 'line',
          label: 'Meant',
          data: weeks.map(() => weeklyHours),
          borderColor: colours.control,
          borderWidth: 1.5,
          borderDash: [4, 3],
          pointRadius: 0,
          pointHitRadius: 0,
        },
        {
          type: 'bar',
          label: 'Studied',
          data: weeks.map(({ hours }) => hours),
          // The running week is not over: an outline.
          backgroundColor: weeks.map((_, index) =>
            index === weeks.length - 1 ? `${colours.accent}33` : colours.accent,
          ),
          borderColor: colours.accent,
          borderWidth: 1,
          borderRadius: 3,
        },
      ],
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          border: { display: false },
          grid: { display: false },
          ticks: {
            color: colours.inkFaint,
            font: colours.font,
            maxRotation: 0,
            autoSkipPadding: 12,
          },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            color: colours.inkFaint,
            font: colours.font,
            maxTicksLimit: 5,
            padding: 6,
            callback: (value) => `${decimals(Number(value), 0)} h`,
          },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipDress(colours),
          callbacks: {
            label: ({ dataset, parsed }) =>
              `${dataset.label ?? ''}: ${decimals(parsed.y ?? 0, 1)} h`,
          },
        },
      },
    },
  }
}
