import type { RowStatus } from '#contract/transfer.ts'
import { addRow, writeRow } from '../../sessions/store.ts'
import type { WritableDb } from '../../store/database.ts'
import type { Bench } from '../bench.ts'
import { stagedSessions } from '../staging.ts'
import { counted } from '../../jobs/work.ts'

const pageSize = 1000

/** Writes the staged sessions of some statuses, in the order of the file. */
export function writeStaged(
  db: WritableDb,
  statuses: readonly RowStatus[],
  total: number,
  { work, now }: Bench,
): void {
  const tell = counted(work, 0.9, 1, total)
  let after = 0
  let done = 0
  for (;;) {
    const page = stagedSessions(db, statuses, after, pageSize)
    if (page.length === 0) return
    for (const { seq, status, session } of page) {
      const { counts, date: _, time: __, ...row } = session
      if (status === 'new') addRow(db, row, counts, now)
      else writeRow(db, row, counts, now)
      tell((done += 1))
      after = seq
    }
  }
}
