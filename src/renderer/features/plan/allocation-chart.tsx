import type { TooltipItem } from 'chart.js'
import { useCallback, useRef } from 'react'
import { axisLabel, type ChartMeasure, type ChartRow } from './chart-rows.ts'
import { useBarChart, type BarChartConfig } from './use-bar-chart.ts'

export type AllocationChartProps = Readonly<{
  rows: readonly ChartRow[]
  measure: ChartMeasure
}>

const ROW_PX = 58
const AXIS_PX = 30
/** Half the width of the mark for today, as a part of the longest bar. */
const MARK_PART = 0.003

/**
 * Planned against actual, one pair of bars for each category: planned is pale and outlined, actual is solid, so that
 * they differ without colour too. Whoever cannot see it has the table beside it, to which the figure's name points.
 */
export function AllocationChart({ rows, measure }: AllocationChartProps) {
  const swatches = useRef<HTMLDivElement>(null)
  const configure = useCallback(
    () => configOf(rows, measure, coloursOf(swatches.current)),
    [rows, measure],
  )
  const canvas = useBarChart(configure)
  return (
    <div className="plan-chart" style={{ blockSize: rows.length * ROW_PX + AXIS_PX }}>
      <canvas ref={canvas} aria-hidden />
      <div ref={swatches} hidden>
        {rows.map(({ position }) => (
          <span key={position} data-category={position}>
            <span className="plan-swatch" data-kind="planned" />
            <span className="plan-swatch" data-kind="actual" />
          </span>
        ))}
      </div>
    </div>
  )
}

type Colours = Readonly<{
  planned: readonly string[]
  outline: readonly string[]
  actual: readonly string[]
  ink: string
  inkFaint: string
  line: string
  over: string
  font: string
}>

/** The colours as the stylesheet gives them now: read off swatches like those of the legend, so both always agree. */
function coloursOf(swatches: HTMLElement | null): Colours {
  const root = getComputedStyle(document.documentElement)
  const token = (name: string) => root.getPropertyValue(name).trim()
  const each = (kind: string, property: 'backgroundColor' | 'borderTopColor') =>
    [...(swatches?.querySelectorAll(`[data-kind=${kind}]`) ?? [])].map(
      (swatch) => getComputedStyle(swatch)[property],
    )
  return {
    planned: each('planned', 'backgroundColor'),
    outline: each('planned', 'borderTopColor'),
    actual: each('actual', 'backgroundColor'),
    ink: token('--ink'),
    inkFaint: token('--ink-faint'),
    line: token('--line-soft'),
    over: token('--surface-over'),
    font: token('--font'),
  }
}

function configOf(
  rows: readonly ChartRow[],
  measure: ChartMeasure,
  colours: Colours,
): BarChartConfig {
  const font = { family: colours.font, size: 12 }
  const bars = { borderSkipped: false, barPercentage: 0.86, categoryPercentage: 0.68 } as const
  const solid = [...colours.actual]
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        {
          ...bars,
          label: 'planned',
          data: rows.map((row) => row.planned),
          backgroundColor: [...colours.planned],
          hoverBackgroundColor: [...colours.planned],
          borderColor: [...colours.outline],
          hoverBorderColor: [...colours.outline],
          borderWidth: 1.5,
          borderRadius: 3,
        },
        {
          ...bars,
          label: 'actual',
          data: rows.map((row) => row.actual),
          backgroundColor: solid,
          hoverBackgroundColor: solid,
          borderRadius: 3,
        },
        {
          label: 'planned to date',
          grouped: false,
          barPercentage: 1,
          categoryPercentage: 0.78,
          order: -1,
          data: rows.map((row) => markAt(row.toDate, rows)),
          backgroundColor: colours.ink,
          hoverBackgroundColor: colours.ink,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 240 },
      // Colours change with the theme, at once and not by way of what lies between.
      animations: { colors: false },
      interaction: { mode: 'index', axis: 'y', intersect: false },
      scales: {
        x: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            color: colours.inkFaint,
            font,
            maxTicksLimit: 6,
            padding: 8,
            callback: (value) => axisLabel(Number(value), measure),
          },
        },
        y: {
          border: { display: false },
          grid: { display: false },
          ticks: { color: colours.ink, font, padding: 6, autoSkip: false, crossAlign: 'far' },
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: colours.over,
          borderColor: colours.line,
          borderWidth: 1,
          titleColor: colours.ink,
          bodyColor: colours.ink,
          titleFont: { ...font, weight: 'bold' },
          bodyFont: font,
          padding: 10,
          cornerRadius: 6,
          displayColors: false,
          filter: ({ datasetIndex }: TooltipItem<'bar'>) => datasetIndex < 2,
          callbacks: {
            title: ([item]: TooltipItem<'bar'>[]) => rows[item?.dataIndex ?? 0]?.name ?? '',
            label: ({ dataIndex, datasetIndex }) => {
              const row = rows[dataIndex]
              return [...((datasetIndex === 0 ? row?.plannedText : row?.actualText) ?? [])]
            },
          },
        },
      },
    },
  }
}

/** A stretch so thin that it is drawn as a line, as wide on screen whatever the axis measures. */
function markAt(value: number | null, rows: readonly ChartRow[]): [number, number] | null {
  if (value === null) return null
  const longest = Math.max(...rows.flatMap((row) => [row.planned, row.actual ?? 0]))
  const half = longest * MARK_PART
  return [value - half, value + half]
}
