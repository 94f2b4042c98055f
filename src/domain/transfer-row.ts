import type { CountKind } from '#contract/playbooks.ts'
import type { DurationUnit, TransferField } from '#contract/transfer.ts'
import type { Seconds } from '#contract/units.ts'
import { COUNT_KINDS } from './counts.ts'
import { MAX_SESSION_SECONDS } from './duration.ts'
import { unescapeFormula } from './transfer-formula.ts'
import { isBlank } from './transfer-names.ts'
import { readDuration, secondsOf, splitMoment, type WrittenMoment } from './transfer-time.ts'

/** Where the fields stand in a row. */
export type Layout = Readonly<{
  place: Readonly<Partial<Record<TransferField, number>>>
  notes: readonly number[]
  columns: number
  /** A file that we wrote: its texts are exact and its dashes are dashes. */
  isOwn: boolean
}>

/** Works out once where the fields stand. Of a field that is given twice the first place counts; notes all count. */
export function layoutOf(columns: readonly TransferField[]): Layout {
  const place: Partial<Record<TransferField, number>> = {}
  for (const [index, field] of columns.entries()) place[field] ??= index
  return {
    place,
    notes: columns.flatMap((field, index) => (field === 'note' ? [index] : [])),
    columns: columns.length,
    isOwn: place['id'] !== undefined && place['started-at'] !== undefined,
  }
}

/** A row of a file as it is written, checked as far as that can be done without a calendar and a clock. */
export type WrittenRow = Readonly<{
  id: string
  startedAt: string
  timeZone: string
  studyDay: string
  playbook: string
  /** The name in the category column, "" for none. */
  category: string
  note: string
  counts: readonly Readonly<{ kind: CountKind; n: number }>[]
  start: WrittenMoment
  end: WrittenMoment
  /** Null: it follows from start and end. */
  durationS: Seconds | null
  /** The duration is a bare number, and nobody said what it counts. */
  needsUnit: boolean
}>

export type ReadRow = Readonly<{ ok: true; row: WrittenRow } | { ok: false; reason: string }>

/** The longest name of a category that is looked at, in UTF-16 units. */
export const LONGEST_NAME = 500

/** Reads the cells of a row. Says what is wrong with the first cell that cannot be read. */
export function readRow(
  cells: readonly string[],
  layout: Layout,
  unit: DurationUnit | null,
): ReadRow {
  const extra = cells.slice(layout.columns).some((cell) => cell.trim() !== '')
  if (extra || cells.length < layout.columns)
    return wrong(`It has ${cells.length} cells, and there are ${layout.columns} headings.`)
  const cell = (field: TransferField) => cellOf(cells, layout, field)
  const counts = countsOf(cell)
  if (typeof counts === 'string') return wrong(counts)
  const duration = durationOf(cell('duration'), unit)
  if (typeof duration === 'string') return wrong(duration)
  const start = momentOf(cell('date'), cell('time'))
  const end = momentOf(cell('end-date'), cell('end-time'))
  if (typeof start === 'string') return wrong(start)
  if (typeof end === 'string') return wrong(end)
  return {
    ok: true,
    row: {
      id: cell('id').toLowerCase(),
      startedAt: cell('started-at'),
      timeZone: cell('time-zone'),
      studyDay: cell('study-day'),
      playbook: cell('playbook'),
      category: cell('category').slice(0, LONGEST_NAME),
      note: noteOf(cells, layout),
      counts,
      start,
      end,
      ...duration,
    },
  }
}

function wrong(reason: string): ReadRow {
  return { ok: false, reason }
}

/** A cell without the white space around it; "" where it says nothing or there is no such column. */
function cellOf(cells: readonly string[], { place }: Layout, field: TransferField): string {
  const index = place[field]
  const cell = index === undefined ? '' : (cells[index] ?? '')
  return isBlank(cell) ? '' : unescapeFormula(cell).trim()
}

function noteOf(cells: readonly string[], { notes, isOwn }: Layout): string {
  const texts = notes.map((index) => unescapeFormula(cells[index] ?? ''))
  if (isOwn) return texts.join('\n')
  const lines = texts.flatMap((text) => (isBlank(text) ? [] : [text.trim()]))
  return [...new Set(lines)].join('\n')
}

function countsOf(cell: (field: TransferField) => string): WrittenRow['counts'] | string {
  const counts: { kind: CountKind; n: number }[] = []
  for (const kind of COUNT_KINDS) {
    const text = cell(`count.${kind}`)
    if (text === '') continue
    const n = Number(text)
    if (!/^\d{1,9}(\.0+)?$/.test(text)) return `${quoted(text)} is not a whole number of ${kind}.`
    if (n > 0) counts.push({ kind, n })
  }
  return counts
}

function durationOf(
  text: string,
  unit: DurationUnit | null,
): Pick<WrittenRow, 'durationS' | 'needsUnit'> | string {
  if (text === '') return { durationS: null, needsUnit: false }
  const read = readDuration(text)
  if (read.kind === 'wrong') return read.message
  if (read.kind === 'number' && unit === null) return { durationS: null, needsUnit: true }
  const seconds = read.kind === 'seconds' ? read.seconds : secondsOf(read.value, unit ?? 'seconds')
  return lengthFault(seconds) ?? { durationS: seconds, needsUnit: false }
}

/** What is wrong with the length of a session, or null. */
export function lengthFault(seconds: number): string | null {
  if (seconds <= 0) return 'Its duration is 0.'
  return seconds > MAX_SESSION_SECONDS ? 'It lasts over 24 h.' : null
}

function momentOf(dateCell: string, timeCell: string): WrittenMoment | string {
  const fromDate = splitMoment(dateCell)
  const fromTime = splitMoment(timeCell)
  if (fromTime.date !== '' && fromTime.time === '') return `${quoted(timeCell)} is not a time.`
  return {
    date: fromDate.date === '' ? fromTime.date : fromDate.date,
    time: fromTime.time === '' ? fromDate.time : fromTime.time,
    offset: fromTime.time === '' ? fromDate.offset : fromTime.offset,
  }
}

/** A text of a file, short enough for a message. */
export function quoted(text: string): string {
  const letters = Array.from(text)
  return `“${letters.length > 24 ? `${letters.slice(0, 23).join('')}…` : text}”`
}
