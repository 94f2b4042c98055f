import type { Database } from 'better-sqlite3'
import { installJournal } from '../history/journal.ts'
import { openDatabase } from '../store/open.ts'
import { exportAll } from './export.ts'
import { importFile } from './import.ts'
import { inspectFile } from './inspect.ts'
import { previewFile } from './preview.ts'
import type { Moment, Task } from './tasks.ts'
import type { Work } from './work.ts'
import { instantOf, zonesOfRows, type Zones } from './zone-days.ts'
import type { Instant } from '#contract/units.ts'

/** What came of a task, and the change that it made. */
export type Done = Readonly<{ value: unknown; change: number | null }>

/** What a task works with on its thread. */
export type Bench = Readonly<{
  connection: Database
  now: Instant
  timeZone: string
  zones: Zones
  work: Work
  /** Waits until no `write` call of the engine is under way, and lets none begin until the task is done. */
  turn: () => Promise<void>
}>

/** Carries a task out with a connection of its own, which is closed whatever comes. */
export async function carryOut(
  task: Task,
  dataDir: string,
  moment: Moment,
  work: Work,
  turn: () => Promise<void>,
): Promise<Done> {
  const connection = openDatabase(dataDir)
  try {
    installJournal(connection)
    const { nowMs, timeZone } = moment
    const bench = { connection, now: instantOf(nowMs), timeZone, zones: zonesOfRows(), work, turn }
    switch (task.type) {
      case 'inspect':
        return { value: await inspectFile(task, bench), change: null }
      case 'preview':
        return { value: await previewFile(task, bench), change: null }
      case 'import':
        return await importFile(task, bench)
      case 'export':
        return { value: exportAll(task, bench), change: null }
    }
  } finally {
    connection.close()
  }
}
