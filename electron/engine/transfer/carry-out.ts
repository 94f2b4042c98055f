import { instantOf } from '../local-time.ts'
import { closeSync, openSync, readSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Instant } from '#contract/units.ts'
import { installJournal } from '../history/journal.ts'
import { openDatabase } from '../store/open.ts'
import type { Moment, Task, TaskName, TaskOf, TaskOutput } from './tasks.ts'
import type { Work } from '../jobs/work.ts'
import { zonesOfRows, type Zones } from './zone-days.ts'

/** What came of a task, and the change that it made. */
export type Done<T extends TaskName = TaskName> = Readonly<{
  value: TaskOutput<T>
  change: number | null
}>

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

/** The four things that can be done with a kind of file. */
export type FileTasks = Readonly<{
  [T in TaskName]: (task: TaskOf<T>, bench: Bench) => Promise<Done<T>>
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
    const tasks = await tasksFor(task)
    switch (task.type) {
      case 'inspect':
        return await tasks.inspect(task, bench)
      case 'preview':
        return await tasks.preview(task, bench)
      case 'import':
        return await tasks.import(task, bench)
      case 'export':
        return await tasks.export(task, bench)
    }
  } finally {
    connection.close()
  }
}

/** What is loaded is half of the time that a small task takes, and a table needs no schemas. */
async function tasksFor(task: Task): Promise<FileTasks> {
  const isJson = task.type === 'export' ? task.input.format === 'json' : isJsonFile(task.file.path)
  return isJson
    ? (await import('./json/tasks.ts')).jsonTasks
    : (await import('./csv/tasks.ts')).csvTasks
}

/** Whether a file is JSON, by its first sign that is no white space. Everything else is taken for a table. */
function isJsonFile(path: string): boolean {
  const handle = openSync(path, 'r')
  try {
    const head = Buffer.alloc(256)
    const read = readSync(handle, head)
    return /^\uFEFF?\s*[{[]/.test(head.subarray(0, read).toString('utf8'))
  } finally {
    closeSync(handle)
  }
}
