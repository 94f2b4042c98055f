import type { RowStatus, TransferMapping, TransferQuestion } from '#contract/transfer.ts'
import type { Instant } from '#contract/units.ts'
import { provenOrder } from '#domain/transfer-date.ts'
import { layoutOf, readRow, type Layout, type WrittenRow } from '#domain/transfer-row.ts'
import { refuse } from '../../refusal.ts'
import type { WritableDb } from '../../store/database.ts'
import type { Plan } from '../plan.ts'
import { makeStaging, stageRow } from '../staging.ts'
import { knownNames } from '../store.ts'
import { counted, type Work } from '../../jobs/work.ts'
import type { Zones } from '../zone-days.ts'
import { recogniser } from './known.ts'
import { nameQuestions, placeNames, type Names } from './names.ts'
import { placer } from './place.ts'
import { rowsOf, type Table } from './rows.ts'
import { columnQuestions, orderQuestions, scan, unitQuestions } from './scan.ts'

/** What a table is read with. */
export type Reading = Readonly<{
  table: Table
  mapping: TransferMapping
  plan: Plan
  zones: Zones
  now: Instant
  timeZone: string
}>

/** What came of reading a table; its rows stand in the staging table. */
export type Staged = Readonly<{
  questions: readonly TransferQuestion[]
  names: Names
  nameRows: ReadonlyMap<string, number>
}>

/** The longest note of a file that is not ours, in UTF-16 units: as long as one that is typed. */
const longestNote = 20_000

/**
 * Reads a table twice: once for what only the whole of it says, such as the order of the dates, and once row by row
 * into the staging table, each with what an import would do with it. Writes nothing to the data.
 */
export async function stageTable(db: WritableDb, reading: Reading, work: Work): Promise<Staged> {
  const { table, mapping, plan, zones, now } = reading
  if (mapping.columns.length !== table.headings.length)
    refuse({
      code: 'invalid-input',
      field: 'mapping.columns',
      message: `The mapping is for ${mapping.columns.length} columns, and the file has ${table.headings.length}.`,
    })
  const timeZone = mapping.timeZone ?? reading.timeZone
  if (!zones.has(timeZone))
    refuse({
      code: 'invalid-input',
      field: 'mapping.timeZone',
      message: `There is no time zone “${timeZone}”.`,
      hint: 'Write it as Europe/Berlin.',
    })
  const found = await scan(table, mapping, work)
  if (found.rows === 0)
    refuse({
      code: 'invalid-input',
      field: 'file',
      message: 'The file has headings and no rows.',
    })
  work.progress(0.3)
  const names = placeNames(found.names, mapping, knownNames(db, plan.level), plan)
  const columns = columnQuestions(mapping)
  const questions = [
    ...columns,
    ...orderQuestions(found, mapping),
    ...unitQuestions(found),
    // Without columns for the rest, a name is not worth asking for.
    ...(columns.length > 0 ? [] : nameQuestions(found.names, names, plan)),
  ]
  makeStaging(db)
  // One transaction for all rows; of the data it only reads, so it holds no lock on it.
  db.run('BEGIN')
  const order = mapping.dateOrder ?? provenOrder(found.dates)
  const place = placer({ zones, order, timeZone, dayStartsAt: plan.dayStartsAt, now })
  const recognise = recogniser(db)
  const layout = layoutOf(mapping.columns)
  const tell = counted(work, 0.3, 0.9, found.rows)
  let seq = 0
  for await (const { line, cells } of rowsOf(table, work.checkCancel)) {
    seq += 1
    tell(seq)
    const put = (status: RowStatus, reason: string | null) =>
      stageRow(db, { seq, line, status, reason, session: null })
    if (columns.length > 0) {
      put('open', 'A column has to be chosen first.')
      continue
    }
    const read = readRow(cells, layout, mapping.durationUnit)
    if (!read.ok) {
      put('rejected', read.reason)
      continue
    }
    const { row } = read
    const fault = faultOf(row, layout)
    const target = targetOf(row, names, plan)
    if (fault !== null) put('rejected', fault)
    else if (target.kind === 'rejected') put('rejected', target.reason)
    else if (target.kind === 'skipped') put('skipped', 'Its category is left out.')
    else {
      const placed = place(row)
      if (placed.kind !== 'placed') put(placed.kind, placed.reason)
      else if (target.kind !== 'category') put('open', 'Its category has no place yet.')
      else stageRow(db, { seq, line, ...recognise(row, placed.placed, target) })
    }
  }
  db.run('COMMIT')
  return { questions, names, nameRows: found.names }
}

type Target = Readonly<
  | { kind: 'category'; playbook: string; category: string }
  | { kind: 'open' | 'skipped' }
  | { kind: 'rejected'; reason: string }
>

/** Where a row belongs: where our own file says, or where its name was placed. */
function targetOf(row: WrittenRow, names: Names, plan: Plan): Target {
  if (row.playbook !== '') {
    const known = plan.playbooks.get(row.playbook)
    // Sessions of a playbook that is not here are taken over: the playbook may follow.
    const isThere = known ? known.some(({ slug }) => slug === row.category) : isSlug(row.category)
    return isThere && /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(row.playbook)
      ? { kind: 'category', playbook: row.playbook, category: row.category }
      : { kind: 'rejected', reason: `${row.playbook} has no category “${row.category}”.` }
  }
  const place = names.get(row.category)
  if (place === undefined) return { kind: 'open' }
  if (place === null) return { kind: 'skipped' }
  return { kind: 'category', playbook: plan.level, category: place }
}

function isSlug(text: string): boolean {
  return text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

function faultOf(row: WrittenRow, { isOwn }: Layout): string | null {
  if (!isOwn && row.note.length > longestNote)
    return `Its note has more than ${longestNote.toLocaleString('en')} letters.`
  if (
    row.id !== '' &&
    !/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(row.id)
  )
    return 'Its ID is not one that Loopready wrote.'
  return null
}
