import type { StudyDay } from '#contract/units.ts'
import { addDays, daysBetween, isBefore, weekdayOf } from '../days.ts'
import { formatWeekday } from '../readable.ts'
import { isStudyDay } from '../units.ts'
import { isBeside, quoted, type Piece } from './line.ts'
import type { FoundDate, FoundMoment } from './moment.ts'
import { dayLabel, type Chip, type Now, type Question, type Unknown } from './reading.ts'

/** What a date in a line comes to: a day, a question, or a reason why it is none. */
type Judged = Readonly<
  { day: StudyDay } | { question: string; days: readonly StudyDay[] } | { wrong: string }
>

export type DateReading = Readonly<{
  chips: readonly Chip[]
  unknown: readonly Unknown[]
  questions: readonly Question[]
  /** The day; null where none is said, or where it is not clear which. */
  day: StudyDay | null
}>

type Dated = FoundMoment & Readonly<{ date: FoundDate }>

/** The day that a line names. Past days only; what may be several days is asked. */
export function readDates(head: string, moments: readonly FoundMoment[], now: Now): DateReading {
  const dated = moments.flatMap((moment) => (moment.date ? [{ ...moment, date: moment.date }] : []))
  const chips: Chip[] = []
  const unknown: Unknown[] = []
  const questions: Question[] = []
  let day: StudyDay | null = null
  for (const moment of dated) {
    const piece = pieceOfMoment(moment)
    const judged = judge(moment, dated, head, now)
    if ('wrong' in judged) unknown.push({ ...piece, message: judged.wrong })
    else if ('question' in judged) questions.push(questionOf(piece, judged, now))
    else if (day !== null && day !== judged.day)
      unknown.push({ ...piece, message: `${quoted(piece.text)} is a second date. Leave one out.` })
    else {
      day = judged.day
      // What is a date and a time, or a part of a day, in one ("3 hours ago") is shown once, by the rules of times.
      if (!moment.time && !moment.part)
        chips.push({ ...piece, kind: 'date', label: dayLabel(day, now), value: day })
    }
  }
  return { chips, unknown, questions, day }
}

/** The piece alone, without what was found in it. */
export function pieceOfMoment({ start, end, text }: FoundMoment): Piece {
  return { start, end, text }
}

function questionOf(
  piece: Piece,
  { question, days }: Readonly<{ question: string; days: readonly StudyDay[] }>,
  now: Now,
): Question {
  return {
    ...piece,
    message: question,
    choices: days.map((day) => ({ label: dayLabel(day, now), replacement: day })),
  }
}

function judge(moment: Dated, all: readonly Dated[], head: string, now: Now): Judged {
  const { date, text } = moment
  if (date.says === 'numeric') return numeric(text, now)
  if (date.says === 'vague') return { wrong: `${quoted(text)} names no single day. Name one.` }
  if (date.day === null) return noDay(text)
  switch (date.says) {
    case 'nearby':
      return nearby(text, date.day, now)
    case 'yearless':
      return yearless(text, date.day, now)
    case 'weekday':
      return weekday(moment, date.day, { all, head, now })
    case 'day':
      return past(date.day, now)
  }
}

function past(day: StudyDay, now: Now): Judged {
  return isBefore(now.date, day)
    ? { wrong: `${dayLabel(day, now)} is in the future. Log a session once it has begun.` }
    : { day }
}

/** After midnight, while the study day before still runs, "yesterday" is one day to the clock and another to the app. */
function nearby(text: string, day: StudyDay, now: Now): Judged {
  const shift = daysBetween(now.studyDay, now.date)
  if (shift === 0) return past(day, now)
  return {
    question: `It is after midnight, so ${quoted(text)} can be two days.`,
    days: [addDays(day, -shift), day],
  }
}

/** The latest such day that has come: of this year, or of the last half year; one further back is asked. */
function yearless(text: string, found: StudyDay, now: Now): Judged {
  const year = Number(now.date.slice(0, 4))
  const [latest] = [year, year - 1, year - 2, year - 3, year - 4]
    .map((candidate) => `${String(candidate).padStart(4, '0')}${found.slice(4)}`)
    .filter(isStudyDay)
    .filter((day) => !isBefore(now.date, day))
  if (latest === undefined) return noDay(text)
  const isNear = latest.slice(0, 4) === now.date.slice(0, 4) || daysBetween(latest, now.date) <= 183
  return isNear
    ? { day: latest }
    : {
        question: `${quoted(text)} of this year is in the future. Log a session once it has begun.`,
        days: [latest],
      }
}

/** Day and month as two numbers: the order is taken where only one makes a day, and asked where both do. */
function numeric(text: string, now: Now): Judged {
  const [first = '', second = '', yearText] = text.split(/[/.-]/)
  const century = now.date.slice(0, 2)
  const year = yearText?.length === 2 ? `${century}${yearText}` : yearText
  const twoDigits = (digits: string) => digits.padStart(2, '0')
  const readings = [
    `${twoDigits(second)}-${twoDigits(first)}`,
    `${twoDigits(first)}-${twoDigits(second)}`,
  ].flatMap((monthAndDay): Judged[] => {
    // A leap year stands in for the year that is not said: 29 February is looked for in the years before.
    const day = `${year ?? '2024'}-${monthAndDay}`
    if (!isStudyDay(day)) return []
    return [year === undefined ? yearless(text, day, now) : past(day, now)]
  })
  const [only = noDay(text), other] = readings
  if (other === undefined || first === second) return only
  const days = readings.flatMap((reading) =>
    'day' in reading ? [reading.day] : 'days' in reading ? reading.days : [],
  )
  if (days.length === 0) return only
  return { question: `${quoted(text)} can be two days, by the order of day and month.`, days }
}

function noDay(text: string): Judged {
  return { wrong: `${quoted(text)} is no day of the calendar.` }
}

/** A weekday alone is the latest one that has come; on that same weekday it may be today or a week ago. */
function weekday(
  moment: Dated,
  nearest: StudyDay,
  { all, head, now }: Readonly<{ all: readonly Dated[]; head: string; now: Now }>,
): Judged {
  const { text } = moment
  const partner = all.find(
    (other) => other.date.says !== 'weekday' && isBeside(head, moment, other),
  )
  if (partner) {
    const judged = judge(partner, all, head, now)
    if (!('day' in judged))
      return { wrong: `Make ${quoted(partner.text)} clear first, or leave ${quoted(text)} out.` }
    if (weekdayOf(judged.day) === weekdayOf(nearest)) return judged
    const named = formatWeekday(nearest)
    return { wrong: `${dayLabel(judged.day, now)} is not a ${named}. Leave one of them out.` }
  }
  if (/\b(?:this|next|last|past)\b/i.test(text)) return past(nearest, now)
  const back = (7 + weekdayOf(now.date) - weekdayOf(nearest)) % 7
  if (back > 0) return { day: addDays(now.date, -back) }
  return {
    question: `${quoted(text)} can be today or a week ago.`,
    days: [now.date, addDays(now.date, -7)],
  }
}
