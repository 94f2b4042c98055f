import type { TransferField } from '#contract/transfer.ts'
import { COUNT_KINDS } from './counts.ts'

/**
 * The columns of our own CSV file of sessions, in their order. What is marked `ignore` is for people and follows from
 * the rest. Date and start too follow from the instant and the zone; they count where somebody changed them. A new
 * column is added at the end, so that what reads the file by place goes on working.
 */
export const OWN_COLUMNS: readonly Readonly<{ heading: string; field: TransferField }>[] = [
  { heading: 'Date', field: 'date' },
  { heading: 'Start', field: 'time' },
  { heading: 'Duration', field: 'duration' },
  { heading: 'Hours', field: 'ignore' },
  { heading: 'Category', field: 'category' },
  { heading: 'Category name', field: 'ignore' },
  { heading: 'Playbook', field: 'playbook' },
  ...COUNT_KINDS.map((kind) => ({ heading: kind, field: `count.${kind}` as const })),
  { heading: 'Note', field: 'note' },
  { heading: 'Time zone', field: 'time-zone' },
  { heading: 'Study day', field: 'study-day' },
  { heading: 'Started at (UTC)', field: 'started-at' },
  { heading: 'ID', field: 'id' },
]

/** A duration as `h:mm:ss`, as our CSV file has it: exact, and understood by spreadsheets. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
