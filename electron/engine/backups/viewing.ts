import { rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Backup } from '#contract/backups.ts'
import { openDatabase } from '../store/open.ts'
import { findBackup } from './folder.ts'
import { copyAsData, dropStaleCopies } from './restore.ts'

/** A backup that is shown in place of the data. */
export type Viewed = Readonly<{ backup: Backup; dataDir: string; connection: Database }>

/** What is looked at instead of the data, for one engine and all its windows. */
export type Viewing = Readonly<{
  now(): Viewed | null
  /** Shows a backup, by a copy of it. Refuses one that is damaged, newer or gone. */
  start(id: string): Backup
  /** Shows the data again. */
  stop(): void
}>

/** Begins with the data itself. Copies that are left over from an engine that did not close are swept away. */
export function viewingOf(dataDir: string): Viewing {
  let viewed: Viewed | null = null
  dropStaleCopies(dataDir)
  const stop = () => {
    if (viewed === null) return
    viewed.connection.close()
    rmSync(viewed.dataDir, { recursive: true, force: true })
    viewed = null
  }
  return {
    now: () => viewed,
    start(id) {
      const { backup, file } = findBackup(dataDir, id)
      const folder = copyAsData(file, dataDir)
      stop()
      viewed = { backup, dataDir: folder, connection: openDatabase(folder) }
      return backup
    },
    stop,
  }
}
