import type { Database } from 'better-sqlite3'
import { trashDays } from '#contract/trash.ts'
import { countChange } from '../noun-versions.ts'
import { withTheirSounds } from '../rehearsals/sound-files.ts'
import { writable } from '../store/database.ts'
import { forgetVersions } from '../stories/versions.ts'
import { deleteTrash } from './store.ts'

const dayMs = 86_400_000

/**
 * Deletes for good what has been in the trash for longer than 30 days; `nowMs` is how far time has surely passed, null
 * where nobody knows. Called when the engine opens and outside the journal: nobody did it, so nobody undoes it.
 */
export function emptyOldTrash(connection: Database, dataDir: string, nowMs: number | null): void {
  const before = nowMs === null ? null : new Date(nowMs - trashDays * dayMs).toISOString()
  const db = writable(connection)
  connection
    .transaction(() => {
      // Without a moment everything would go.
      if (before !== null) {
        const deleted = withTheirSounds(dataDir, db, () => deleteTrash(db, before))
        if (deleted > 0) countChange(db, ['trash', 'rehearsals'])
      }
      forgetVersions(db)
    })
    .immediate()
}
