import type { StudyDay } from '#contract/units.ts'
import { addDays } from '../days.ts'
import type { Candidate } from './halves.ts'
import { dayLabel, type ClockMoment, type Now, type Question } from './reading.ts'

/** What decides whether a time has come. */
export type TimeFacts = Readonly<{
  now: Now
  nowSeconds: number
  clockMomentOf(date: StudyDay, time: string): ClockMoment
  /** The day of the line; null where none is said, which is today. */
  day: StudyDay | null
  /** The line names a day, but not clearly: what lies in the future cannot be told. */
  isDayOpen: boolean
}>

type Choice = Question['choices'][number]

/** Those that have come by now, on the day of the line. */
export function thoseThatHaveCome(
  candidates: readonly Candidate[],
  facts: TimeFacts,
): readonly Candidate[] {
  if (facts.isDayOpen) return candidates
  return candidates.filter(({ from }) => hasCome(from, facts.day ?? facts.now.date, facts))
}

/** Offers the times that have come; where none has and the line says no day, those of yesterday. */
export function choicesAmong(
  candidates: readonly Candidate[],
  facts: TimeFacts,
  day: StudyDay | null = null,
): readonly Choice[] {
  const past = thoseThatHaveCome(candidates, facts)
  if (past.length > 0 || facts.day !== null)
    return past.map((candidate) => choiceOf(candidate, day, facts.now))
  const yesterday = addDays(facts.now.date, -1)
  return candidates
    .filter(({ from }) => hasCome(from, yesterday, facts))
    .map((candidate) => choiceOf(candidate, yesterday, facts.now))
}

function hasCome(time: string, day: StudyDay, facts: TimeFacts): boolean {
  return facts.clockMomentOf(day, time).epochSeconds <= facts.nowSeconds
}

/** A time as a choice, with a day before it where one is to be written too. */
export function choiceOf(candidate: Candidate, day: StudyDay | null, now: Now): Choice {
  const { from, until } = candidate
  const typed = until === null ? from : `${from}-${until}`
  const label = spanText(candidate)
  if (day !== null)
    return { label: `${dayLabel(day, now)}, ${label}`, replacement: `${day} ${typed}` }
  return { label, replacement: until === null ? `at ${typed}` : typed }
}

/** `19:00`, `19:00 to 20:30`. */
export function spanText({ from, until }: Candidate): string {
  return until === null ? from : `${from} to ${until}`
}
