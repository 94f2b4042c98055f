import type { Seconds } from '#contract/units.ts'
import type { HandlersFor } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { planCategories } from '../profile/plan-category.ts'
import { parseHandler } from '../quick-add/handlers.ts'
import { refuse } from '../refusal.ts'
import { moveToTrash } from '../trash/move.ts'
import { conditionsOf } from './filter.ts'
import { changeHandler, duplicateHandler, mergeHandler, splitHandler } from './reshape.ts'
import { gone, requireRow, save, sessionOf } from './save.ts'
import { highlighted } from './search.ts'
import { listRows, rowsEnding, sessionsOf } from './store.ts'
import { sumsByDay } from './sums.ts'

export const sessionHandlers: HandlersFor<'sessions'> = {
  'sessions.parse': parseHandler,

  'sessions.log': (context, input) => save(context, input, undefined),

  'sessions.edit': (context, { id, ...input }) => save(context, input, requireRow(context, id)),

  'sessions.remove': ({ db, clock }, { ids }) => {
    const removed = moveToTrash(db, 'session', ids, wallClockNow(clock, 0).startedAt)
    if (removed === 0) refuse(gone)
    return { removed }
  },

  'sessions.change': changeHandler,
  'sessions.duplicate': duplicateHandler,
  'sessions.split': splitHandler,
  'sessions.merge': mergeHandler,

  'sessions.get': (context, { id }) => sessionOf(context, requireRow(context, id)),

  'sessions.find': (context, { ending, trashed }) =>
    sessionsOf(context.db, rowsEnding(context.db, ending, trashed), planCategories(context)),

  'sessions.outline': (context, { filter }) => {
    const days = sumsByDay(context.db, conditionsOf(context, filter))
    return {
      days,
      sessions: days.reduce((sum, day) => sum + day.sessions, 0),
      seconds: days.reduce((sum, day) => sum + day.seconds, 0) as Seconds,
    }
  },

  'sessions.page': (context, { filter, offset, limit }) => {
    const rows = listRows(context.db, conditionsOf(context, filter), offset, limit)
    const sessions = sessionsOf(context.db, rows, planCategories(context))
    return filter?.text ? highlighted(context.db, sessions, filter.text) : sessions
  },
}
