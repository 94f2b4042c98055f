import type { DayPart, FoundTime } from './moment.ts'
import { clockText } from './reading.ts'

/** A clock time, or a stretch from one to another, as `HH:MM`. */
export type Candidate = Readonly<{ from: string; until: string | null }>

/** Times that are offered where only a part of a day is said. */
export const PART_TIMES: Readonly<Record<DayPart, readonly string[]>> = {
  morning: ['08:00', '09:00', '10:00'],
  afternoon: ['14:00', '15:00', '16:00'],
  evening: ['18:00', '19:00', '20:00'],
  night: ['21:00', '22:00', '23:00'],
  midnight: ['00:00'],
}

/** Hours that belong to a part of a day: from the first, before the last. */
const HOURS: Readonly<Record<DayPart, readonly [number, number]>> = {
  morning: [4, 12],
  afternoon: [12, 18],
  evening: [16, 24],
  night: [18, 24],
  midnight: [0, 1],
}

/** Whether a time, `HH:MM`, lies in a part of the day. */
export function isWithin(part: DayPart, time: string): boolean {
  const hour = Number(time.slice(0, 2))
  const [first, end] = HOURS[part]
  return hour >= first && hour < end
}

/**
 * What a time may be on a clock of 24 hours. Where the half of the day is not said, a part of the day that is said
 * decides; and of a stretch with one end known, the other end lies less than 12 hours away, so that
 * "9-5pm" begins in the morning and "7-8pm" in the evening.
 */
export function candidatesOf(
  time: FoundTime,
  until: FoundTime | null,
  part: DayPart | null,
): readonly Candidate[] {
  const starts = inBothHalves(time)
  const ends = until ? inBothHalves(until) : [null]
  const all = starts.flatMap((start) =>
    ends.map((end) => ({ start, end, minutes: end === null ? 0 : minutesBetween(start, end) })),
  )
  const isHalfOpen = starts.length > 1 || ends.length > 1
  const near = all.filter(({ end, minutes }) => end === null || !isHalfOpen || isShort(minutes))
  const candidates = near.map(({ start, end }) => ({ from: start, until: end }))
  const inPart = candidates.filter(({ from }) => part !== null && isWithin(part, from))
  return starts.length > 1 && inPart.length > 0 ? inPart : candidates
}

function inBothHalves({ hour, minute, isHalfKnown }: FoundTime): readonly string[] {
  return isHalfKnown
    ? [clockText(hour, minute)]
    : [clockText(hour % 12, minute), clockText((hour % 12) + 12, minute)]
}

const MINUTES_PER_DAY = 1440

/** Minutes from one clock time to the next time that it is the other: 1 to 1440. */
function minutesBetween(from: string, until: string): number {
  const minutes = minuteOf(until) - minuteOf(from)
  return minutes > 0 ? minutes : minutes + MINUTES_PER_DAY
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function isShort(minutes: number): boolean {
  return minutes < MINUTES_PER_DAY / 2
}
