import { readable, writable } from '../../store/database.ts'
import type { Bench, FileTasks } from '../bench.ts'
import { keepRows } from '../kept-preview.ts'
import { writeAsOneStep } from '../one-step.ts'
import type { TaskOf } from '../tasks.ts'
import {
  compare,
  comparedCounts,
  comparedRow,
  comparedSeconds,
  newSessions,
  writeCompared,
} from './merge.ts'
import { readJson, type JsonFile } from './read.ts'
import { exportJson } from './write.ts'

const noOverlaps = { rows: 0, examples: [] }

/** Our own format: everything that there is, and back. */
export const jsonTasks: FileTasks = {
  async inspect(task, bench) {
    const { id, name, bytes } = task.file
    const { version, rows } = openJson(task, bench)
    const sections = Array.from(rows, ([section, list]) => ({
      name: section.name,
      rows: list.length,
    }))
    return { value: { kind: 'json', file: id, name, bytes, version, sections }, change: null }
  },

  async preview(task, bench) {
    const { existing, show, offset, limit } = task.input
    const compared = compare(readable(bench.connection), openJson(task, bench), bench.work)
    const rowOf = (row: (typeof compared)[number]) => comparedRow(row, existing, bench.zones)
    keepRows(bench.connection, task.keepAt, compared, rowOf)
    const shown = show === undefined ? compared : compared.filter(({ status }) => status === show)
    const value = {
      ready: true,
      questions: [],
      categories: [],
      counts: comparedCounts(compared),
      sessions: newSessions(compared),
      seconds: comparedSeconds(compared),
      // Whatever overlaps in it was logged so, and accepted.
      overlaps: noOverlaps,
      importedBefore: null,
      total: shown.length,
      rows: shown.slice(offset, offset + limit).map(rowOf),
    }
    return { value, change: null }
  },

  async import(task, bench) {
    const { existing } = task.input
    const db = writable(bench.connection)
    const file = openJson(task, bench)
    let compared: ReturnType<typeof compare> = []
    const change = await writeAsOneStep(bench, task.changes, () => {
      compared = compare(db, file, bench.work)
      return {
        sessions: newSessions(compared),
        write: () => writeCompared(db, compared, existing, bench.work),
      }
    })
    const value = {
      counts: comparedCounts(compared),
      sessions: newSessions(compared),
      rejected: [],
      overlaps: noOverlaps,
      importedBefore: null,
    }
    return { value, change }
  },

  async export(_task, { connection, now, timeZone, zones }) {
    const db = readable(connection)
    // One transaction, so that all that is read is of one moment.
    const value = connection.transaction(() => ({
      fileName: `loopready-${zones.wallOf(now, timeZone).date}.json`,
      bytes: exportJson(db),
      sessions: db.get<{ n: number }>('SELECT count(*) AS n FROM session')?.n ?? 0,
    }))()
    return { value, change: null }
  },
}

/** The file, checked as a whole. */
function openJson(
  { file, playbooks }: TaskOf<'inspect'> | TaskOf<'preview'> | TaskOf<'import'>,
  { zones, work }: Bench,
): JsonFile {
  return readJson(
    file.path,
    { hasPlaybook: (id) => playbooks.has(id), hasZone: (zone) => zones.has(zone) },
    work,
  )
}
