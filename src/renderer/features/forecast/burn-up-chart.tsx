import {
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { ChartConfiguration, TooltipItem } from 'chart.js'
import { useCallback } from 'react'
import type { BurnUpView } from '#contract/forecast.ts'
import { addDays, daysBetween } from '#domain/days.ts'
import { decimals, formatDay } from '#domain/readable.ts'
import type { StudyDay } from '#contract/units.ts'
import { faded, pageColours, tooltipDress, useChart } from '../../ui/use-chart.ts'

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement, Tooltip)

type Point = Readonly<{ x: number; y: number | null }>
type Config = ChartConfiguration<'line', Point[]>

/**
 * Hours done, planned and expected. Lines differ by their stroke as well as by colour: done is solid and thick,
 * planned dotted, expected dashed inside its band. The table below says the same.
 */
export function BurnUpChart({
  line,
  position,
  today,
  interviewDate,
}: Readonly<{
  line: BurnUpView
  /** The category's place in the plan; null for the whole plan. */
  position: number | null
  today: StudyDay
  interviewDate: StudyDay | null
}>) {
  const canvas = useChart(
    useCallback(
      () => configOf(line, position, today, interviewDate),
      [line, position, today, interviewDate],
    ),
  )
  return (
    <div className="forecast-chart">
      <canvas ref={canvas} aria-hidden />
    </div>
  )
}

function configOf(
  { points, plannedHours }: BurnUpView,
  position: number | null,
  today: StudyDay,
  interviewDate: StudyDay | null,
): Config {
  const colours = pageColours()
  const main = position === null ? colours.accent : colours.category(position)
  const [first] = points
  const start = first?.day ?? today
  const at = (day: StudyDay) => daysBetween(start, day)
  const series = (key: 'planned' | 'actual' | 'low' | 'middle' | 'high') =>
    points.map((point) => ({ x: at(point.day), y: point[key] }))
  const plain = { pointRadius: 0, pointHitRadius: 8, spanGaps: false, tension: 0 } as const
  const end = at(points.at(-1)?.day ?? today)
  const top = Math.max(
    plannedHours,
    ...points.map(({ actual, high }) => Math.max(actual ?? 0, high ?? 0)),
  )
  const upright = (label: string, day: StudyDay, dash: number[]) => ({
    ...plain,
    label,
    data: [
      { x: at(day), y: 0 },
      { x: at(day), y: top },
    ],
    borderColor: colours.control,
    borderWidth: 1,
    borderDash: dash,
  })
  return {
    type: 'line',
    data: {
      datasets: [
        {
          ...plain,
          label: 'Done',
          data: series('actual'),
          borderColor: main,
          borderWidth: 2.5,
          order: 0,
        },
        {
          ...plain,
          label: 'Planned',
          data: series('planned'),
          borderColor: colours.inkFaint,
          borderWidth: 1.5,
          borderDash: [2, 3],
          order: 2,
        },
        {
          ...plain,
          label: 'Expected',
          data: series('middle'),
          borderColor: main,
          borderWidth: 1.5,
          borderDash: [7, 4],
          order: 1,
        },
        {
          ...plain,
          label: 'Early',
          data: series('high'),
          borderColor: faded(main, 0.5),
          borderWidth: 1,
          backgroundColor: faded(main, 0.16),
          fill: '+1',
          order: 3,
        },
        {
          ...plain,
          label: 'Late',
          data: series('low'),
          borderColor: faded(main, 0.5),
          borderWidth: 1,
          order: 3,
        },
        upright('Today', today, []),
        ...(interviewDate !== null && at(interviewDate) <= end
          ? [upright('Interview', interviewDate, [4, 3])]
          : []),
      ],
    },
    options: {
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      animation: false,
      interaction: { mode: 'index', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: end,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            color: colours.inkFaint,
            font: colours.font,
            maxTicksLimit: 8,
            stepSize: Math.max(7, Math.ceil(end / 8 / 7) * 7),
            padding: 6,
            maxRotation: 0,
            callback: (value) =>
              formatDay(addDays(start, Math.round(Number(value)))).replace(/ \d{4}$/, ''),
          },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            color: colours.inkFaint,
            font: colours.font,
            maxTicksLimit: 6,
            padding: 8,
            callback: (value) => `${decimals(Number(value), 0)} h`,
          },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipDress(colours),
          filter: ({ datasetIndex, parsed }: TooltipItem<'line'>) =>
            datasetIndex < 5 && parsed.y !== null,
          callbacks: {
            title: ([item]: TooltipItem<'line'>[]) =>
              item ? formatDay(addDays(start, Math.round(item.parsed.x ?? 0))) : '',
            label: ({ dataset, parsed }) =>
              `${dataset.label ?? ''}: ${decimals(parsed.y ?? 0, 1)} h`,
          },
        },
      },
    },
  }
}
