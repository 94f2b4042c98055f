import type { Count } from '#contract/sessions.ts'
import type { Seconds, StudyDay } from '#contract/units.ts'
import { formatDay, formatWeekday } from '../readable.ts'
import { addDays } from '../days.ts'
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../units.ts'
import type { Piece } from './line.ts'

/** A part of the line that is understood, and as what. */
export type Chip = Piece &
  Readonly<{
    kind: 'duration' | 'category' | 'date' | 'time' | 'count' | 'note'
    /** What it is understood as, for people: `1 h 30 min`, `Yesterday, Mon 23 Nov`. */
    label: string
    /** The same written so that it can be read in one way only: `1h30`, `system-design`, `2026-11-23`. */
    value: string
  }>

/** A part of the line that is not understood or cannot be, with what to do about it. */
export type Unknown = Piece & Readonly<{ message: string }>

/** A part of the line that can be read in several ways: each is offered as a text to put in its place. */
export type Question = Piece &
  Readonly<{
    message: string
    choices: readonly Readonly<{ label: string; replacement: string }>[]
  }>

/** What a rule made of some stretches of the line. */
export type Reading = Readonly<{
  chips: readonly Chip[]
  unknown: readonly Unknown[]
  questions: readonly Question[]
}>

/** The wall clock now, and how far the day on the calendar and the study day are one. */
export type Now = Readonly<{ date: StudyDay; time: string; studyDay: StudyDay }>

/** A wall-clock time that is typed, as a moment: what the clock of the zone really showed. */
export type ClockMoment = Readonly<{ date: StudyDay; time: string; epochSeconds: number }>

/** `1 h 30 min`, `45 min`, `1 h 30 min 15 s`. */
export function durationLabel(duration: Seconds): string {
  const parts: [number, string][] = [
    [Math.floor(duration / SECONDS_PER_HOUR), 'h'],
    [Math.floor((duration % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE), 'min'],
    [duration % SECONDS_PER_MINUTE, 's'],
  ]
  return parts.flatMap(([n, unit]) => (n === 0 ? [] : [`${n} ${unit}`])).join(' ')
}

/**
 * `Yesterday, Mon 23 Nov`, `Fri 20 Nov`, `Fri 12 Dec 2025`. While the study day of yesterday still runs after
 * midnight, nobody can tell which day "today" means, so the words are left out.
 */
export function dayLabel(day: StudyDay, { date, studyDay }: Now): string {
  const written = formatDay(day)
  const isThisYear = day.slice(0, 4) === date.slice(0, 4)
  const short = `${formatWeekday(day).slice(0, 3)} ${isThisYear ? written.slice(0, -5) : written}`
  if (date !== studyDay) return short
  if (day === date) return `Today, ${short}`
  return day === addDays(date, -1) ? `Yesterday, ${short}` : short
}

/** `HH:MM` of an hour and a minute. */
export function clockText(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A count as the line takes it: `1 design problem`, `3 medium`. */
export function countText({ kind, n }: Count): string {
  switch (kind) {
    case 'coding-easy':
      return `${n} easy`
    case 'coding-medium':
      return `${n} medium`
    case 'coding-hard':
      return `${n} hard`
    case 'design-problem':
      return `${n} design problem${n === 1 ? '' : 's'}`
    case 'mock-interview':
      return `${n} mock interview${n === 1 ? '' : 's'}`
    case 'paper':
      return `${n} paper${n === 1 ? '' : 's'}`
  }
}
