import type { Instant } from '#contract/units.ts'

/** A stored instant in epoch seconds, which the domain's timer counts in. */
export function secondsAt(instant: string): number {
  return Date.parse(instant) / 1000
}

/** Whole epoch seconds as an instant. */
export function instantAt(seconds: number): Instant {
  // The brand is made here, at the edge: whole seconds written with none behind the point.
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') as Instant
}
