import type { TransferField } from '#contract/transfer.ts'
import { COUNT_KINDS, countUnit } from '#domain/counts.ts'
import type { SelectOption } from '../../ui/select.tsx'

/** What a column can be about, in words; the order is that of the list. */
const words: readonly (readonly [TransferField, string])[] = [
  ['ignore', 'Leave it out'],
  ['date', 'Date, or date and time'],
  ['time', 'Start time'],
  ['end-date', 'End date'],
  ['end-time', 'End time'],
  ['duration', 'Duration'],
  ['category', 'Category'],
  ['note', 'Note'],
  ...COUNT_KINDS.map((kind) => [`count.${kind}`, countedAs(kind)] as const),
]

/** Columns that only a file of our own has. */
const ownWords: readonly (readonly [TransferField, string])[] = [
  ['id', 'ID of Loopready'],
  ['started-at', 'Start in UTC'],
  ['time-zone', 'Time zone'],
  ['study-day', 'Study day'],
  ['playbook', 'Playbook'],
]

function countedAs(kind: (typeof COUNT_KINDS)[number]): string {
  return `Number of ${countUnit(kind).many}`
}

/** The choices for the columns of a file. Those of our own files are offered only where one is in use. */
export function fieldOptions(inUse: readonly TransferField[]): readonly SelectOption[] {
  const own = new Set(ownWords.map(([field]) => field))
  const all = inUse.some((field) => own.has(field)) ? [...words, ...ownWords] : words
  return all.map(([value, label]) => ({ value, label }))
}

const known = new Set(fieldOptions(['id']).map(({ value }) => value))

/** The field of an option that was chosen; what is none leaves the column out. */
export function fieldOf(value: string): TransferField {
  // The options are made of fields, which the select hands back as text.
  return known.has(value) ? (value as TransferField) : 'ignore'
}
