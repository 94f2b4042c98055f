import type { Seconds } from '#contract/units.ts'
import type { Timer } from '#contract/timer.ts'
import { asSeconds, SECONDS_PER_MINUTE } from './units.ts'

/** Where a timer with focus intervals stands. */
export type FocusPhase = Readonly<{
  phase: 'work' | 'break'
  /** To the end of the interval or of the break; 0 once a break has lasted as long as it should. */
  remainingS: Seconds
  /** Work intervals that were finished so far. */
  completedIntervals: number
}>

type Answer = Pick<Timer, 'state' | 'workedS' | 'pausedS' | 'focus'>

/** The time worked by a timer as it was answered, so many seconds after the answer: a paused one stands still. */
export function workedAfter({ state, workedS }: Answer, elapsedS: number): Seconds {
  return asSeconds(workedS + (state === 'running' ? wholeSeconds(elapsedS) : 0))
}

/**
 * Where the focus intervals of a timer stand so many seconds after it was answered; null where it has none.
 *
 * Intervals divide the time worked: floor(worked / interval) are finished, and worked mod interval is the part of the
 * next one. So an interval that is broken off counts to the second and goes on after the pause, and one that is worked
 * through runs into the next. Breaks are pauses: no break is ever counted as work, and none is forced on anybody who
 * goes on working.
 */
export function focusPhase(timer: Answer, elapsedS = 0): FocusPhase | null {
  const { focus, state, pausedS } = timer
  if (focus === null) return null
  const intervalS = focus.workMinutes * SECONDS_PER_MINUTE
  const worked = workedAfter(timer, elapsedS)
  const completedIntervals = Math.floor(worked / intervalS)
  if (state === 'running')
    return {
      phase: 'work',
      remainingS: asSeconds(intervalS - (worked % intervalS)),
      completedIntervals,
    }
  const breakS = focus.breakMinutes * SECONDS_PER_MINUTE
  return {
    phase: 'break',
    remainingS: asSeconds(Math.max(0, breakS - pausedS - wholeSeconds(elapsedS))),
    completedIntervals,
  }
}

function wholeSeconds(elapsedS: number): number {
  return Math.max(0, Math.floor(elapsedS))
}
