import type { Database } from 'better-sqlite3'
import { refuse } from '../refusal.ts'
import { migrations as all } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'

/** The schema version that a file has; 0 for a new one. */
export function versionOf(connection: Database): number {
  return Number(connection.pragma('user_version', { simple: true }))
}

/**
 * Brings a file to the newest schema, forward only. Each migration and its version number are one transaction, so
 * a failure leaves the file at the version before. `backup` runs before the first one on a file that holds data.
 * Refuses a file from a newer app (`newer-file`) and leaves it untouched.
 */
export function migrate(
  connection: Database,
  backup: () => void,
  migrations: readonly Migration[] = all,
): void {
  const newest = Math.max(...migrations.map((migration) => migration.version))
  const found = versionOf(connection)
  if (found > newest)
    refuse({
      code: 'newer-file',
      message: `The data file was written by a newer Loopready (schema ${found}; this one knows ${newest}).`,
      hint: 'Update Loopready. The file was left untouched.',
    })
  if (found === newest) return
  if (found > 0) backup()
  for (const migration of migrations) apply(connection, migration)
  const broken = connection.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error('the migrated file has dangling references')
  connection.pragma('optimize')
}

function apply(connection: Database, migration: Migration): void {
  const step = connection.transaction(() => {
    // Read inside the lock: another process may have migrated since.
    if (versionOf(connection) >= migration.version) return
    connection.exec(migration.sql)
    connection.pragma(`user_version = ${migration.version}`)
  })
  step.immediate()
}
