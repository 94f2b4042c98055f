import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { BackupDifference } from '#contract/backups.ts'
import type { Noun } from '#contract/call.ts'
import type { Instant } from '#contract/units.ts'
import { installJournal, journaled } from '../history/journal.ts'
import type { Turn } from '../jobs/serve.ts'
import type { Work } from '../jobs/work.ts'
import { countChange } from '../noun-versions.ts'
import { readable, writable } from '../store/database.ts'
import { databaseFile } from '../store/file.ts'
import { openDatabase } from '../store/open.ts'
import { requireWhole } from './check.ts'
import { decryptBackup, isEncryptedFile, type Opening } from './decrypt.ts'
import { compare, takeOver } from './differences.ts'
import { newCopyFolder } from './leftovers.ts'

/**
 * A folder with an open copy of a backup as its data, brought to the newest schema; the backup itself is never written.
 * Refuses a backup that is damaged, newer, or does not open.
 */
export async function copyAsData(
  file: string,
  dataDir: string,
  opening: Opening,
  work: Work,
): Promise<string> {
  const folder = newCopyFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    if (isEncryptedFile(file)) {
      const source = { file, name: path.basename(file) }
      await decryptBackup(dataDir, source, databaseFile(folder), opening, work)
    } else copyFileSync(file, databaseFile(folder))
    // A copy has the rights of its file, which may be write-protected.
    chmodSync(databaseFile(folder), 0o600)
    requireWhole(databaseFile(folder))
    openDatabase(folder).close()
    return folder
  } catch (thrown) {
    rmSync(folder, { recursive: true, force: true })
    throw thrown
  }
}

/** What restoring a backup would change in the data. `copy` is what `copyAsData` made of it. */
export function previewRestore(dataDir: string, copy: string): readonly BackupDifference[] {
  return withBackup(dataDir, copy, (connection) =>
    connection.transaction(() => compare(readable(connection)))(),
  )
}

/** What the restore is to be called in the history, and what it changes. */
type Step = Readonly<{ label: string; now: Instant; changes: readonly Noun[] }>

/** Makes the data what it is in a copy of a backup, in one transaction and one step of the history. */
export async function restoreFrom(
  dataDir: string,
  copy: string,
  { label, now, changes }: Step,
  work: Work,
  turn: Turn,
): Promise<Readonly<{ differences: readonly BackupDifference[]; change: number | null }>> {
  await turn()
  return withBackup(dataDir, copy, (connection) => {
    installJournal(connection)
    const db = writable(connection)
    return connection
      .transaction(() => {
        const differences = compare(db)
        work.progress(0.6)
        const { change } = journaled(db, { label, madeAt: now, mergeKey: null }, () => takeOver(db))
        // Versions are a history of their own: what is here stays, what only the backup has comes back.
        db.run('INSERT OR IGNORE INTO main.story_version SELECT * FROM backup.story_version')
        if (change !== null) countChange(db, changes)
        work.checkCancel()
        return { differences, change }
      })
      .immediate()
  })
}

function withBackup<T>(dataDir: string, copy: string, use: (connection: Database) => T): T {
  const connection = openDatabase(dataDir)
  try {
    connection.prepare('ATTACH ? AS backup').run(databaseFile(copy))
    return use(connection)
  } finally {
    connection.close()
  }
}

/** Lets a copy of a backup be worked with, and removes it afterwards. */
export async function withCopy<T>(
  dataDir: string,
  file: string,
  opening: Opening,
  work: Work,
  use: (copy: string) => T | Promise<T>,
): Promise<T> {
  const copy = await copyAsData(file, dataDir, opening, work)
  try {
    return await use(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
