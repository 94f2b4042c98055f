import Sqlite, { type Database } from 'better-sqlite3'
import { refuse } from '../refusal.ts'
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

/** Opens a file and looks at all of it. Refuses what is not ours, newer than this app, or damaged. */
export function requireWhole(file: string): void {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    if (Number(connection.pragma('application_id', { simple: true })) !== applicationId)
      refuse({ code: 'storage', message: 'The file is not a backup of Loopready.' })
    if (versionOf(connection) > newestVersion)
      refuse({
        code: 'newer-file',
        message: 'The backup was made by a newer Loopready.',
        hint: 'Update Loopready. The backup was left untouched.',
      })
    const [fault] = faultsOf(connection)
    if (fault !== undefined)
      refuse({
        code: 'storage',
        message: `The backup is damaged (${fault}).`,
        hint: 'Choose another one. Your data was left untouched.',
      })
  } finally {
    connection.close()
  }
}
