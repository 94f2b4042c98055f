import type { HandlersFor } from '../handlers.ts'
import { requireProfile } from '../profile/store.ts'
import { refuse } from '../refusal.ts'
import { wholeStatusOf } from './status.ts'
import { readinessReading } from './view.ts'
import { requirePlaybook } from '../plan/status.ts'

export const readinessHandlers: HandlersFor<'readiness'> & HandlersFor<'next'> = {
  'readiness.get': (context, { level }) => {
    const { level: own } = requireProfile(context.db)
    const playbook =
      level === undefined || level === own
        ? requirePlaybook(context.library, own)
        : (context.library.get(level) ??
          refuse({
            code: 'not-found',
            field: 'level',
            message: `There is no playbook “${level}”.`,
            hint: `Choose one of ${context.library
              .list()
              .map(({ id }) => id)
              .join(', ')}.`,
          }))
    return readinessReading(context, playbook).view
  },

  'next.list': (context) => {
    const { pace, next } = wholeStatusOf(context)
    return { daysLeft: pace.daysLeft, steps: next }
  },
}
