import { Chart, type ChartConfiguration, type ChartType, type DefaultDataPoint } from 'chart.js'
import { useEffect, useRef, type RefObject } from 'react'

/**
 * Draws a chart on the canvas whose ref it returns. `configure` reads the colours off the page, so it is asked again
 * when the theme changes; keep it stable between renders that change nothing. Whoever calls it registers the parts of
 * the library that the chart needs, and loads it lazily.
 */
export function useChart<Type extends ChartType, Data = DefaultDataPoint<Type>, Label = unknown>(
  configure: () => ChartConfiguration<Type, Data, Label>,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<Chart<Type, Data, Label>>(null)

  useEffect(() => {
    const draw = (mode?: 'none') => {
      const config = configure()
      if (chart.current === null) {
        if (canvas.current !== null) chart.current = new Chart(canvas.current, config)
        return
      }
      chart.current.data = config.data
      if (config.options) chart.current.options = config.options
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

/** The colours and the font of the page as the stylesheet gives them now. */
export function pageColours() {
  const root = getComputedStyle(document.documentElement)
  const token = (name: string) => root.getPropertyValue(name).trim()
  return {
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    inkFaint: token('--ink-faint'),
    line: token('--line-soft'),
    control: token('--line-control'),
    over: token('--surface-over'),
    raised: token('--surface-raised'),
    accent: token('--bar-strong'),
    track: token('--track'),
    second: token('--category-2'),
    category: (position: number) => token(`--category-${((position - 1) % 8) + 1}`),
    font: { family: token('--font'), size: 12 },
  }
}

/** A colour with so much of it showing, 0 to 1. Colours of the tokens are six hexadecimal digits. */
export function faded(colour: string, alpha: number): string {
  return `${colour}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`
}

/** The dress of a tooltip, the same on every chart. */
export function tooltipDress({ over, line, ink, font }: ReturnType<typeof pageColours>) {
  return {
    backgroundColor: over,
    borderColor: line,
    borderWidth: 1,
    titleColor: ink,
    bodyColor: ink,
    titleFont: { ...font, weight: 'bold' as const },
    bodyFont: font,
    padding: 10,
    cornerRadius: 6,
    displayColors: false,
  }
}
