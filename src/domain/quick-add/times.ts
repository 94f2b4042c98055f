import type { Seconds } from '#contract/units.ts'
import { addDays } from '../days.ts'
import { asSeconds, SECONDS_PER_DAY } from '../units.ts'
import { pieceOfMoment } from './dates.ts'
import { candidatesOf, PART_TIMES, isWithin, type Candidate } from './halves.ts'
import { quoted } from './line.ts'
import type { DayPart, FoundMoment, FoundTime } from './moment.ts'
import { choiceOf, choicesAmong, spanText, thoseThatHaveCome, type TimeFacts } from './past.ts'
import { dayLabel, type Chip, type Question, type Unknown } from './reading.ts'

export type TimeReading = Readonly<{
  chips: readonly Chip[]
  unknown: readonly Unknown[]
  questions: readonly Question[]
  /** `HH:MM`; null where none is said, or where it is not clear which. */
  time: string | null
  /** How long a stretch such as "7pm to 8:30pm" lasts; null where none is said. */
  lasts: Seconds | null
}>

type Timed = FoundMoment & Readonly<{ time: FoundTime }>
type Outcome = Readonly<
  { taken: Candidate } | { question: string; choices: Question['choices'] } | { wrong: string }
>

/** The time that a line names. What may be in either half of the day is asked, unless one half is still to come. */
export function readTimes(moments: readonly FoundMoment[], facts: TimeFacts): TimeReading {
  const chips: Chip[] = []
  const unknown: Unknown[] = []
  const questions: Question[] = []
  const half = moments.find(({ part }) => part !== null)?.part ?? null
  let taken: Candidate | null = null
  for (const moment of moments) {
    if (!moment.time) continue
    const piece = pieceOfMoment(moment)
    const outcome = outcomeOf({ ...moment, time: moment.time }, half, facts)
    if ('wrong' in outcome) unknown.push({ ...piece, message: outcome.wrong })
    else if ('question' in outcome)
      questions.push({ ...piece, message: outcome.question, choices: outcome.choices })
    else if (taken && (taken.from !== outcome.taken.from || taken.until !== outcome.taken.until))
      unknown.push({ ...piece, message: `${quoted(piece.text)} is a second time. Leave one out.` })
    else {
      taken = outcome.taken
      chips.push(chipOf(taken, moment, facts))
    }
  }
  for (const moment of moments) {
    if (moment.part === null) continue
    const piece = pieceOfMoment(moment)
    if (taken && !isWithin(moment.part, taken.from))
      unknown.push({ ...piece, message: `${quoted(piece.text)} does not go with ${taken.from}.` })
    else if (taken || questions.length > 0 || unknown.length > 0)
      chips.push(partChip(moment, taken, facts))
    else {
      const asked = whichTime(moment, moment.part, facts)
      if ('choices' in asked) questions.push(asked)
      else unknown.push(asked)
    }
  }
  return {
    chips,
    unknown,
    questions,
    time: taken?.from ?? null,
    lasts: taken ? lengthOf(taken, facts) : null,
  }
}

function outcomeOf(moment: Timed, half: DayPart | null, facts: TimeFacts): Outcome {
  const candidates = candidatesOf(moment.time, moment.until, half)
  const [first] = candidates
  if (!first) return { wrong: `${quoted(moment.text)} cannot be such a time of the day.` }
  const [only, another] = thoseThatHaveCome(candidates, facts)
  const choices = choicesAmong(candidates, facts)
  if (another)
    return { question: `${quoted(moment.text)} can be in either half of the day.`, choices }
  if (only) return { taken: only }
  const typed = candidates.length > 1 ? quoted(moment.text) : first.from
  if (moment.date || facts.day !== null) return { wrong: inTheFuture(typed, facts) }
  const question = `${typed} has not come yet today. Log a session once it has begun.`
  return { question, choices }
}

function inTheFuture(typed: string, { day, now }: TimeFacts): string {
  return `${dayLabel(day ?? now.date, now)}, ${typed} is in the future. Log a session once it has begun.`
}

/** A stretch that ends at an earlier clock time than it began at ends on the day after. */
function lengthOf({ from, until }: Candidate, facts: TimeFacts): Seconds | null {
  if (until === null) return null
  const day = facts.day ?? facts.now.date
  const start = facts.clockMomentOf(day, from).epochSeconds
  const end = facts.clockMomentOf(until > from ? day : addDays(day, 1), until).epochSeconds
  return asSeconds(Math.min(SECONDS_PER_DAY, Math.max(0, end - start)))
}

function chipOf(candidate: Candidate, moment: FoundMoment, facts: TimeFacts): Chip {
  const piece = pieceOfMoment(moment)
  const day = facts.day ?? facts.now.date
  const { replacement } = choiceOf(candidate, moment.date ? day : null, facts.now)
  const shown = facts.clockMomentOf(day, candidate.from)
  // The clock jumps over an hour once a year: what is typed in it is logged an hour later.
  const skipped = shown.time === candidate.from ? '' : ` (the clock skips ${candidate.from})`
  const label = `${spanText({ ...candidate, from: shown.time })}${skipped}`
  return {
    ...piece,
    kind: 'time',
    label: moment.date ? `${dayLabel(day, facts.now)}, ${label}` : label,
    value: replacement,
  }
}

/** "last night" beside a time is a day; "evening" only says which half is meant. */
function partChip(moment: FoundMoment, taken: Candidate | null, { day, now }: TimeFacts): Chip {
  const piece = pieceOfMoment(moment)
  return moment.date && day !== null
    ? { ...piece, kind: 'date', label: dayLabel(day, now), value: day }
    : { ...piece, kind: 'time', label: taken?.from ?? piece.text, value: piece.text }
}

/** Offers times of a part of the day; a part that has not come is refused. */
function whichTime(moment: FoundMoment, part: DayPart, facts: TimeFacts): Question | Unknown {
  const piece = pieceOfMoment(moment)
  const candidates = PART_TIMES[part].map((from) => ({ from, until: null }))
  const choices = choicesAmong(candidates, facts, moment.date ? facts.day : null)
  if (choices.length === 0) return { ...piece, message: inTheFuture(quoted(piece.text), facts) }
  const message = `${quoted(piece.text)} is not a time. Write one, such as ${candidates[0]?.from}.`
  return { ...piece, message, choices }
}
