import { closeSync, openSync, readSync } from 'node:fs'
import { installJournal } from '../history/journal.ts'
import type { Work } from '../jobs/work.ts'
import { instantOf } from '../local-time.ts'
import { openDatabase } from '../store/open.ts'
import type { Done, FileTasks } from './bench.ts'
import type { Moment, Task } from './tasks.ts'
import { zonesOfRows } from './zone-days.ts'

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
