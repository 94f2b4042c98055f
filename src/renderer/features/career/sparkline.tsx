import type { MetricRow } from '#contract/metrics.ts'
import { formatDay } from '#domain/readable.ts'
import { sparklinePoints } from './sparkline-points.ts'
import { valueText } from './metric-text.ts'

const WIDTH = 104
const HEIGHT = 30
const EDGE = 4

/** The values of an indicator over time, small, with the threshold dashed. Its name says first, last and how many. */
export function Sparkline({ row }: Readonly<{ row: MetricRow }>) {
  const { values } = row
  const [first] = values
  const last = values.at(-1)
  if (first === undefined || last === undefined || values.length < 2) return null
  const level = row.kind === 'qualitative' ? 4 : row.threshold
  const { points, threshold } = sparklinePoints(values, level)
  const x = (part: number) => EDGE + part * (WIDTH - 2 * EDGE)
  const y = (part: number) => EDGE + part * (HEIGHT - 2 * EDGE)
  const end = points.at(-1)
  const said = `${values.length} values, from ${valueText(row, first.value)} on ${formatDay(first.day)} to ${valueText(row, last.value)} on ${formatDay(last.day)}`
  return (
    <figure className="metrics-spark" aria-label={said}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden>
        {threshold !== null && (
          <line
            className="metrics-spark-threshold"
            x1={EDGE}
            x2={WIDTH - EDGE}
            y1={y(threshold)}
            y2={y(threshold)}
          />
        )}
        <polyline
          className="metrics-spark-line"
          points={points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')}
        />
        {end !== undefined && (
          <circle className="metrics-spark-end" cx={x(end.x)} cy={y(end.y)} r="2.75" />
        )}
      </svg>
    </figure>
  )
}
