import { trashDays } from '#contract/trash.ts'
import type { Instant } from '#contract/units.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { listTrashedMocks } from '../mocks/store.ts'
import { noteStates } from '../checklist/history.ts'
import { planCategories } from '../profile/plan-category.ts'
import { listTrashedQuestions } from '../questions/store.ts'
import { refuse } from '../refusal.ts'
import { rehearsals } from '../rehearsals/handlers.ts'
import { withTheirSounds } from '../rehearsals/sound-files.ts'
import { trashedRehearsals } from '../rehearsals/store.ts'
import { sessionsOf } from '../sessions/store.ts'
import { removedItems } from '../checklist/store.ts'
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
      mocks: listTrashedMocks(context.db),
      questions: listTrashedQuestions(context.db),
      checklistItems: removedItems(context.db),
    }
  },

  'trash.restore': (context, { ids }) => {
    const restored = restoreRows(context.db, ids)
    noteStates(context)
    if (restored === 0) refuse({ code: 'not-found', message: 'This is no longer in the trash.' })
    return { restored }
  },

  // Emptying the trash is meant for good: what was said goes now, and undo brings back no more than its entry.
  'trash.empty': ({ db, home }) => ({
    deleted: withTheirSounds(home.dataDir, db, () => deleteTrash(db)),
  }),
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
