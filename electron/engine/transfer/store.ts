import { createHash } from 'node:crypto'
import type { DateOrder, DurationUnit, TransferField, TransferMapping } from '#contract/transfer.ts'
import type { Instant } from '#contract/units.ts'
import { headingSignature } from '#domain/transfer-names.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

/** An import of a table. */
export type ImportRecord = Readonly<{
  id: string
  importedAt: Instant
  fileName: string
  fileHash: string
  sessions: number
}>

/** The latest import of a file with these bytes that is in force. */
export function findRecord(db: ReadableDb, fileHash: string): ImportRecord | undefined {
  return db.get<ImportRecord>(
    `SELECT id, imported_at AS importedAt, file_name AS fileName, file_hash AS fileHash, sessions
     FROM import_record WHERE file_hash = @fileHash ORDER BY imported_at DESC, id DESC LIMIT 1`,
    { fileHash },
  )
}

export function writeRecord(db: WritableDb, record: ImportRecord): void {
  db.run(
    `INSERT INTO import_record (id, imported_at, file_name, file_hash, sessions)
     VALUES (@id, @importedAt, @fileName, @fileHash, @sessions)`,
    record,
  )
}

/** Where a name of another program belongs, in the plan of a playbook. */
type KnownName = Readonly<{ playbook: string; value: string; category: string | null }>

type MappingRow = Readonly<{
  signature: string
  columns: string
  date_order: DateOrder | null
  duration_unit: DurationUnit | null
  time_zone: string | null
  categories: string
}>

/** The key under which the mapping of a file with these headings is kept. */
export function signatureOf(headings: readonly string[]): string {
  return createHash('sha256').update(headingSignature(headings)).digest('hex')
}

/** How a file with these headings was read the last time, with the names of a playbook's plan. */
export function findMapping(
  db: ReadableDb,
  headings: readonly string[],
  playbook: string,
): TransferMapping | undefined {
  const row = db.get<MappingRow>('SELECT * FROM import_mapping WHERE signature = @signature', {
    signature: signatureOf(headings),
  })
  return (
    row && {
      // Written by this file alone.
      columns: JSON.parse(row.columns) as TransferField[],
      dateOrder: row.date_order,
      durationUnit: row.duration_unit,
      timeZone: row.time_zone,
      categories: namesOf(row)
        .filter((name) => name.playbook === playbook)
        .map(({ value, category }) => ({ value, category })),
    }
  )
}

/** Names that were placed in any import before, in the plan of a playbook; of two choices the latest. */
export function knownNames(db: ReadableDb, playbook: string): ReadonlyMap<string, string | null> {
  const rows = db.all<MappingRow>('SELECT * FROM import_mapping ORDER BY used_at, signature')
  const names = rows.flatMap(namesOf).filter((name) => name.playbook === playbook)
  // What has no name was placed for that file alone.
  return new Map(
    names.flatMap(({ value, category }) => (value === '' ? [] : [[value, category] as const])),
  )
}

/** Keeps how a file was read. Names of other playbooks' plans stay as they were. */
export function writeMapping(
  db: WritableDb,
  headings: readonly string[],
  playbook: string,
  mapping: TransferMapping,
  usedAt: Instant,
): void {
  const signature = signatureOf(headings)
  const before = db.get<MappingRow>('SELECT * FROM import_mapping WHERE signature = @signature', {
    signature,
  })
  const others = (before ? namesOf(before) : []).filter((name) => name.playbook !== playbook)
  const own = mapping.categories.map(({ value, category }) => ({ playbook, value, category }))
  db.run(
    `INSERT INTO import_mapping (signature, columns, date_order, duration_unit, time_zone, categories, used_at)
     VALUES (@signature, @columns, @dateOrder, @durationUnit, @timeZone, @categories, @usedAt)
     ON CONFLICT (signature) DO UPDATE SET
       columns = excluded.columns, date_order = excluded.date_order,
       duration_unit = excluded.duration_unit, time_zone = excluded.time_zone,
       categories = excluded.categories, used_at = excluded.used_at`,
    {
      signature,
      columns: JSON.stringify(mapping.columns),
      dateOrder: mapping.dateOrder,
      durationUnit: mapping.durationUnit,
      timeZone: mapping.timeZone,
      categories: JSON.stringify([...others, ...own]),
      usedAt,
    },
  )
}

function namesOf(row: MappingRow): KnownName[] {
  return JSON.parse(row.categories) as KnownName[]
}
