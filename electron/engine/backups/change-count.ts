import Sqlite from 'better-sqlite3'
import type { ReadableDb } from '../store/database.ts'
import { readable } from '../store/database.ts'

/** A number that grows with every change of the data. */
export function changesOf(db: ReadableDb): number {
  return db.get<{ n: number | null }>('SELECT sum(version) AS n FROM noun_version')?.n ?? 0
}

/** The same of a backup that is not encrypted; -1 for one that cannot be read, so that another is made. */
export function changesIn(file: string): number {
  try {
    const connection = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      return changesOf(readable(connection))
    } finally {
      connection.close()
    }
  } catch {
    return -1
  }
}
