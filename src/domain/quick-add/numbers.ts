import { formatDuration, parseDuration } from '../duration.ts'
import { typed, type TypedDuration } from './durations.ts'
import { candidatesOf } from './halves.ts'
import { isBeside, piecesOf, quoted, type Piece, type Span } from './line.ts'
import type { FoundMoment } from './moment.ts'
import { choicesAmong, type TimeFacts } from './past.ts'
import { durationLabel, type Question, type Unknown } from './reading.ts'

const NUMBER = /(?<![^\s,;([])[-−]?\d+(?:[:.,]\d+)*(?=[\s,;.)\]!?]|$)/gu

/** Numbers without a word that says what they are: `90`, `1:30`, `1.5`, `-5`. `rest` is the line but for what is read. */
export function bareNumbers(rest: string): readonly Piece[] {
  return piecesOf(rest, NUMBER)
}

export type NumberFacts = Readonly<{
  head: string
  /** Durations that say their unit, and stretches from one time to another. */
  durations: readonly Span[]
  moments: readonly FoundMoment[]
  time: TimeFacts
}>

export type NumberReading = Readonly<{
  durations: readonly TypedDuration[]
  /** Times, to be judged with the others. */
  times: readonly FoundMoment[]
  unknown: readonly Unknown[]
  questions: readonly Question[]
}>

/** A number up to this one could be an hour of the clock. */
const HOURS_OF_A_CLOCK = 12
const HOURS_OF_A_DAY = 24
/** `1:30` alone is a duration, as everywhere in the app; from 6 hours on it is more likely a time, so it is asked. */
const CLEARLY_A_DURATION = 6

/**
 * What bare numbers are. Beside a day, a number is a time ("yesterday 18:30"). Elsewhere one is the duration where
 * the line has no other; where it has one, `18:30` is the time. What is left in doubt is asked: `7`, `7:30`, `1.5`.
 */
export function readNumbers(numbers: readonly Piece[], facts: NumberFacts): NumberReading {
  const durations: TypedDuration[] = []
  const times: FoundMoment[] = []
  const unknown: Unknown[] = []
  const questions: Question[] = []
  const minutes = numbers.find((number) => isClearlyMinutes(number, facts))
  const hasDuration = facts.durations.length > 0 || minutes !== undefined
  const clocks = numbers.filter(
    (number) => timeOf(number.text) && !isBesideDay(number, facts) && number.text.includes(':'),
  )
  for (const number of numbers) {
    const time = timeOf(number.text)
    const isClock = number.text.includes(':')
    if (/^[-−]/.test(number.text) || /^\d+(?::\d\d){2}$/.test(number.text))
      durations.push(typed(number))
    else if (/[.,]/.test(number.text)) questions.push(decimal(number, facts.time))
    else if (number === minutes && facts.durations.length === 0) durations.push(typed(number))
    else if (time && isBesideDay(number, facts) && (isClock || hasDuration))
      times.push(asTime(number, time))
    else if ((isClock && !time) || (Number(number.text) === 0 && !hasDuration))
      durations.push(typed(number))
    else if (isClock && time && hasDuration) times.push(asTime(number, time))
    else if (isClock && time && clocks.length === 1 && time.hour < CLEARLY_A_DURATION)
      durations.push(typed(number))
    else if (time) questions.push(question(number, hasDuration, facts.time))
    else
      unknown.push({
        ...number,
        message: `It is not clear what ${quoted(number.text)} counts. Write a unit, as in ${number.text}m.`,
      })
  }
  return { durations, times, unknown, questions }
}

/** A whole number that cannot be an hour of the clock is a duration in minutes, where there is no other. */
function isClearlyMinutes(number: Piece, facts: NumberFacts): boolean {
  if (!/^\d+$/.test(number.text) || facts.durations.length > 0) return false
  const most = isBesideDay(number, facts) ? HOURS_OF_A_DAY - 1 : HOURS_OF_A_CLOCK
  return Number(number.text) > most
}

function isBesideDay(number: Piece, { head, moments }: NumberFacts): boolean {
  return moments.some(
    ({ date, time, part, start, end }) =>
      (part !== null || (date !== null && time === null)) && isBeside(head, number, { start, end }),
  )
}

type Clock = Readonly<{ hour: number; minute: number }>

function timeOf(text: string): Clock | null {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?::(\d\d))?$/.exec(text) ?? []
  if (hours === undefined) return null
  const time = { hour: Number(hours), minute: Number(minutes) }
  return time.hour < HOURS_OF_A_DAY && time.minute < 60 ? time : null
}

function asTime(number: Piece, { hour, minute }: Clock): FoundMoment {
  const isHalfKnown = hour === 0 || hour > HOURS_OF_A_CLOCK || /^\d\d:/.test(number.text)
  return { ...number, date: null, time: { hour, minute, isHalfKnown }, until: null, part: null }
}

function question(number: Piece, hasDuration: boolean, facts: TimeFacts): Question {
  const { text } = number
  const asDuration = text.includes(':') ? [text] : [`${text}m`, `${text}h`]
  const choices = [
    ...(hasDuration ? [] : asDuration.flatMap(durationChoice)),
    ...timeChoices(number, timeOf(text), facts),
  ]
  return {
    ...number,
    message: hasDuration
      ? `It is not clear what ${quoted(text)} counts. For a time write “at” before it.`
      : `${quoted(text)} can be a duration or a time.`,
    choices,
  }
}

/** "1.5" is 90 seconds to one reader and 90 minutes to another; "19.30" is a time to a third. */
function decimal(number: Piece, facts: TimeFacts): Question {
  const plain = number.text.replace(',', '.')
  const time = /^\d{1,2}\.\d\d$/.test(plain) ? timeOf(plain.replace('.', ':')) : null
  return {
    ...number,
    message: `${quoted(number.text)} can be hours or minutes. Write ${plain}h or ${plain}m.`,
    choices: [
      ...[`${plain}h`, `${plain}m`].flatMap(durationChoice),
      ...timeChoices(number, time, facts),
    ],
  }
}

function timeChoices(number: Piece, time: Clock | null, facts: TimeFacts): Question['choices'] {
  const found = time && asTime(number, time).time
  return found ? choicesAmong(candidatesOf(found, null, null), facts) : []
}

function durationChoice(text: string): Question['choices'] {
  const parsed = parseDuration(text)
  return parsed.ok
    ? [{ label: durationLabel(parsed.seconds), replacement: formatDuration(parsed.seconds) }]
    : []
}
