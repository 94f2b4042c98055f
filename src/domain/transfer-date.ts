import type { DateOrder } from '#contract/transfer.ts'
import type { StudyDay } from '#contract/units.ts'
import { asStudyDay, isStudyDay } from './units.ts'

/** A date as written: a day that is certain, or the days that it is by each order in which it can be read. */
export type WrittenDate = Readonly<
  | { kind: 'day'; day: StudyDay }
  | { kind: 'by-order'; days: Readonly<Partial<Record<DateOrder, StudyDay>>> }
  | { kind: 'none' }
>

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * Reads a date. A four-digit year in front or a month in letters settles the order (`2026-08-12`, `2026/8/2`,
 * `20260812`, `12 Aug 2026`, `Aug 12, 2026`). Of `03/04/2026` each order that gives a day of the calendar is kept;
 * nothing is chosen. Two-digit years are those of 2000 to 2099.
 */
export function readDate(text: string): WrittenDate {
  const typed = text.trim()
  if (typed.length > 60) return { kind: 'none' }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
  if (compact) return certain(compact[1], compact[2], compact[3])
  const numbers = /^(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})\.?$/.exec(typed)
  if (numbers) return fromNumbers(numbers[1] ?? '', numbers[3] ?? '', numbers[4] ?? '')
  const words = typed
    .toLowerCase()
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+/, '')
    .split(/[\s,./-]+/)
    .filter((word) => word !== '')
  return words.length === 3 ? fromWords(words) : { kind: 'none' }
}

function fromNumbers(one: string, two: string, three: string): WrittenDate {
  if (one.length === 4) return three.length <= 2 ? certain(one, two, three) : { kind: 'none' }
  if (one.length > 2 || (three.length !== 4 && three.length !== 2)) return { kind: 'none' }
  const days: Partial<Record<DateOrder, StudyDay>> = {}
  const keep = (order: DateOrder, day: StudyDay | null) => {
    if (day !== null) days[order] = day
  }
  keep('mdy', dayOf(three, one, two))
  keep('dmy', dayOf(three, two, one))
  if (three.length === 2) keep('ymd', dayOf(one, two, three))
  return Object.keys(days).length > 0 ? { kind: 'by-order', days } : { kind: 'none' }
}

function fromWords(words: readonly string[]): WrittenDate {
  const place = words.findIndex((word) => /^[a-z]{3,}$/.test(word))
  const month = MONTHS.indexOf((words[place] ?? '').slice(0, 3)) + 1
  const [one = '', two = ''] = words.filter((_, index) => index !== place)
  if (month === 0) return { kind: 'none' }
  if (/^\d{4}$/.test(one)) return certain(one, String(month), digitsOf(two))
  return certain(two, String(month), digitsOf(one))
}

/** `12th` is 12. */
function digitsOf(word: string): string {
  return word.replace(/(st|nd|rd|th)$/, '')
}

function certain(year = '', month = '', day = ''): WrittenDate {
  const found = dayOf(year, month, day)
  return found === null ? { kind: 'none' } : { kind: 'day', day: found }
}

function dayOf(year: string, month: string, day: string): StudyDay | null {
  const text = [year.length === 2 ? `20${year}` : year, month, day]
    .map((digits, index) => digits.padStart(index === 0 ? 4 : 2, '0'))
    .join('-')
  return isStudyDay(text) && !text.startsWith('0000') ? asStudyDay(text) : null
}

/** The day by an order; null when the date cannot be read so. */
export function dayByOrder(date: WrittenDate, order: DateOrder): StudyDay | null {
  if (date.kind === 'day') return date.day
  return date.kind === 'by-order' ? (date.days[order] ?? null) : null
}

/** A date of the file: its line, and how it is written there. */
export type DateExample = Readonly<{ line: number; text: string }>

/** What the dates of a file say about their order so far. */
export type OrderEvidence = Readonly<{
  /** Orders by which every date so far is a day. */
  orders: readonly DateOrder[]
  /** For two orders that give different days somewhere: the first such date. */
  apart: Readonly<Partial<Record<string, DateExample>>>
  /** The first date whose order is not certain. */
  first: DateExample | null
}>

export const NO_EVIDENCE: OrderEvidence = {
  orders: ['ymd', 'mdy', 'dmy'],
  apart: {},
  first: null,
}

/** Adds a date to the evidence. Dates whose order is certain, and what is no date, say nothing. */
export function withDate(
  evidence: OrderEvidence,
  date: WrittenDate,
  example: DateExample,
): OrderEvidence {
  if (date.kind !== 'by-order') return evidence
  const orders = evidence.orders.filter((order) => date.days[order] !== undefined)
  const news = pairsOf(orders).filter(
    ([one, other]) => date.days[one] !== date.days[other] && !evidence.apart[`${one}/${other}`],
  )
  if (orders.length === evidence.orders.length && news.length === 0 && evidence.first)
    return evidence
  const apart = Object.fromEntries(news.map(([one, other]) => [`${one}/${other}`, example]))
  return { orders, apart: { ...evidence.apart, ...apart }, first: evidence.first ?? example }
}

/**
 * The order that the evidence proves: the only one left, or any of those left while they agree on every date. Null
 * when it has to be asked, also where no order fits all dates.
 */
export function provenOrder(evidence: OrderEvidence): DateOrder | null {
  return ambiguousDate(evidence) === null ? (evidence.orders[0] ?? null) : null
}

/** The first date on which the orders that are left do not agree; null when they agree on all. */
export function ambiguousDate({ orders, apart }: OrderEvidence): DateExample | null {
  const examples = pairsOf(orders).flatMap(([one, other]) => apart[`${one}/${other}`] ?? [])
  return examples.toSorted((one, other) => one.line - other.line)[0] ?? null
}

function pairsOf(orders: readonly DateOrder[]): readonly (readonly [DateOrder, DateOrder])[] {
  return orders.flatMap((one, index) =>
    orders.slice(index + 1).map((other) => [one, other] as const),
  )
}
