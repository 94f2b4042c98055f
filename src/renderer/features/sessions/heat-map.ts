import type { Seconds, StudyDay } from '#contract/units.ts'
import { addDays, eachDay, weekdayOf, type Weekday } from '#domain/days.ts'
import { asSeconds, asStudyDay } from '#domain/units.ts'

/** From 0, nothing, to 5, the most. */
export type HeatStep = 0 | 1 | 2 | 3 | 4 | 5

/** The upper end of each step but the last, in seconds, with its words. The same for everyone and every year. */
export const heatSteps: readonly Readonly<{ step: HeatStep; label: string }>[] = [
  { step: 0, label: 'nothing' },
  { step: 1, label: 'up to 30 min' },
  { step: 2, label: 'up to 1 h' },
  { step: 3, label: 'up to 2 h' },
  { step: 4, label: 'up to 4 h' },
  { step: 5, label: 'more than 4 h' },
]
const upTo = [0, 1800, 3600, 7200, 14_400]
const steps = [0, 1, 2, 3, 4, 5] as const

/** The step of a day's seconds. */
export function heatStepOf(seconds: number): HeatStep {
  const at = upTo.findIndex((limit) => seconds <= limit)
  return steps[at === -1 ? 5 : at] ?? 5
}

export type HeatDay = Readonly<{
  day: StudyDay
  seconds: Seconds
  sessions: number
  step: HeatStep
}>

/** One column: seven places from the first weekday on. Null: in another year, or yet to come. */
export type HeatWeek = Readonly<{
  /** Its first and last day within the year. */
  from: StudyDay
  to: StudyDay
  seconds: Seconds
  /** The part of the year's fullest week, 0 to 1. */
  share: number
  days: readonly (HeatDay | null)[]
  /** The month, 1 to 12, that begins in this week, for the label above it. */
  monthBegins: number | null
}>

type Logged = Readonly<{ day: StudyDay; seconds: Seconds; sessions: number }>

/** The weeks of a year with what was done on each day. Days after `today` are left empty. */
export function heatYearOf(
  logged: readonly Logged[],
  year: number,
  today: StudyDay,
  weekStartsOn: Weekday = 1,
): readonly HeatWeek[] {
  const byDay = new Map(logged.map((row) => [row.day, row]))
  const name = String(year).padStart(4, '0')
  const first = asStudyDay(`${name}-01-01`)
  const last = asStudyDay(`${name}-12-31`)
  const lead = (weekdayOf(first) - weekStartsOn + 7) % 7
  const places: (HeatDay | null)[] = Array.from({ length: lead }, () => null)
  for (const day of eachDay(first, last)) {
    const { seconds = asSeconds(0), sessions = 0 } = byDay.get(day) ?? {}
    places.push(day > today ? null : { day, seconds, sessions, step: heatStepOf(seconds) })
  }
  while (places.length % 7 !== 0) places.push(null)

  const weeks = Array.from({ length: places.length / 7 }, (_, at) => {
    const days = places.slice(at * 7, at * 7 + 7)
    const from = at === 0 ? first : addDays(first, at * 7 - lead)
    const end = addDays(first, at * 7 - lead + 6)
    const to = end > last ? last : end
    const monthStart = eachDay(from, to).find((day) => day.endsWith('-01'))
    return {
      from,
      to,
      days,
      seconds: asSeconds(days.reduce((sum, day) => sum + (day?.seconds ?? 0), 0)),
      monthBegins: monthStart === undefined ? null : Number(monthStart.slice(5, 7)),
    }
  })
  const fullest = Math.max(1, ...weeks.map((week) => week.seconds))
  return weeks.map((week) => ({ ...week, share: week.seconds / fullest }))
}

/** A place in the map: its week, and its row; row 7 is the sum of the week. */
export type HeatPlace = Readonly<{ week: number; row: number }>

/** Where a key moves to; null when the key moves nowhere, the same place at an edge. */
export function placeAfterKey(
  key: string,
  { week, row }: HeatPlace,
  weeks: readonly HeatWeek[],
): HeatPlace | null {
  const moves: Readonly<Record<string, HeatPlace>> = {
    ArrowRight: { week: week + 1, row },
    ArrowLeft: { week: week - 1, row },
    ArrowDown: { week, row: row + 1 },
    ArrowUp: { week, row: row - 1 },
    PageDown: { week: week + 4, row },
    PageUp: { week: week - 4, row },
    Home: { week: 0, row: 7 },
    End: { week: weeks.length - 1, row: 7 },
  }
  const wanted = Object.hasOwn(moves, key) ? moves[key] : undefined
  if (wanted === undefined) return null
  return isPlace(wanted, weeks) ? wanted : { week, row }
}

/** Whether something stands there: a day that has come, or the sum of a week that has begun. */
export function isPlace({ week, row }: HeatPlace, weeks: readonly HeatWeek[]): boolean {
  const days = weeks[week]?.days
  if (days === undefined) return false
  return row === 7 ? days.some((day) => day !== null) : (days[row] ?? null) !== null
}

/** Where Tab enters: the latest day on show. */
export function latestPlace(weeks: readonly HeatWeek[]): HeatPlace {
  for (let week = weeks.length - 1; week >= 0; week -= 1)
    for (let row = 6; row >= 0; row -= 1) if (isPlace({ week, row }, weeks)) return { week, row }
  return { week: 0, row: 7 }
}

/** Every year from the first that was logged in to this one, the latest first. */
export function yearsOf(
  logged: readonly Pick<Logged, 'day'>[],
  today: StudyDay,
): readonly number[] {
  const thisYear = Number(today.slice(0, 4))
  const years = [thisYear, ...logged.map(({ day }) => Number(day.slice(0, 4)))]
  return [...new Set(years)].toSorted((a, b) => b - a)
}
