import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'
import type { ChartConfiguration } from 'chart.js'
import type { RefObject } from 'react'
import { useChart } from '../../ui/use-chart.ts'

// Only what the plan's chart draws: the rest of the library stays out of the bundle.
Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

/** What stands in a bar chart: a length, a stretch from one value to another, or no bar. */
export type BarValue = number | [number, number] | null
export type BarChartConfig = ChartConfiguration<'bar', BarValue[], readonly string[]>

/** Draws a bar chart on the canvas whose ref it returns. */
export function useBarChart(configure: () => BarChartConfig): RefObject<HTMLCanvasElement | null> {
  return useChart(configure)
}
