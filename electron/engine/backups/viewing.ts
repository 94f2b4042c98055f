import { rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Backup } from '#contract/backups.ts'
import { openDatabase } from '../store/open.ts'

/** A backup that is shown in place of the data. */
export type Viewed = Readonly<{ backup: Backup; dataDir: string; connection: Database }>

/** What is looked at instead of the data, for one engine and all its windows. */
export type Viewing = Readonly<{
  now(): Viewed | null
  /** Shows a backup by an open copy of it, which is this one's from then on. */
  start(backup: Backup, copy: string): void
  /** Shows the data again. */
  stop(): void
}>

/** Begins with the data itself. */
export function createViewing(): Viewing {
  let viewed: Viewed | null = null
  const stop = () => {
    if (viewed === null) return
    viewed.connection.close()
    rmSync(viewed.dataDir, { recursive: true, force: true })
    viewed = null
  }
  return {
    now: () => viewed,
    start(backup, copy) {
      const connection = openDatabase(copy)
      stop()
      viewed = { backup, dataDir: copy, connection }
    },
    stop,
  }
}
