import type { Interval } from './overlap.ts'

/**
 * What is left of a stretch of time once others are taken out of it, in order. An empty one among them takes no time
 * but cuts: what is left ends there and begins anew. Pieces without length are left out.
 */
export function without(stretch: Interval, taken: readonly Interval[]): readonly Interval[] {
  const pieces: Interval[] = []
  let start = stretch.start
  for (const { start: from, end: to } of taken.toSorted((a, b) => a.start - b.start)) {
    if (to < start || from > stretch.end) continue
    if (from > start) pieces.push({ start, end: from })
    start = Math.max(start, to)
  }
  if (start < stretch.end) pieces.push({ start, end: stretch.end })
  return pieces
}

/** The sum of the lengths of stretches, in seconds; time that two of them share counts twice. */
export function lengthOf(stretches: readonly Interval[]): number {
  return stretches.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0)
}

/** The part of a stretch that lies within another; null where they share no time. */
export function within(stretch: Interval, bounds: Interval): Interval | null {
  const start = Math.max(stretch.start, bounds.start)
  const end = Math.min(stretch.end, bounds.end)
  return start < end ? { start, end } : null
}
