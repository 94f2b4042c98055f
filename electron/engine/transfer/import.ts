import { transferCalls, type RowStatus } from '#contract/transfer.ts'
import { journaled } from '../history/journal.ts'
import { countChange } from '../noun-versions.ts'
import { refuse } from '../refusal.ts'
import { writeRow } from '../sessions/store.ts'
import { writable, type WritableDb } from '../store/database.ts'
import type { Bench, Done } from './carry-out.ts'
import { stageTable } from './csv/stage.ts'
import { compare, comparedCounts, newSessions, writeCompared } from './json/merge.ts'
import { importedBefore, isJson, openJson, openReading } from './open-file.ts'
import { stagedOverlaps } from './overlaps.ts'
import { rowId } from './row-id.ts'
import { hasStagedTwice, previewPage, stagedCounts, stagedSessions } from './staging.ts'
import { writeMapping, writeRecord } from './store.ts'
import type { TaskOf, TaskOutput } from './tasks.ts'
import { counted } from './work.ts'

const mostRejected = 100
const pageSize = 1000

/** Imports a file: everything is read and checked before, and written in one transaction. */
export async function importFile(task: TaskOf<'import'>, bench: Bench): Promise<Done> {
  return isJson(task.file.path) ? importJson(task, bench) : importTable(task, bench)
}

async function importTable(task: TaskOf<'import'>, bench: Bench): Promise<Done> {
  const { mapping, existing } = task.input
  const db = writable(bench.connection)
  const reading = await openReading(task, mapping, bench)
  const [question] = (await stageTable(db, reading, bench.work)).questions
  if (question)
    refuse({ code: 'invalid-input', field: `mapping.${question.kind}`, message: question.message })
  const counts = stagedCounts(db)
  const before = importedBefore(task, bench)
  const written: RowStatus[] = existing === 'replace' ? ['new', 'changed'] : ['new']
  const overlaps = stagedOverlaps(db)
  const rejected = previewPage(db, 'rejected', 0, mostRejected).map(({ place, reason }) => ({
    place,
    reason: reason ?? '',
  }))
  const change = await write(bench, () => {
    const total = counts.new + (existing === 'replace' ? counts.changed : 0)
    requireUnchanged(db)
    return {
      sessions: counts.new,
      write() {
        if (total === 0) return
        writeStaged(db, written, total, bench)
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
  const value: TaskOutput<'import'> = {
    counts,
    sessions: counts.new,
    rejected,
    overlaps,
    importedBefore: before,
  }
  return { value, change }
}

function writeStaged(
  db: WritableDb,
  statuses: readonly RowStatus[],
  total: number,
  { work, now }: Bench,
): void {
  const tell = counted(work, 0.9, 1, total)
  let after = 0
  for (let done = 0; ;) {
    const page = stagedSessions(db, statuses, after, pageSize)
    if (page.length === 0) return
    for (const { seq, session } of page) {
      const { counts, date: _, time: __, ...row } = session
      writeRow(db, row, counts, now)
      tell((done += 1))
      after = seq
    }
  }
}

/** Between looking and writing another process may have imported the same. */
function requireUnchanged(db: WritableDb): void {
  if (hasStagedTwice(db))
    refuse({
      code: 'conflict',
      message: 'Sessions of this file were added elsewhere in the meantime; nothing was imported.',
      hint: 'Look at the preview again.',
    })
}

async function importJson(task: TaskOf<'import'>, bench: Bench): Promise<Done> {
  const { existing } = task.input
  const db = writable(bench.connection)
  const file = openJson(task, bench)
  let compared: ReturnType<typeof compare> = []
  const change = await write(bench, () => {
    compared = compare(db, file, bench.work)
    return {
      sessions: newSessions(compared),
      write: () => writeCompared(db, compared, existing, bench.work),
    }
  })
  const value: TaskOutput<'import'> = {
    counts: comparedCounts(compared),
    sessions: newSessions(compared),
    rejected: [],
    overlaps: { rows: 0, examples: [] },
    importedBefore: null,
  }
  return { value, change }
}

type Prepared = Readonly<{ sessions: number; write: () => void }>

/** Runs a writing in one transaction as one step that can be undone. Whatever it throws rolls all of it back. */
async function write(bench: Bench, prepare: () => Prepared): Promise<number | null> {
  bench.work.checkCancel()
  await bench.turn()
  const db = writable(bench.connection)
  const { changes } = transferCalls['transfer.import']
  return bench.connection
    .transaction(() => {
      const prepared = prepare()
      const { change } = journaled(db, labelOf(prepared.sessions), bench.now, prepared.write)
      if (change !== null) countChange(db, changes)
      // The last moment at which a cancelled import can be given up.
      bench.work.checkCancel()
      return change
    })
    .immediate()
}

function labelOf(sessions: number): string {
  if (sessions === 0) return 'Import data'
  return `Import ${sessions.toLocaleString('en')} ${sessions === 1 ? 'session' : 'sessions'}`
}
