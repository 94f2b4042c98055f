import type { Result } from '#contract/errors.ts'
import { complain, valueOf } from './complaint.ts'

/** What verbs that end a timer and log it have in common. */
export const endOptions = {
  away: {
    type: 'text',
    value: 'keep|subtract',
    help: 'Whether time in which a window saw nobody counts.',
  },
  'no-overlap': { type: 'flag', help: 'Refuse a session that overlaps another.' },
} as const

/** The typed answer for time away, as the call takes it. */
export function awayFrom(typed: string | undefined): { away?: 'keep' | 'subtract' } {
  if (typed === undefined) return {}
  return typed === 'keep' || typed === 'subtract'
    ? { away: typed }
    : complain(`--away: "${typed}" is not an answer. Write keep or subtract.`)
}

/** The result without the place of an overlap: these verbs have no --time to correct. */
export function endedError<T>(result: Result<T>): Result<T> {
  if (result.ok || result.error.code !== 'overlap') return result
  const { message } = result.error
  return {
    ok: false,
    error: { code: 'overlap', message, hint: 'Leave out --no-overlap to log it.' },
  }
}

/** The output of a call that ended a timer. */
export function endedValue<T>(result: Result<T>): T {
  return valueOf(endedError(result))
}
