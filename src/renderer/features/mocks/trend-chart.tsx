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
import type { StudyDay } from '#contract/units.ts'
import type { PrincipleTrend } from '#domain/mocks.ts'
import { formatDay } from '#domain/readable.ts'
import { pageColours, tooltipDress, useChart } from '../../ui/use-chart.ts'

// Only what this chart draws: the rest of the library stays out of the bundle.
Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip)

/**
 * Both ratings of one principle, interview by interview. The lines differ in dash and shape and not in colour alone;
 * whoever cannot see them has the table below.
 */
export function TrendChart({ trend }: Readonly<{ trend: PrincipleTrend }>) {
  const canvas = useChart(useCallback(() => configOf(trend), [trend]))
  return (
    <div className="mocks-chart">
      <canvas ref={canvas} aria-hidden />
    </div>
  )
}

function configOf({
  points,
}: PrincipleTrend): ChartConfiguration<'line', (number | null)[], string> {
  const colours = pageColours()
  const line = (colour: string) => ({
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: 2,
    pointRadius: 5,
    pointHoverRadius: 6,
    spanGaps: true,
  })
  return {
    type: 'line',
    data: {
      labels: points.map(({ date }) => formatDay(date as StudyDay)),
      datasets: [
        {
          ...line(colours.accent),
          label: 'Interviewer',
          data: points.map(({ outside }) => outside),
        },
        {
          ...line(colours.second),
          label: 'You',
          data: points.map(({ self }) => self),
          borderDash: [5, 4],
          pointStyle: 'rectRot',
          pointRadius: 6,
        },
      ],
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          offset: true,
          border: { display: false },
          grid: { display: false },
          ticks: { color: colours.inkFaint, font: colours.font, maxRotation: 0 },
        },
        y: {
          // Room above 5 and below 1, so that no point is cut.
          min: 0.5,
          max: 5.5,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          afterBuildTicks: (axis) => {
            axis.ticks = [1, 2, 3, 4, 5].map((value) => ({ value }))
          },
          ticks: { color: colours.inkFaint, font: colours.font, padding: 8 },
        },
      },
      plugins: {
        tooltip: { ...tooltipDress(colours), displayColors: true },
      },
    },
  }
}
