import type { Noun } from '#contract/call.ts'
import { journaled } from '../history/journal.ts'
import { countChange } from '../noun-versions.ts'
import { writable } from '../store/database.ts'
import type { Bench } from './bench.ts'

/** What is to be written, and how many sessions come with it. */
type Prepared = Readonly<{ sessions: number; write: () => void }>

/**
 * Writes in one transaction, as one step that can be undone; whatever is thrown in it rolls all of it back. `prepare`
 * runs inside it: what it reads cannot change before it is written. Returns the change, or null where nothing changed.
 */
export async function writeAsOneStep(
  { connection, now, work, turn }: Bench,
  changes: readonly Noun[],
  prepare: () => Prepared,
): Promise<number | null> {
  work.checkCancel()
  await turn()
  const db = writable(connection)
  return connection
    .transaction(() => {
      const { sessions, write } = prepare()
      const { change } = journaled(
        db,
        { label: labelOf(sessions), madeAt: now, mergeKey: null },
        write,
      )
      if (change !== null) countChange(db, changes)
      // The last moment at which a cancelled import can be given up.
      work.checkCancel()
      return change
    })
    .immediate()
}

function labelOf(sessions: number): string {
  if (sessions === 0) return 'Import data'
  return `Import ${sessions.toLocaleString('en')} ${sessions === 1 ? 'session' : 'sessions'}`
}
