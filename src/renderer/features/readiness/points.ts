import { decimals } from '#domain/readable.ts'

/** Points for people, with one decimal: `12.5`; small ones with two, so that they are not 0.0. */
export function pointsText(points: number): string {
  return decimals(points, points > 0 && points < 0.1 ? 2 : 1)
}

/** What a step adds: `+1.2`. */
export function gainText(points: number): string {
  return `+${pointsText(points)}`
}
