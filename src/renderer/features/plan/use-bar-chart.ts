import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'
import type { ChartConfiguration } from 'chart.js'
import { useEffect, useRef, type RefObject } from 'react'

// Only what the plan's chart draws: the rest of the library stays out of the bundle.
Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

/** What stands in a bar chart: a length, a stretch from one value to another, or no bar. */
export type BarValue = number | [number, number] | null
export type BarChartConfig = ChartConfiguration<'bar', BarValue[], readonly string[]>

/**
 * Draws a bar chart on the canvas whose ref it returns. `configure` reads the colours off the page, so it is asked
 * again when the theme changes; keep it stable between renders that change nothing.
 */
export function useBarChart(configure: () => BarChartConfig): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<Chart<'bar', BarValue[], readonly string[]>>(null)

  useEffect(() => {
    const draw = (mode?: 'none') => {
      const config = configure()
      if (chart.current === null) {
        if (canvas.current !== null) chart.current = new Chart(canvas.current, config)
        return
      }
      chart.current.data = config.data
      chart.current.options = config.options ?? {}
      chart.current.update(mode)
    }
    draw()
    const theme = new MutationObserver(() => {
      draw('none')
    })
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      theme.disconnect()
    }
  }, [configure])

  useEffect(
    () => () => {
      chart.current?.destroy()
      chart.current = null
    },
    [],
  )
  return canvas
}
