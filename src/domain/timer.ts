import type { Seconds } from '#contract/units.ts'
import type { Interval } from './overlap.ts'
import { lengthOf, within, without } from './stretches.ts'
import { asSeconds } from './units.ts'

/**
 * What happened to one timer, in the order in which it happened. All times are epoch seconds: absolute, so that
 * neither a change of clocks nor of time zone moves them. `subtract` and `keep` answer for a stretch that has passed.
 */
export type TimerEvent = Readonly<
  | { kind: 'start' | 'pause' | 'resume' | 'change' | 'stop' | 'discard'; at: number }
  | { kind: 'subtract' | 'keep'; at: number; from: number; to: number }
>

/** Whether the timer runs once an event has happened; events that are not here leave it as it was. */
const RUNS_AFTER: Readonly<Partial<Record<TimerEvent['kind'], boolean>>> = {
  start: true,
  resume: true,
  pause: false,
  stop: false,
  discard: false,
}

/** Whether a timer runs. */
export function isRunning(events: readonly TimerEvent[]): boolean {
  const kind = events.findLast((event) => event.kind in RUNS_AFTER)?.kind
  return kind !== undefined && RUNS_AFTER[kind] === true
}

/** A stretch in which the timer ran, and the place of the event that began it. */
type Run = Interval & Readonly<{ opener: number; isCut: boolean }>

/**
 * The stretches in which a timer ran, up to now for the one that still does. A clock that was set back makes an end
 * lie before its start: that stretch is then taken as empty, never as negative.
 */
function runsOf(events: readonly TimerEvent[], now: number): readonly Run[] {
  const runs: Run[] = []
  let open: Readonly<{ start: number; opener: number }> | null = null
  for (const [opener, { kind, at }] of [...events, { kind: 'stop' as const, at: now }].entries()) {
    if (RUNS_AFTER[kind] === true) open ??= { start: at, opener }
    else if (RUNS_AFTER[kind] === false && open !== null) {
      runs.push({ ...open, end: Math.max(open.start, at), isCut: at < open.start })
      open = null
    }
  }
  return runs
}

/** The stretches in which a timer ran, in order; the last one reaches to now while it runs. */
export function runningStretches(events: readonly TimerEvent[], now: number): readonly Interval[] {
  return runsOf(events, now).map(({ start, end }) => ({ start, end }))
}

/** The stretches that were answered for by taking them out, or by counting them all the same. */
export function answeredStretches(
  events: readonly TimerEvent[],
  answer: 'subtract' | 'keep',
): readonly Interval[] {
  return events.flatMap((event) =>
    event.kind === answer && 'from' in event ? [{ start: event.from, end: event.to }] : [],
  )
}

/**
 * The time worked, in whole seconds: the sum over the running stretches of what is left of each once the subtracted
 * ones are taken out. Time subtracted twice is taken out once, and time that did not run cannot be taken out.
 */
export function workedSeconds(events: readonly TimerEvent[], now: number): Seconds {
  return workedIn(events, runningStretches(events, now))
}

function workedIn(events: readonly TimerEvent[], stretches: readonly Interval[]): Seconds {
  const taken = answeredStretches(events, 'subtract')
  return asSeconds(stretches.reduce((sum, run) => sum + lengthOf(without(run, taken)), 0))
}

/**
 * Whether a stretch lost time because the clock was set back past its start while it ran. A smaller step back within
 * a stretch leaves no trace and cannot be known.
 */
export function clockWasSetBack(events: readonly TimerEvent[], now: number): boolean {
  return runsOf(events, now).some(({ isCut }) => isCut)
}

/** The part of a stretch from its first running second to its last; null where the timer did not run in it at all. */
export function runningWithin(
  events: readonly TimerEvent[],
  stretch: Interval,
  now: number,
): Interval | null {
  const parts = runningStretches(events, now).flatMap((run) => within(run, stretch) ?? [])
  const [first, last] = [parts.at(0), parts.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}

/**
 * Parts a timer at a stretch in which nobody worked: what was worked before it, and the events of a timer that starts
 * at its end and goes on as this one did. The worked times of both add up to that of the whole without the stretch.
 * Null where the timer did not run within the stretch.
 */
export function splitTimer<Event extends TimerEvent>(
  events: readonly Event[],
  stretch: Interval,
  now: number,
): Readonly<{ before: Seconds; startAt: number; rest: readonly Event[] }> | null {
  const runs = runsOf(events, now)
  const touched = runs.filter((run) => within(run, stretch) !== null)
  const [first, last] = [touched.at(0), touched.at(-1)]
  if (!first || !last) return null
  const earlier = runs.slice(0, runs.indexOf(first))
  return {
    before: workedIn(events, [
      ...earlier,
      { start: first.start, end: Math.max(first.start, stretch.start) },
    ]),
    startAt: Math.min(last.end, stretch.end),
    rest: events.slice(last.opener + 1),
  }
}
