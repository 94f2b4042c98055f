import type { Focus } from '#contract/timer.ts'
import type { FocusPhase } from '#domain/timer-focus.ts'

/** What has just ended, and what to say about it. */
export type FocusTurn = Readonly<{ ended: 'work' | 'break'; title: string; body: string }>

/**
 * What ended between two looks at a timer's focus intervals; null where nothing did. Several intervals that ended
 * unseen, because the page was held up, are one turn.
 */
export function focusTurn(
  before: FocusPhase | null,
  after: FocusPhase | null,
  { breakMinutes }: Focus,
): FocusTurn | null {
  if (before === null || after === null) return null
  if (after.completedIntervals > before.completedIntervals)
    return {
      ended: 'work',
      title: `Focus interval ${after.completedIntervals} is done.`,
      body:
        breakMinutes > 0
          ? `Pause for a break of ${breakMinutes} min, or go on working.`
          : 'The next one has begun.',
    }
  const bothBreak = before.phase === 'break' && after.phase === 'break'
  if (bothBreak && before.remainingS > 0 && after.remainingS === 0)
    return { ended: 'break', title: 'The break is over.', body: 'Resume the timer to go on.' }
  return null
}
