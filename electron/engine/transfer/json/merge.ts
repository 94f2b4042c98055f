import type { PreviewRow, RowCounts, RowStatus } from '#contract/transfer.ts'
import { codeOf, refuse } from '../../refusal.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import type { Zones } from '../zone-days.ts'
import { counted, type Work } from '../../jobs/work.ts'
import type { FileRow, Section } from './format.ts'
import type { JsonFile } from './read.ts'

/** A row of a file beside what is here under its key. */
type Compared = Readonly<{
  section: Section
  index: number
  row: FileRow
  status: Extract<RowStatus, 'new' | 'changed' | 'duplicate'>
}>

/** Says of every row of a file whether it is here already: with the same content, with another, or not at all. */
export function compare(db: ReadableDb, { rows }: JsonFile, work: Work): readonly Compared[] {
  const total = [...rows.values()].reduce((sum, list) => sum + list.length, 0)
  const tell = counted(work, 0.6, 0.9, total)
  let done = 0
  return [...rows].flatMap(([section, list]) =>
    list.map((row, index): Compared => {
      tell((done += 1))
      const here = section.find(db, row)
      const isSame = here !== undefined && JSON.stringify(here) === JSON.stringify(row)
      const status = here === undefined ? 'new' : isSame ? 'duplicate' : 'changed'
      return { section, index, row, status }
    }),
  )
}

/** Adds what is not here, and replaces what differs where that is wanted. */
export function writeCompared(
  db: WritableDb,
  compared: readonly Compared[],
  existing: 'keep' | 'replace',
  work: Work,
): void {
  const tell = counted(work, 0.9, 1, compared.length)
  for (const [index, row] of compared.entries()) {
    tell(index)
    const { section, status } = row
    const isReplaced = status === 'changed' && existing === 'replace' && !section.keepsOwn
    if (status === 'new' || isReplaced) writeOne(db, row)
  }
}

/** A row that a constraint of the database refuses is the file's fault, and ends the import. */
function writeOne(db: WritableDb, { section, index, row }: Compared): void {
  try {
    section.write(db, row)
  } catch (thrown) {
    if (!codeOf(thrown).startsWith('SQLITE_CONSTRAINT')) throw thrown
    refuse({
      code: 'invalid-input',
      field: 'file',
      message: `${placeOf(section, index)}: it refers to something that is neither in the file nor here.`,
      hint: 'Nothing was imported.',
    })
  }
}

function placeOf({ isSingle, name }: Section, index: number): string {
  return isSingle ? name : `${name}[${index}]`
}

/** How many sessions that are not in the trash would be added. */
export function newSessions(compared: readonly Compared[]): number {
  return compared.filter(
    ({ section, row, status }) =>
      section.name === 'sessions' && status === 'new' && row['deletedAt'] === null,
  ).length
}

export function comparedCounts(compared: readonly Compared[]): RowCounts {
  const of = (status: RowStatus) => compared.filter((row) => row.status === status).length
  return {
    rows: compared.length,
    new: of('new'),
    changed: of('changed'),
    duplicate: of('duplicate'),
    skipped: 0,
    rejected: 0,
    open: 0,
  }
}

/** The length of the new sessions, in seconds. */
export function comparedSeconds(compared: readonly Compared[]): number {
  return compared
    .filter(({ section, status }) => section.name === 'sessions' && status === 'new')
    .reduce((sum, { row }) => sum + Number(row['deletedAt'] === null ? row['durationS'] : 0), 0)
}

/** A row as a preview shows it. */
export function comparedRow(
  { section, index, row, status }: Compared,
  existing: 'keep' | 'replace',
  zones: Zones,
): PreviewRow {
  const isKept = existing === 'keep' || section.keepsOwn
  return {
    status,
    place: placeOf(section, index),
    reason:
      status === 'duplicate'
        ? 'It is here already.'
        : status === 'changed'
          ? `It is here with other content, which is ${isKept ? 'kept' : 'replaced'}.`
          : null,
    session: section.name === 'sessions' ? shown(row, zones) : null,
  }
}

function shown(row: FileRow, zones: Zones): PreviewRow['session'] {
  const { startedAt, timeZone, durationS, category, note } = row
  // The schema of sessions has let these through.
  const wall = zones.wallOf(startedAt as Parameters<Zones['wallOf']>[0], String(timeZone))
  return {
    date: wall.date,
    time: wall.time.slice(0, 5),
    durationS: Number(durationS),
    category: String(category),
    note: String(note),
  }
}
