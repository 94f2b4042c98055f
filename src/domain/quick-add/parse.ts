import type { Count } from '#contract/sessions.ts'
import type { StudyDay } from '#contract/units.ts'
import { totalCounts } from '../counts.ts'
import { formatDuration } from '../duration.ts'
import { abbreviatedCategories, namedCategories, type Vocabulary } from './categories.ts'
import { bareCounts, numberedCounts } from './counts.ts'
import { readDates } from './dates.ts'
import { durationsWithUnits, withMinutesBehind } from './durations.ts'
import { leftOver } from './left-over.ts'
import { splitNote, withoutTaken, type Span } from './line.ts'
import type { FoundMoment } from './moment.ts'
import { bareNumbers, readNumbers } from './numbers.ts'
import { onlyCategory, onlyDuration } from './only-one.ts'
import type { Chip, ClockMoment, Now, Question, Reading, Unknown } from './reading.ts'
import { readTimes } from './times.ts'

/** What a line is read against. Each part is a pure function or a value of one moment. */
export type QuickAddContext = Readonly<{
  vocabulary: Vocabulary
  now: Now
  nowSeconds: number
  /** The dates and times in a text. */
  momentsIn(text: string): readonly FoundMoment[]
  clockMomentOf(date: StudyDay, time: string): ClockMoment
}>

/** A session as a line says it: what can be logged as it is. */
type QuickAddSession = Readonly<{
  category: string
  duration: string
  date?: StudyDay
  time?: string
  counts: Count[]
  note: string
}>

/** What became of a line, each part with its place in it. No two places share a letter. */
export type QuickAdd = Readonly<{
  chips: readonly Chip[]
  unknown: readonly Unknown[]
  ambiguous: readonly Question[]
  missing: readonly ('duration' | 'category')[]
  /** Null while something is missing, unclear or not understood. */
  session: QuickAddSession | null
}>

/** What stands before the colon is short: a longer text is a note without its colon. */
const LONGEST_HEAD = 300

/**
 * Reads one line such as `90m system design yesterday 7pm 1 design problem: URL shortener`: duration, category, day,
 * time and counts in any order, and everything behind the colon as the note. Nothing is guessed: what can be read in
 * several ways is asked, and a word that no rule reads is said.
 */
export function parseQuickAdd(text: string, context: QuickAddContext): QuickAdd {
  const { head, note } = splitNote(text)
  if (head.length > LONGEST_HEAD) return tooLong(head)
  const { said, duration, category, counts, date, time } = readHead(head, context)
  const { chips, unknown, questions } = withLeftOver(head, together(said))
  const isClear = unknown.length === 0 && questions.length === 0
  return {
    chips: note ? [...chips, { ...note, kind: 'note', label: 'Note', value: note.text }] : chips,
    unknown,
    ambiguous: questions,
    missing: [
      ...(duration === null ? (['duration'] as const) : []),
      ...(category === null ? (['category'] as const) : []),
    ],
    session:
      isClear && duration !== null && category !== null
        ? {
            category,
            duration: formatDuration(duration),
            ...sayWhen(date, time, context.now),
            counts,
            note: note?.text ?? '',
          }
        : null,
  }
}

/**
 * The order matters. What is unmistakable goes first and is out of the way of the rules behind it: the number of a
 * count is no time, the minutes of a duration are no day of a month, and only what nothing else reads may be an
 * abbreviation.
 */
function readHead(head: string, context: QuickAddContext) {
  const { vocabulary, now } = context
  const taken: Span[] = []
  const rest = () => withoutTaken(head, taken)
  const take = <T extends readonly Span[]>(pieces: T): T => {
    taken.push(...pieces)
    return pieces
  }
  const takeAll = <R extends Partial<Reading>>(reading: R): R => {
    const { chips = [], unknown = [], questions = [] } = reading
    taken.push(...chips, ...unknown, ...questions)
    return reading
  }

  const numbered = takeAll(numberedCounts(head))
  const named = takeAll(namedCategories(rest(), vocabulary))
  const withUnits = take(durationsWithUnits(rest()))
  const moments = take(context.momentsIn(rest()))
  const behind = bareNumbers(rest())
  const durations = take(withUnits.map((one) => withMinutesBehind(head, one, behind)))
  const bare = take(bareNumbers(rest()))
  const dates = readDates(head, moments, now)
  const refused = [...dates.unknown, ...dates.questions].map(({ start }) => start)
  const time = { ...context, day: dates.day, isDayOpen: dates.day === null && refused.length > 0 }
  const knownLengths = [...durations, ...moments.filter(({ until }) => until !== null)]
  const numbers = readNumbers(bare, { head, durations: knownLengths, moments, time })
  const clear = moments.filter(({ start }) => !refused.includes(start))
  const times = readTimes([...clear, ...numbers.times].toSorted(inOrder), time)
  const unnumbered = takeAll(bareCounts(rest()))
  const abbreviated = takeAll(abbreviatedCategories(rest(), vocabulary))

  const duration = onlyDuration([...durations, ...numbers.durations].toSorted(inOrder), times.lasts)
  const category = onlyCategory([...named.chips, ...abbreviated.chips].toSorted(inOrder))
  const counts = totalCounts([...numbered.counts, ...unnumbered.counts])
  return {
    said: [
      numbered,
      unnumbered,
      duration,
      category,
      { questions: [...named.questions, ...abbreviated.questions] },
      { unknown: numbers.unknown, questions: numbers.questions },
      dates,
      times,
    ],
    duration: duration.seconds,
    category: category.slug,
    counts: Array.from(counts, ([kind, n]) => ({ kind, n })),
    date: dates.day,
    time: times.time,
  }
}

/** Adds what no rule said anything of, so that no word of a line can be dropped silently. */
function withLeftOver(head: string, reading: Reading): Reading {
  const { chips, unknown, questions } = reading
  const rest = withoutTaken(head, [...chips, ...unknown, ...questions])
  return { ...reading, unknown: [...unknown, ...leftOver(head, rest)].toSorted(inOrder) }
}

/** What several rules say, in the order of the line. */
function together(said: readonly Partial<Reading>[]): Reading {
  return {
    chips: said.flatMap(({ chips = [] }) => chips).toSorted(inOrder),
    unknown: said.flatMap(({ unknown = [] }) => unknown).toSorted(inOrder),
    questions: said.flatMap(({ questions = [] }) => questions).toSorted(inOrder),
  }
}

/** A line without a day and a time says nothing of them, and is logged as of now. */
function sayWhen(day: StudyDay | null, time: string | null, now: Now) {
  const date = day ?? (time === null ? null : now.date)
  return { ...(date === null ? {} : { date }), ...(time === null ? {} : { time }) }
}

function tooLong(head: string): QuickAdd {
  const message = 'This is too long to be read. Put notes after a colon.'
  return {
    chips: [],
    unknown: [{ start: 0, end: head.length, text: head, message }],
    ambiguous: [],
    missing: ['duration', 'category'],
    session: null,
  }
}

function inOrder(one: Span, other: Span): number {
  return one.start - other.start
}
