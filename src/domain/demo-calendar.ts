import type { StudyDay } from '#contract/units.ts'
import { addDays, eachDay, weekdayOf } from './days.ts'
import { type Random, shuffled, wholeBetween } from './seeded-random.ts'

/** A stretch of study of the sample data: when, how long, and in which of its weeks (0 is the first). */
export type DemoSlot = Readonly<{
  week: number
  day: StudyDay
  /** Minutes after midnight. */
  startMinute: number
  minutes: number
  isWeekend: boolean
}>

/** How many weeks the sample data covers. */
export const DEMO_WEEKS = 12
/** The week of illness, counted from 0: nothing is studied in it. */
export const DEMO_ILL_WEEK = 6

/** Hours per week: a start that finds its pace, the illness, a careful return, a last stretch. 159 h in all. */
const WEEKLY_HOURS = [11, 13, 14.5, 15, 15.5, 15, 0, 9.5, 15, 16, 17, 17.5] as const

/** A kind of slot: when it may start, how long it usually is, and how long it may be at most. All in minutes. */
type Kind = Readonly<{ earliest: number; latest: number; usual: number; most: number }>

const at = (hour: number, minute = 0) => hour * 60 + minute
const EVENING: Kind = { earliest: at(18, 30), latest: at(20, 30), usual: 75, most: 130 }
const LUNCH: Kind = { earliest: at(12, 10), latest: at(12, 25), usual: 35, most: 50 }
const LONG_MORNING: Kind = { earliest: at(8, 30), latest: at(10), usual: 130, most: 195 }
const MORNING: Kind = { earliest: at(9), latest: at(10, 30), usual: 110, most: 180 }
const AFTERNOON: Kind = { earliest: at(14), latest: at(15, 30), usual: 90, most: 180 }

/**
 * The slots of twelve weeks that end the day before `today`, oldest first. Evenings and weekend blocks, with at least
 * one day of rest in each week; no two overlap, and none runs past midnight.
 */
export function demoSlots(today: StudyDay, random: Random): readonly DemoSlot[] {
  const start = demoStart(today)
  return WEEKLY_HOURS.flatMap((hours, week) => {
    const days = eachDay(addDays(start, 7 * week), addDays(start, 7 * week + 6))
    return hours === 0 ? [] : weekOf(days, week, hours * 60 + wholeBetween(random, -25, 25), random)
  })
}

/** The first day of the twelve weeks that end the day before `today`. */
export function demoStart(today: StudyDay): StudyDay {
  return addDays(today, -7 * DEMO_WEEKS)
}

function weekOf(
  days: readonly StudyDay[],
  week: number,
  target: number,
  random: Random,
): readonly DemoSlot[] {
  const [saturday, sunday] = [6, 7].map((weekday) => days.filter((d) => weekdayOf(d) === weekday))
  // Friday is mostly free; in other weeks it is some other working day.
  const free = random() < 0.6 ? 5 : wholeBetween(random, 1, 4)
  const working = days.filter((day) => weekdayOf(day) < 6 && weekdayOf(day) !== free)
  const [first, second, third, fourth] = shuffled(random, working).map((day) => [day])
  const wishes: readonly (readonly [Kind, readonly StudyDay[] | undefined])[] = [
    [LONG_MORNING, saturday],
    [EVENING, first],
    [EVENING, second],
    [MORNING, sunday],
    [EVENING, third],
    [AFTERNOON, saturday],
    [EVENING, fourth],
    [LUNCH, second],
    [AFTERNOON, sunday],
    [LUNCH, fourth],
  ]
  const chosen: { kind: Kind; day: StudyDay; weight: number }[] = []
  let sum = 0
  for (const [kind, places = []] of wishes)
    for (const day of places) {
      if (sum >= 0.92 * target) break
      const weight = kind.usual * (0.8 + 0.4 * random())
      chosen.push({ kind, day, weight })
      sum += weight
    }
  return chosen
    .map(({ kind, day, weight }) => ({
      week,
      day,
      startMinute: toFive(wholeBetween(random, kind.earliest, kind.latest)),
      minutes: Math.min(kind.most, Math.max(20, toFive((weight * target) / sum))),
      isWeekend: weekdayOf(day) > 5,
    }))
    .toSorted((a, b) => (a.day === b.day ? a.startMinute - b.startMinute : a.day < b.day ? -1 : 1))
}

function toFive(minutes: number): number {
  return Math.round(minutes / 5) * 5
}
