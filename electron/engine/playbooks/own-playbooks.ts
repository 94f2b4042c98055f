import type { Database } from 'better-sqlite3'
import { codeOf } from '../refusal.ts'
import { readable, writable, type WritableDb } from '../store/database.ts'
import type { LiveLibrary } from './live-library.ts'
import type { PlaybookLibrary } from './load.ts'
import { adoptFiles, storedTexts, type Texts, writeFiles } from './texts.ts'

/** Keeps the files of own playbooks and their stored texts the same, whichever of the two somebody changes. */
export type OwnPlaybooks = Readonly<{
  /** The library as the files are now. What was edited by hand is stored as soon as something may be written. */
  library(mayWrite: boolean): PlaybookLibrary
  /** Runs what may change stored texts, inside its transaction, and writes the files that follow from it. */
  withFiles<T>(db: WritableDb, work: () => T): T
  /** Writes the files that follow from what a job has stored since `before`. */
  wereStored(before: Texts): void
}>

/** See `OwnPlaybooks`. Takes over at once what was edited while no engine ran. */
export function ownPlaybooks(
  live: LiveLibrary,
  connection: Database,
  folder: string,
): OwnPlaybooks {
  let waits = true
  const adopt = () => {
    try {
      // Files are read inside the transaction: another process writes them inside its own.
      connection.transaction(() => adoptFiles(writable(connection), folder)).immediate()
      waits = false
    } catch (thrown) {
      // Somebody else holds the file; the next call tries again.
      if (!codeOf(thrown).startsWith('SQLITE_BUSY')) throw thrown
    }
  }
  adopt()
  return {
    library(mayWrite) {
      const { isNew } = live.now()
      if (isNew) waits = true
      if (waits && mayWrite) adopt()
      // Adopting may have written files.
      return live.now().library
    },
    withFiles(db, work) {
      const before = storedTexts(db)
      const value = work()
      writeFiles(folder, before, storedTexts(db), 'refuses')
      return value
    },
    wereStored(before) {
      writeFiles(folder, before, storedTexts(readable(connection)), 'keeps')
    },
  }
}
