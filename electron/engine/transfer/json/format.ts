import type { z } from 'zod'
import type { ReadableDb, SqlValue, WritableDb } from '../../store/database.ts'

/** A row of a section as it stands in the file: plain JSON, its keys in the order of the schema. */
export type FileRow = Readonly<Record<string, unknown>>

/** What a check beyond the shape may look at. */
export type Surroundings = Readonly<{
  hasPlaybook(id: string): boolean
  hasZone(zone: string): boolean
}>

/** A part of the export: which tables it carries, and how its rows get into the file and back. */
export type Section = Readonly<{
  /** Its key in the file. */
  name: string
  /** The tables whose content it carries. */
  tables: readonly string[]
  /** At most one row: an object or null in the file instead of a list. */
  isSingle: boolean
  /** What is here is never replaced by an import. */
  keepsOwn: boolean
  row: z.ZodType<FileRow>
  /** All rows, in an order that depends on nothing but them. */
  read(db: ReadableDb): FileRow[]
  /** The row under the same key that is here. */
  find(db: ReadableDb, row: FileRow): FileRow | undefined
  write(db: WritableDb, row: FileRow): void
  /** The key of a row, as text: no two rows of a file have the same. */
  keyOf(row: FileRow): string
  /** What is wrong with a row although its shape is right: the key of the field, and why. */
  check(row: FileRow, around: Surroundings): Readonly<{ field: string; message: string }> | null
}>

/** A field of a row: its column, its shape in the file, and how the two are turned into each other. */
export type Field = Readonly<{
  column: string
  schema: z.ZodType
  toFile?(value: SqlValue): unknown
  toColumn?(value: unknown): SqlValue
}>
export type Fields = Readonly<Record<string, Field>>

/** A field that stands in the file as in its column. */
export function plain(column: string, schema: z.ZodType): Field {
  return { column, schema }
}

/** A field that is 0 or 1 in its column. */
export function flag(column: string, schema: z.ZodType): Field {
  return {
    column,
    schema,
    toFile: (value) => value === 1,
    toColumn: (value) => (value === true ? 1 : 0),
  }
}

/** A field that is JSON in its column. */
export function json(column: string, schema: z.ZodType): Field {
  return {
    column,
    schema,
    toFile: (value) => JSON.parse(String(value)) as unknown,
    toColumn: (value) => JSON.stringify(value),
  }
}
