import type { OutputOf } from '#contract/index.ts'
import type { RowStatus, TransferMapping } from '#contract/transfer.ts'
import { formatDay } from '#domain/readable.ts'
import { refuse } from '../../refusal.ts'
import { readable, writable } from '../../store/database.ts'
import type { Bench, FileTasks } from '../bench.ts'
import { keepStaged } from '../kept-preview.ts'
import { writeAsOneStep } from '../one-step.ts'
import { stagedOverlaps } from '../overlaps.ts'
import type { Plan } from '../plan.ts'
import { rowId } from '../row-id.ts'
import { hasStagedTwice, previewPage, stagedCounts, stagedSeconds } from '../staging.ts'
import { findRecord, writeMapping, writeRecord } from '../store.ts'
import type { TaskOf } from '../tasks.ts'
import { inspectTable } from './inspect.ts'
import { openTable } from './rows.ts'
import { stageTable, type Reading } from './stage.ts'
import { exportCsv } from './write.ts'
import { writeStaged } from './write-staged.ts'

const mostRejected = 100

/** Tables as text: those of other programs, and our own list of sessions. */
export const csvTasks: FileTasks = {
  async inspect(task, bench) {
    const plan = requirePlan(task.plan)
    const before = importedBefore(task, bench)
    return { value: await inspectTable(task.file, plan, before, bench), change: null }
  },

  async preview(task, bench) {
    const { mapping, show, offset, limit } = task.input
    const db = writable(bench.connection)
    const reading = await openReading(task, mapping, bench)
    const { questions, names, nameRows } = await stageTable(db, reading, bench.work)
    keepStaged(bench.connection, task.keepAt)
    const counts = stagedCounts(db)
    const value = {
      ready: questions.length === 0,
      questions: [...questions],
      categories: Array.from(nameRows, ([name, rows]) => ({
        value: name,
        rows,
        category: names.get(name) ?? null,
        known: names.get(name) !== undefined,
      })),
      counts,
      sessions: counts.new,
      seconds: stagedSeconds(db),
      overlaps: stagedOverlaps(db),
      importedBefore: importedBefore(task, bench),
      total: show === undefined ? counts.rows : counts[show],
      rows: previewPage(db, show, offset, limit),
    }
    return { value, change: null }
  },

  async import(task, bench) {
    const { mapping, existing } = task.input
    const db = writable(bench.connection)
    const reading = await openReading(task, mapping, bench)
    const [question] = (await stageTable(db, reading, bench.work)).questions
    if (question)
      refuse({
        code: 'invalid-input',
        field: `mapping.${question.kind}`,
        message: question.message,
      })
    const counts = stagedCounts(db)
    const value = {
      counts,
      sessions: counts.new,
      rejected: previewPage(db, 'rejected', 0, mostRejected).map(({ place, reason }) => ({
        place,
        reason: reason ?? '',
      })),
      overlaps: stagedOverlaps(db),
      importedBefore: importedBefore(task, bench),
    }
    const statuses: RowStatus[] = existing === 'replace' ? ['new', 'changed'] : ['new']
    const total = statuses.reduce((sum, status) => sum + counts[status], 0)
    const change = await writeAsOneStep(bench, task.changes, () => {
      requireUnchanged(bench)
      return {
        sessions: counts.new,
        write() {
          if (total === 0) return
          writeStaged(db, statuses, total, bench)
          writeMapping(db, reading.table.headings, reading.plan.level, reading.mapping, bench.now)
          writeRecord(db, {
            id: rowId(Date.parse(bench.now), task.file.id),
            importedAt: bench.now,
            fileName: task.file.name,
            fileHash: task.file.hash,
            sessions: counts.new,
          })
        },
      }
    })
    return { value, change }
  },

  async export({ input, playbooks }, { connection, now, timeZone, zones, work }) {
    const nameOf = (playbook: string, category: string) =>
      playbooks.get(playbook)?.find(({ slug }) => slug === category)?.name ?? category
    // One transaction, so that all that is read is of one moment.
    const exported = connection.transaction(() =>
      exportCsv(readable(connection), nameOf, zones, input.bom, work),
    )()
    const { date } = zones.wallOf(now, timeZone)
    return { value: { fileName: `loopready-sessions-${date}.csv`, ...exported }, change: null }
  },
}

/** Refuses with `no-profile` before the first run: a table alone does not say what its time counts for. */
function requirePlan(plan: Plan | null): Plan {
  return (
    plan ??
    refuse({
      code: 'no-profile',
      message: 'There is no profile yet, so the rows of a table have no plan to count in.',
      hint: 'Choose a target level first, or import a JSON export, which brings its own.',
    })
  )
}

/** A table with the mapping to read it by. Refuses a call without one. */
async function openReading(
  { file, plan }: TaskOf<'preview'> | TaskOf<'import'>,
  mapping: TransferMapping | undefined,
  { zones, now, timeZone, work }: Bench,
): Promise<Reading> {
  const table = await openTable(file.path, work.checkCancel)
  if (!mapping)
    refuse({
      code: 'invalid-input',
      field: 'mapping',
      message: 'Say what the columns of the file are.',
    })
  return { table, mapping, plan: requirePlan(plan), zones, now, timeZone }
}

/** When these very bytes were imported before, in words too. */
function importedBefore(
  { file }: TaskOf<'inspect'> | TaskOf<'preview'> | TaskOf<'import'>,
  bench: Bench,
): OutputOf<'transfer.preview'>['importedBefore'] {
  const record = findRecord(readable(bench.connection), file.hash)
  if (!record) return null
  const { date } = bench.zones.wallOf(record.importedAt, bench.timeZone)
  const sessions = record.sessions === 1 ? '1 session' : `${record.sessions} sessions`
  return {
    at: record.importedAt,
    rows: record.sessions,
    message: `This file was imported on ${formatDay(date)}: ${sessions}.`,
  }
}

/** Between looking and writing another process may have imported the same. */
function requireUnchanged({ connection }: Bench): void {
  if (hasStagedTwice(readable(connection)))
    refuse({
      code: 'conflict',
      message: 'Sessions of this file were added elsewhere in the meantime; nothing was imported.',
      hint: 'Look at the preview again.',
    })
}
