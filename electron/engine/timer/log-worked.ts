import type { Count, Session } from '#contract/sessions.ts'
import type { Seconds } from '#contract/units.ts'
import { formatDuration, MAX_SESSION_SECONDS } from '#domain/duration.ts'
import { clockWasSetBack, workedSeconds } from '#domain/timer.ts'
import type { WriteContext } from '../handlers.ts'
import { wallClockNow, wallClockOfInstant } from '../local-time.ts'
import { requireProfile } from '../profile/store.ts'
import { refuse } from '../refusal.ts'
import { saveRow } from '../sessions/save.ts'
import { durationOf, mergedCounts } from '../sessions/typed.ts'
import { instantAt } from './instants.ts'
import { addEvent, findTimer, type StoredTimer } from './store.ts'
import { nowOf, openAway } from './view.ts'

/** What is known of a session beside the timer itself. */
type Worked = Readonly<{
  durationS: Seconds
  note: string
  counts: readonly Count[]
  acceptOverlap: boolean
}>

/**
 * Logs what a timer worked as one session that starts when the timer did and lasts as long as was worked. A session is
 * a start and a length; pauses stand in the timer's events and not in sessions, for a morning with five short pauses
 * is one session to the person who sat there, and six rows would say less. So its end may lie before the moment of
 * stopping, and it may be asked about an overlap with what was logged in a pause.
 */
export function logWorked(
  context: WriteContext,
  timer: StoredTimer,
  { durationS, note, counts, acceptOverlap }: Worked,
): Readonly<{ session: Session; overlaps: Session[] }> {
  const { playbook, category } = timer.subject
  const { dayStartsAt } = requireProfile(context.db)
  // The wall clock that the person saw on starting: the session counts on the study day of that moment.
  const start = wallClockNow(
    { nowMs: () => timer.startedAt * 1000, timeZone: () => timer.timeZone },
    dayStartsAt,
  )
  const row = {
    id: context.newId(),
    playbook,
    category,
    study_day: start.studyDay,
    started_at: start.startedAt,
    time_zone: start.timeZone,
    duration_s: durationS,
    note,
  }
  return saveRow(context, row, mergedCounts([...counts]), acceptOverlap)
}

/** Refuses what cannot be a session: less than a second, or more than 24 h, which nobody works in one go. */
export function requireLoggable(context: WriteContext, timer: StoredTimer, worked: Seconds): void {
  if (worked < 1)
    refuse({
      code: 'conflict',
      message: clockWasSetBack(timer.events, nowOf(context))
        ? 'The computer’s clock was set back while the timer ran, so that nothing is left to log.'
        : 'The timer has worked less than a second, so there is nothing to log.',
      hint: 'Discard it, or let it run on.',
    })
  if (worked > MAX_SESSION_SECONDS)
    refuse({
      code: 'conflict',
      message: `The timer shows ${formatDuration(worked)}, and a session can last 24 h at most.`,
      hint: 'Stop it and say how long you really worked, or take out the time you were away.',
    })
}

/** Answers for what is still open by the one answer given; refuses with the field `away` where there is none. */
export function settleAway(
  context: WriteContext,
  timer: StoredTimer,
  answer: 'keep' | 'subtract' | undefined,
): StoredTimer {
  let settled = timer
  for (const { start, end } of openAway(context, timer)) {
    if (answer === undefined)
      return refuse({
        code: 'conflict',
        field: 'away',
        message: `Nobody was seen at the computer ${spanOf(context, start, end)}.`,
        hint: 'Say whether that time counts: keep it or subtract it.',
      })
    addEvent(context.db, settled, answer, nowOf(context), {
      from: instantAt(start),
      to: instantAt(end),
    })
    settled = findTimer(context.db) ?? timer
  }
  return settled
}

function spanOf({ clock }: WriteContext, start: number, end: number): string {
  const zone = clock.timeZone()
  const from = wallClockOfInstant(instantAt(start), zone)
  const to = wallClockOfInstant(instantAt(end), zone)
  const until = from.date === to.date ? to.time : `${to.date} ${to.time}`
  return `from ${from.date} ${from.time} to ${until}`
}

/** How long was worked, as the timer shows it or as the person says; more than it shows is refused. */
export function workedOf(
  context: WriteContext,
  timer: StoredTimer,
  typed: string | undefined,
): Seconds {
  const shown = workedSeconds(timer.events, nowOf(context))
  if (typed === undefined) {
    requireLoggable(context, timer, shown)
    return shown
  }
  const worked = durationOf(typed, 'worked')
  if (worked > shown)
    refuse({
      code: 'invalid-input',
      field: 'worked',
      message: `The timer shows only ${formatDuration(shown)}.`,
      hint: 'Stop it as it is, and log what is missing as a session of its own.',
    })
  return worked
}
