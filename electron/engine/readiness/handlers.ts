import type { HandlersFor } from '../handlers.ts'
import { playbookAsked } from '../plan/status.ts'
import { requireProfile } from '../profile/store.ts'
import { wholeStatusOf } from './status.ts'
import { readinessReading } from './view.ts'

export const readinessHandlers: HandlersFor<'readiness'> & HandlersFor<'next'> = {
  'readiness.get': (context, { level }) => {
    requireProfile(context.db)
    return readinessReading(context, playbookAsked(context, level)).view
  },

  'next.list': (context) => {
    const { pace, next } = wholeStatusOf(context)
    return { daysLeft: pace.daysLeft, steps: next }
  },
}
