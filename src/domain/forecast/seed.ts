import type { PastWeek } from './past-weeks.ts'

/**
 * A seed that follows from the weeks drawn from and from nothing else: the same data give the same forecast, on every
 * machine, and other weekly hours are compared along the same courses. FNV-1a over their text, to a thousandth.
 */
export function seedOf(weeks: readonly PastWeek[]): number {
  const text = weeks
    .map(({ start, hours }) => `${start}:${hours.map((value) => value.toFixed(3)).join(',')}`)
    .join(';')
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** The seed of one course out of many: far apart, however near the numbers of the courses are. */
export function seedOfCourse(seed: number, course: number): number {
  return (seed ^ Math.imul(course + 1, 0x9e3779b1)) >>> 0
}
