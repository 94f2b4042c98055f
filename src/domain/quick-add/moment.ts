import type { StudyDay } from '#contract/units.ts'
import type { Piece } from './line.ts'

/**
 * A date, a time or both that were found in a line: what the words say, before it is judged whether they say enough.
 */
export type FoundMoment = Piece &
  Readonly<{
    date: FoundDate | null
    time: FoundTime | null
    /** Where the words give a stretch ("7pm to 8:30pm"): its end. */
    until: FoundTime | null
    /** A part of a day, which is no time: "evening". */
    part: DayPart | null
  }>

export type FoundDate = Readonly<{
  /** Null where the calendar has no such day. Without a year, the day of a leap year. */
  day: StudyDay | null
  /**
   * - `day`: exactly one day ("2026-11-20", "3 days ago")
   * - `nearby`: "today" or "yesterday", which rest on what day it is now
   * - `yearless`: a day and a month
   * - `weekday`: a weekday alone; `day` is the nearest one
   * - `numeric`: day and month as two numbers, whose order is open
   * - `vague`: a week, a month, a weekend
   */
  says: 'day' | 'nearby' | 'yearless' | 'weekday' | 'numeric' | 'vague'
}>

export type FoundTime = Readonly<{
  /** 0 to 23; 1 to 12 while it is not known which half of the day is meant. */
  hour: number
  minute: number
  isHalfKnown: boolean
}>

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night' | 'midnight'
