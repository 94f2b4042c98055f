import Sqlite, { type Database } from 'better-sqlite3'
import { codeOf, refuse } from '../refusal.ts'
import { versionOf } from '../store/migrate.ts'
import { newestVersion } from '../store/migrations/index.ts'
import { applicationId } from '../store/file.ts'

/** What is wrong with a database, in the words of SQLite, at most a few lines; empty when it is whole. */
export function faultsOf(connection: Database): readonly string[] {
  const found = connection.pragma('integrity_check(5)') as { integrity_check: string }[]
  const faults = found.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  const dangling = connection.pragma('foreign_key_check') as unknown[]
  return dangling.length === 0 ? faults : [...faults, `${dangling.length} dangling references`]
}

/** What is wrong with a data file that may be in use; what keeps it from being read is a fault like any other. */
export function faultsIn(file: string): readonly string[] {
  try {
    const connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    try {
      return faultsOf(connection)
    } finally {
      connection.close()
    }
  } catch (thrown) {
    return [thrown instanceof Error ? thrown.message : String(thrown)]
  }
}

/** Opens a file and looks at all of it. Refuses what is not ours, newer than this app, or damaged. */
export function requireWhole(file: string): void {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    requireOurs(connection)
    const [fault] = faultsOf(connection)
    if (fault !== undefined) refuseDamaged(fault)
  } catch (thrown) {
    if (codeOf(thrown).startsWith('SQLITE_CORRUPT')) refuseDamaged('it cannot be read')
    throw thrown
  } finally {
    connection.close()
  }
}

function requireOurs(connection: Database): void {
  if (ownerOf(connection) !== applicationId)
    refuse({
      code: 'storage',
      message: 'The file is not a backup of Loopready.',
      hint: 'It was left untouched, and so was your data.',
    })
  if (versionOf(connection) > newestVersion)
    refuse({
      code: 'newer-file',
      message: 'The backup was made by a newer Loopready.',
      hint: 'Update Loopready. The backup was left untouched.',
    })
}

/** Whose the file says that it is; null for one that is no database. */
function ownerOf(connection: Database): number | null {
  try {
    return Number(connection.pragma('application_id', { simple: true }))
  } catch (thrown) {
    if (codeOf(thrown).startsWith('SQLITE_NOTADB')) return null
    throw thrown
  }
}

function refuseDamaged(fault: string): never {
  refuse({
    code: 'storage',
    message: `The backup is damaged (${fault}).`,
    hint: 'Choose another one. Your data was left untouched.',
  })
}
