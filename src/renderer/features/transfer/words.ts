import type { OutputOf } from '#contract/index.ts'
import type { DurationUnit, RowStatus, TransferInspection } from '#contract/transfer.ts'
import { formatCount } from '#domain/readable.ts'
import type { Tone } from '../../ui/badge.tsx'

export const rowUnit = { one: 'row', many: 'rows' }
export const sessionUnit = { one: 'session', many: 'sessions' }

/** The states of rows in the order in which they matter, in words and in the tone of their badge. */
export const rowStates: readonly Readonly<{ status: RowStatus; label: string; tone: Tone }>[] = [
  { status: 'new', label: 'New', tone: 'positive' },
  { status: 'changed', label: 'Changed', tone: 'accent' },
  { status: 'duplicate', label: 'Here already', tone: 'neutral' },
  { status: 'skipped', label: 'Left out', tone: 'neutral' },
  { status: 'open', label: 'Open', tone: 'caution' },
  { status: 'rejected', label: 'Rejected', tone: 'negative' },
]

export const unitWords: Readonly<Record<DurationUnit, string>> = {
  hours: 'Hours',
  minutes: 'Minutes',
  seconds: 'Seconds',
  milliseconds: 'Milliseconds',
}

/** What came of an import, as a sentence without its end. `replaced`: whether changed rows were written too. */
export function importedWords(
  { counts, sessions }: OutputOf<'transfer.import'>,
  replaced: boolean,
): string {
  const changed = replaced ? counts.changed : 0
  if (counts.new + changed === 0) return 'Nothing new was in the file'
  const added = sessions > 0 ? formatCount(sessions, sessionUnit) : formatCount(counts.new, rowUnit)
  if (changed === 0) return `Imported ${added}`
  const replacedRows = formatCount(changed, rowUnit)
  return counts.new === 0 ? `Changed ${replacedRows}` : `Imported ${added}, changed ${replacedRows}`
}

/** A size in words: `1.2 MiB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return formatCount(bytes, { one: 'byte', many: 'bytes' })
  const kib = bytes / 1024
  return kib < 1024 ? `${Math.round(kib)} KiB` : `${(kib / 1024).toFixed(1)} MiB`
}

/** The signs between the cells of a row, in words. */
export function separatorWords(
  separator: Extract<TransferInspection, { kind: 'csv' }>['separator'],
): string {
  switch (separator) {
    case ',':
      return 'Commas'
    case ';':
      return 'Semicolons'
    case '\t':
      return 'Tabs'
  }
}

/** The names of the export's sections for people: `milestoneChoices` is "milestone choices". */
export function sectionWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
