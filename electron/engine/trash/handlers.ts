import { trashDays } from '#contract/trash.ts'
import type { Instant } from '#contract/units.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { planCategories } from '../profile/plan-category.ts'
import { refuse } from '../refusal.ts'
import { rehearsals } from '../rehearsals/handlers.ts'
import { deleteSound } from '../rehearsals/sound-files.ts'
import { recordingIds, trashedRehearsals } from '../rehearsals/store.ts'
import { sessionsOf } from '../sessions/store.ts'
import {
  countTrash,
  deleteTrash,
  listTrash,
  listTrashedEvidence,
  listTrashedStories,
  restoreRows,
} from './store.ts'

export const trashHandlers: HandlersFor<'trash'> = {
  'trash.list': (context, { offset, limit }) => {
    const rows = listTrash(context.db, offset, limit)
    const sessions = sessionsOf(context.db, rows, planCategories(context))
    return {
      total: countTrash(context.db),
      days: trashDays,
      sessions: sessions.map((session, index) => ({
        session,
        deletedAt: rows[index]?.deleted_at ?? ('' as Instant),
      })),
      stories: listTrashedStories(context.db),
      evidence: listTrashedEvidence(context.db),
      rehearsals: listRehearsals(context),
    }
  },

  'trash.restore': ({ db }, { ids }) => {
    const restored = restoreRows(db, ids)
    if (restored === 0) refuse({ code: 'not-found', message: 'This is no longer in the trash.' })
    return { restored }
  },

  'trash.empty': ({ db, home: { dataDir } }) => {
    const before = recordingIds(db)
    const deleted = deleteTrash(db)
    const kept = new Set(recordingIds(db))
    // Emptying the trash is meant for good: what was said goes now, and undo brings back no more than its entry.
    for (const id of before) if (!kept.has(id)) deleteSound(dataDir, id)
    return { deleted }
  },
}

/** Deleted rehearsals, the latest first, with the titles of their stories and when that was. */
function listRehearsals(context: ReadContext) {
  const rows = trashedRehearsals(context.db)
  return rehearsals(context, rows).map((rehearsal, index) => ({
    rehearsal,
    title: rows[index]?.title ?? '',
    deletedAt: rows[index]?.deleted_at ?? ('' as Instant),
  }))
}
