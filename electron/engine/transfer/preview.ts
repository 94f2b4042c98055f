import { readable, writable } from '../store/database.ts'
import type { Bench } from './carry-out.ts'
import { stageTable } from './csv/stage.ts'
import { compare, comparedCounts, comparedRow, comparedSeconds, newSessions } from './json/merge.ts'
import { importedBefore, isJson, openJson, openReading } from './open-file.ts'
import { stagedOverlaps } from './overlaps.ts'
import { previewPage, stagedCounts, stagedSeconds } from './staging.ts'
import type { TaskOf, TaskOutput } from './tasks.ts'

/** Says what an import would do, row by row. */
export async function previewFile(
  task: TaskOf<'preview'>,
  bench: Bench,
): Promise<TaskOutput<'preview'>> {
  return isJson(task.file.path) ? previewJson(task, bench) : previewTable(task, bench)
}

async function previewTable(task: TaskOf<'preview'>, bench: Bench): Promise<TaskOutput<'preview'>> {
  const { mapping, show, offset, limit } = task.input
  const db = writable(bench.connection)
  const reading = await openReading(task, mapping, bench)
  const { questions, names, nameRows } = await stageTable(db, reading, bench.work)
  const counts = stagedCounts(db)
  return {
    ready: questions.length === 0,
    questions: [...questions],
    categories: Array.from(nameRows, ([value, rows]) => ({
      value,
      rows,
      category: names.get(value) ?? null,
      known: names.get(value) !== undefined,
    })),
    counts,
    sessions: counts.new,
    seconds: stagedSeconds(db),
    overlaps: stagedOverlaps(db),
    importedBefore: importedBefore(task, bench),
    total: show === undefined ? counts.rows : counts[show],
    rows: previewPage(db, show, offset, limit),
  }
}

function previewJson(task: TaskOf<'preview'>, bench: Bench): TaskOutput<'preview'> {
  const { existing, show, offset, limit } = task.input
  const compared = compare(readable(bench.connection), openJson(task, bench), bench.work)
  const shown = show === undefined ? compared : compared.filter(({ status }) => status === show)
  return {
    ready: true,
    questions: [],
    categories: [],
    counts: comparedCounts(compared),
    sessions: newSessions(compared),
    seconds: comparedSeconds(compared),
    overlaps: { rows: 0, examples: [] },
    importedBefore: null,
    total: shown.length,
    rows: shown.slice(offset, offset + limit).map((row) => comparedRow(row, existing, bench.zones)),
  }
}
