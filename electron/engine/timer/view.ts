import type { Away, Timer, TimerView } from '#contract/timer.ts'
import type { Interval } from '#domain/overlap.ts'
import { clockWasSetBack, isRunning, workedSeconds } from '#domain/timer.ts'
import { awayStretches } from '#domain/timer-away.ts'
import { asSeconds, SECONDS_PER_MINUTE } from '#domain/units.ts'
import type { ReadContext } from '../handlers.ts'
import { wallClockOfInstant } from '../local-time.ts'
import { planCategories } from '../profile/plan-category.ts'
import { findProfile } from '../profile/store.ts'
import { instantAt } from './instants.ts'
import { findTimer, seenStretches, type StoredTimer } from './store.ts'

/** The call's moment in whole epoch seconds. */
export function nowOf({ clock }: Pick<ReadContext, 'clock'>): number {
  return Math.floor(clock.nowMs() / 1000)
}

/** After how many seconds without a sign of life the person is asked; 0 is never. */
export function idleLimitOf({ db }: Pick<ReadContext, 'db'>): number {
  return (findProfile(db)?.idleAfterMinutes ?? 0) * SECONDS_PER_MINUTE
}

/** The stretches away of a timer that are not answered for, earliest first. */
export function openAway(context: ReadContext, timer: StoredTimer): readonly Interval[] {
  const seen = seenStretches(context.db, timer.id)
  return awayStretches(timer.events, seen, idleLimitOf(context), nowOf(context))
}

/** A stretch in the contract's terms. */
export function awayOf(stretch: Interval | undefined): Away | null {
  return stretch
    ? {
        from: instantAt(stretch.start),
        to: instantAt(stretch.end),
        seconds: asSeconds(stretch.end - stretch.start),
      }
    : null
}

/** What there is now: the answer of most of the timer's calls. */
export function viewOf(context: ReadContext): TimerView {
  const timer = findTimer(context.db)
  return { now: instantAt(nowOf(context)), timer: timer ? timerOf(context, timer) : null }
}

function timerOf(context: ReadContext, timer: StoredTimer): Timer {
  const { events, subject, timeZone } = timer
  const now = nowOf(context)
  const startedAt = instantAt(timer.startedAt)
  const running = isRunning(events)
  const pausedAt = events.findLast(({ kind }) => kind === 'pause')?.at ?? now
  const lastSeen = seenStretches(context.db, timer.id).at(-1)
  return {
    id: timer.id,
    state: running ? 'running' : 'paused',
    ...subject,
    planCategory: planCategories(context)(subject.playbook, subject.category),
    startedAt,
    timeZone,
    ...wallClockOfInstant(startedAt, timeZone),
    workedS: workedSeconds(events, now),
    pausedS: asSeconds(running ? 0 : Math.max(0, now - pausedAt)),
    lastSeenAt: lastSeen ? instantAt(lastSeen.end) : null,
    away: awayOf(openAway(context, timer)[0]),
    clockSetBack: clockWasSetBack(events, now),
  }
}
