import type { Rehearsal } from '#contract/rehearsals.ts'
import { compareWhole } from './compare.ts'

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
  const { differenceMs, budgetMs } = compareWhole(parts, format)
  return (100 * differenceMs) / budgetMs
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

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
