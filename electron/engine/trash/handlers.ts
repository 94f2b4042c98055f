import { trashDays } from '#contract/trash.ts'
import type { Instant } from '#contract/units.ts'
import type { HandlersFor } from '../handlers.ts'
import { noteStates } from '../checklist/history.ts'
import { planCategories } from '../profile/plan-category.ts'
import { refuse } from '../refusal.ts'
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
      checklistItems: removedItems(context.db),
    }
  },

  'trash.restore': (context, { ids }) => {
    const restored = restoreRows(context.db, ids)
    noteStates(context)
    if (restored === 0) refuse({ code: 'not-found', message: 'This is no longer in the trash.' })
    return { restored }
  },

  'trash.empty': ({ db }) => ({ deleted: deleteTrash(db) }),
}
