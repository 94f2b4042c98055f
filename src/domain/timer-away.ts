import type { Interval } from './overlap.ts'
import { within, without } from './stretches.ts'
import { answeredStretches, isRunning, runningStretches, type TimerEvent } from './timer.ts'

/**
 * The stretches of a timer in which nobody was seen for longer than the limit, and which are not answered for yet:
 * nothing in them is counted or taken out without a word from the person.
 *
 * `seen` holds the stretches in which a window saw the person. A running stretch counts as watched from the moment in
 * it that somebody was first seen: before that, and where nobody was seen at all (a timer started and stopped from the
 * terminal), there is nobody to miss. A limit of 0 asks never. Times are epoch seconds, the limit seconds.
 */
export function awayStretches(
  events: readonly TimerEvent[],
  seen: readonly Interval[],
  limitS: number,
  now: number,
): readonly Interval[] {
  if (limitS === 0) return []
  const known = [
    ...seen,
    ...answeredStretches(events, 'keep'),
    ...answeredStretches(events, 'subtract'),
  ]
  return runningStretches(events, now).flatMap((run) => {
    const watchedFrom = Math.min(
      ...seen
        .filter(({ start, end }) => end >= run.start && start <= run.end)
        .map(({ start }) => start),
    )
    const watched = within(run, { start: watchedFrom, end: run.end })
    if (watched === null) return []
    return without(watched, known).filter(({ start, end }) => end - start > limitS)
  })
}

/** What a sign of life changes: the latest seen stretch reaches further, or a new one begins; null: nothing. */
export type Sighting = Readonly<{ extend: Interval } | { begin: Interval }> | null

/**
 * What to keep of a sign of life at a moment. It reaches back to the sign before it while no more than the limit lies
 * between them (a limit of 0: always); after a longer silence, and in another running stretch, it begins anew, so that
 * coming back does not cover up having been away. Nothing is kept for a timer that does not run, or for a moment that
 * is covered already.
 */
export function sighting(
  events: readonly TimerEvent[],
  latest: Interval | null,
  limitS: number,
  at: number,
  now: number,
): Sighting {
  const run = runningStretches(events, now).at(-1)
  if (!run || !isRunning(events)) return null
  const moment = Math.min(Math.max(at, run.start), run.end)
  if (latest === null || latest.end < run.start) return { begin: { start: moment, end: moment } }
  if (moment <= latest.end) return null
  return limitS > 0 && moment - latest.end > limitS
    ? { begin: { start: moment, end: moment } }
    : { extend: { start: latest.start, end: moment } }
}
