import { runningWithin, isRunning, splitTimer } from '#domain/timer.ts'
import { sighting } from '#domain/timer-away.ts'
import type { HandlersFor, ReadContext, WriteContext } from '../handlers.ts'
import { wallClockOfInstant } from '../local-time.ts'
import { requireProfile } from '../profile/store.ts'
import { refuse } from '../refusal.ts'
import { categoryOf } from '../sessions/typed.ts'
import { instantAt, secondsAt } from './instants.ts'
import { logWorked, requireLoggable, settleAway, workedOf } from './log-worked.ts'
import {
  addEvent,
  beginTimer,
  endTimer,
  findTimer,
  seenStretches,
  writeSighting,
  type StoredTimer,
} from './store.ts'
import { awayOf, idleLimitOf, nowOf, openAway, viewOf } from './view.ts'

export const timerHandlers: HandlersFor<'timer'> = {
  'timer.get': (context) => viewOf(context),

  'timer.start': (context, { category, note, focus }) => {
    const profile = requireProfile(context.db)
    const place = categoryOf(context, profile.level, category, undefined)
    const running = findTimer(context.db)
    if (running) refuse(taken(running))
    const usual =
      profile.focusWorkMinutes > 0
        ? { workMinutes: profile.focusWorkMinutes, breakMinutes: profile.focusBreakMinutes }
        : null
    beginTimer(context.db, context.newId(), nowOf(context), {
      ...place,
      note,
      focus: focus === undefined ? usual : focus,
      timeZone: context.clock.timeZone(),
    })
    return viewOf(context)
  },

  'timer.pause': (context) => {
    const timer = requireTimer(context)
    if (!isRunning(timer.events))
      refuse({ code: 'conflict', message: 'The timer is paused already.', hint: 'Resume it.' })
    addEvent(context.db, timer, 'pause', nowOf(context), {})
    return viewOf(context)
  },

  'timer.resume': (context) => {
    const timer = requireTimer(context)
    if (isRunning(timer.events))
      refuse({
        code: 'conflict',
        message: 'The timer runs already.',
        hint: 'Pause it, or stop it.',
      })
    addEvent(context.db, timer, 'resume', nowOf(context), {})
    return viewOf(context)
  },

  'timer.change': (context, { category, note, focus }) => {
    const timer = requireTimer(context)
    const { level } = requireProfile(context.db)
    const changed = {
      ...(category === undefined ? {} : categoryOf(context, level, category, timer.subject)),
      ...(note === undefined ? {} : { note }),
      ...(focus === undefined ? {} : { focus }),
    }
    const hasChanged =
      JSON.stringify({ ...timer.subject, ...changed }) !== JSON.stringify(timer.subject)
    if (hasChanged) addEvent(context.db, timer, 'change', nowOf(context), changed)
    return viewOf(context)
  },

  'timer.switch': (context, { category, away, acceptOverlap }) => {
    const { level } = requireProfile(context.db)
    const place = categoryOf(context, level, category, undefined)
    const timer = settleAway(context, requireTimer(context), away)
    const logged = logWorked(context, timer, {
      durationS: workedOf(context, timer, undefined),
      note: timer.subject.note,
      counts: [],
      acceptOverlap,
    })
    endTimer(context.db, timer, 'stop', nowOf(context), { session: logged.session.id })
    beginTimer(context.db, context.newId(), nowOf(context), {
      ...place,
      note: '',
      focus: timer.subject.focus,
      timeZone: context.clock.timeZone(),
    })
    return { ...viewOf(context), ...logged }
  },

  'timer.stop': (context, { note, counts, away, worked, acceptOverlap }) => {
    const found = requireTimer(context)
    // Who says how long was worked has answered for the time away as well.
    const timer = worked === undefined ? settleAway(context, found, away) : found
    const logged = logWorked(context, timer, {
      durationS: workedOf(context, timer, worked),
      note: note ?? timer.subject.note,
      counts,
      acceptOverlap,
    })
    endTimer(context.db, timer, 'stop', nowOf(context), { session: logged.session.id })
    return logged
  },

  'timer.discard': (context) => {
    endTimer(context.db, requireTimer(context), 'discard', nowOf(context), {})
    return viewOf(context)
  },

  'timer.seen': (context, { idleS }) => {
    const timer = findTimer(context.db)
    if (!timer) return { away: null }
    const now = nowOf(context)
    const latest = seenStretches(context.db, timer.id).at(-1) ?? null
    const found = sighting(timer.events, latest, idleLimitOf(context), now - idleS, now)
    if (found) writeSighting(context.db, timer.id, found)
    return { away: awayOf(openAway(context, timer)[0]) }
  },

  'timer.away': (context, { from, to, choice, acceptOverlap }) => {
    const timer = requireTimer(context)
    const now = nowOf(context)
    const stretch = runningWithin(
      timer.events,
      { start: secondsAt(from), end: Math.min(now, secondsAt(to)) },
      now,
    )
    if (!stretch)
      return refuse({
        code: 'invalid-input',
        field: 'from',
        message: 'The timer did not run in that time.',
        hint: 'Choose a stretch between its start and now.',
      })
    if (choice === 'split') return split(context, timer, stretch, acceptOverlap)
    addEvent(context.db, timer, choice, now, {
      from: instantAt(stretch.start),
      to: instantAt(stretch.end),
    })
    return { ...viewOf(context), session: null, overlaps: [] }
  },
}

function split(
  context: WriteContext,
  timer: StoredTimer,
  stretch: Readonly<{ start: number; end: number }>,
  acceptOverlap: boolean,
) {
  const now = nowOf(context)
  const parts = splitTimer(timer.events, stretch, now)
  if (!parts) throw new Error('a stretch that ran was not found again')
  requireLoggable(context, timer, parts.before)
  const { note } = timer.subject
  const logged = logWorked(context, timer, {
    durationS: parts.before,
    note,
    counts: [],
    acceptOverlap,
  })
  const id = context.newId()
  endTimer(context.db, timer, 'stop', now, { session: logged.session.id })
  beginTimer(
    context.db,
    id,
    parts.startAt,
    { ...timer.subject, timeZone: timer.timeZone },
    parts.rest,
  )
  carrySightings(context, timer.id, id, parts.startAt)
  return { ...viewOf(context), ...logged }
}

/** Who was seen since is seen by the timer that goes on, too. */
function carrySightings({ db }: WriteContext, from: string, to: string, since: number): void {
  for (const { start, end } of seenStretches(db, from))
    if (end >= since) writeSighting(db, to, { begin: { start: Math.max(start, since), end } })
}

function requireTimer({ db }: Pick<ReadContext, 'db'>): StoredTimer {
  return (
    findTimer(db) ??
    refuse({ code: 'not-found', message: 'There is no timer.', hint: 'Start one first.' })
  )
}

function taken({ events, subject, startedAt, timeZone }: StoredTimer) {
  const { date, time } = wallClockOfInstant(instantAt(startedAt), timeZone)
  return {
    code: 'conflict',
    message: `There is a timer already: ${subject.category}, ${isRunning(events) ? 'running' : 'paused'}, started on ${date} at ${time}.`,
    hint: 'Stop it, switch it to another category, or discard it.',
  } as const
}
