/** A drawing of values over time in a box of 0 to 1 both ways, y downwards as on a screen. */
export type SparklinePoints = Readonly<{
  points: readonly Readonly<{ x: number; y: number }>[]
  /** Where the threshold lies; null without one. */
  threshold: number | null
}>

const DAY_MS = 86_400_000

/**
 * Places values by their days, the first at the left edge and the last at the right one, the least value at the bottom
 * and the greatest at the top, the threshold among them. One value, or several of one day, stand at the right edge.
 */
export function sparklinePoints(
  values: readonly Readonly<{ day: string; value: number }>[],
  threshold: number | null,
): SparklinePoints {
  const days = values.map(({ day }) => Date.parse(day) / DAY_MS)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const heights = [...values.map(({ value }) => value), ...(threshold === null ? [] : [threshold])]
  const [least, greatest] = [Math.min(...heights), Math.max(...heights)]
  const y = (value: number) => (greatest === least ? 0.5 : 1 - (value - least) / (greatest - least))
  return {
    points: values.map(({ value }, index) => ({
      x: last === first ? 1 : ((days[index] ?? last) - first) / (last - first),
      y: y(value),
    })),
    threshold: threshold === null || values.length === 0 ? null : y(threshold),
  }
}
