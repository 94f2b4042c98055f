import type { Rehearsal } from '#contract/rehearsals.ts'
import { formatSeconds } from '../spoken.ts'
import { totalMs } from './compare.ts'

/** `unknown`: fewer than two rehearsals to compare. */
export type TrendDirection = 'closer' | 'further' | 'steady' | 'unknown'

/** How many of the latest rehearsals are held against those before them. */
const latest = 3
/** Percentage points of a format below which a change is none. */
const steadyPoints = 5

/**
 * How far a rehearsal was from its format, in percent of it: 0 is exact, +20 a fifth too long. So formats of
 * different lengths stand in one chart.
 */
export function offByPercent({ parts, format }: Pick<Rehearsal, 'parts' | 'format'>): number {
  const budgetMs = formatSeconds[format] * 1000
  return (100 * (totalMs(parts) - budgetMs)) / budgetMs
}

/**
 * Whether the times come closer to the format: the mean distance (without its sign) of the latest three rehearsals
 * minus that of all before; with three or fewer, of the last minus that of the ones before. Five points are a change.
 * `rehearsals` run from the oldest to the latest.
 */
export function trendOf(
  rehearsals: readonly Pick<Rehearsal, 'parts' | 'format'>[],
): TrendDirection {
  if (rehearsals.length < 2) return 'unknown'
  const distances = rehearsals.map((rehearsal) => Math.abs(offByPercent(rehearsal)))
  const cut = distances.length > latest ? distances.length - latest : distances.length - 1
  const change = mean(distances.slice(cut)) - mean(distances.slice(0, cut))
  if (Math.abs(change) < steadyPoints) return 'steady'
  return change < 0 ? 'closer' : 'further'
}

/** The direction in a sentence. */
export const trendWords: Readonly<Record<TrendDirection, string>> = {
  closer: 'Your times come closer to the format.',
  further: 'Your times move away from the format.',
  steady: 'Your times keep about the same distance from the format.',
  unknown: 'Rehearse it once more to see which way it goes.',
}

/** The steps of the chart's percent: each divides 100 or is a multiple of it, so that 0 is always a line. */
const chartSteps = [25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const
const mostSteps = 5

/**
 * The vertical range of the chart of `offByPercent`: the smallest step of which five at most span every value and the
 * tolerance, and the multiples of it below and above. Nothing is shorter than not told at all, so the range ends at
 * -100 wherever a line falls on it.
 */
export function trendScale(
  values: readonly number[],
  tolerancePercent: number,
): Readonly<{ min: number; max: number; step: number }> {
  const reach = Math.max(25, tolerancePercent)
  const lowest = Math.max(-100, Math.min(-reach, ...values))
  const highest = Math.max(reach, ...values)
  const scales = chartSteps.map((step) => ({
    min: Math.floor(lowest / step) * step,
    max: Math.ceil(highest / step) * step,
    step,
  }))
  const fits = scales.find(({ min, max, step }) => max - min <= mostSteps * step)
  return fits ?? { min: -10_000, max: Math.ceil(highest / 10_000) * 10_000, step: 10_000 }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
