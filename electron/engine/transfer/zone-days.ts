import { Temporal } from 'temporal-polyfill'
import type { Instant, StudyDay } from '#contract/units.ts'
import { instantOf, wallClockAt, wallClockOfInstant } from '../local-time.ts'

/** Converts between instants and wall clocks of many rows. */
export type Zones = Readonly<{
  /** Whether there is a zone of this name. */
  has(zone: string): boolean
  /** The instant of a date and a time (`HH:MM:SS`) in a zone, as `wallClockAt` takes gaps and repeats. */
  instantAt(date: StudyDay, time: string, zone: string): Instant
  /** The date and the time, `HH:MM:SS`, that a zone's clocks show at an instant. */
  wallOf(startedAt: Instant, zone: string): Readonly<{ date: StudyDay; time: string }>
}>

const dayMs = 86_400_000

/**
 * A calendar calculation costs tens of microseconds, and a file may ask for a hundred thousand on a few hundred days.
 * So the distance to UTC is kept for each day on which no clock changes; on the others everything is calculated.
 */
export function zonesOfRows(): Zones {
  const known = new Map<string, boolean>()
  const distances = new Map<string, number | null>()

  /** The zone's distance to UTC throughout three days around a date, in ms; null where it changes within them. */
  const distanceAround = (date: string, zone: string): number | null => {
    const key = `${date} ${zone}`
    const found = distances.get(key)
    if (found !== undefined) return found
    const noon = Date.parse(`${date}T12:00:00Z`)
    const [before, after] = [noon - 1.5 * dayMs, noon + 1.5 * dayMs].map((ms) => distance(ms, zone))
    const [first, second] = [noon - 0.5 * dayMs, noon + 0.5 * dayMs].map((ms) => distance(ms, zone))
    const isOne = before === after && before === first && before === second
    const kept = isOne ? (before ?? null) : null
    distances.set(key, kept)
    return kept
  }

  return {
    has(zone) {
      const found = known.get(zone)
      if (found !== undefined) return found
      const isZone = zone !== '' && isTimeZone(zone)
      known.set(zone, isZone)
      return isZone
    },
    instantAt(date, time, zone) {
      const far = distanceAround(date, zone)
      if (far === null) return wallClockAt(date, time, zone, 0).startedAt
      return instantOf(Date.parse(`${date}T${time}Z`) - far)
    },
    wallOf(startedAt, zone) {
      const far = distanceAround(startedAt.slice(0, 10), zone)
      if (far === null) {
        const { date, time } = wallClockOfInstant(startedAt, zone)
        return { date, time: `${time}:${startedAt.slice(17, 19)}` }
      }
      const text = new Date(Date.parse(startedAt) + far).toISOString()
      return { date: text.slice(0, 10) as StudyDay, time: text.slice(11, 19) }
    },
  }
}

function distance(ms: number, zone: string): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  return offsetNanoseconds / 1e6
}

function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
