import { z } from 'zod'
import { defineCall } from './call.ts'
import { playbookId } from './playbooks.ts'
import { count, session } from './sessions.ts'
import { clockTime, instant, recordId, seconds, slug, studyDay } from './units.ts'

const note = z.string().max(20_000, 'Shorten the note to 20,000 characters.')

/** Lengths of the work intervals and the breaks of a timer, in minutes. */
export const focus = z.strictObject({
  workMinutes: z
    .int('Give the minutes as a whole number.')
    .min(1, 'A work interval lasts 1 minute or more.')
    .max(240, 'A work interval lasts 240 minutes at most.'),
  breakMinutes: z
    .int('Give the minutes as a whole number.')
    .min(0, 'A break lasts 0 minutes or more.')
    .max(120, 'A break lasts 120 minutes at most.'),
})
export type Focus = z.infer<typeof focus>

/** A stretch of time from one instant up to another. */
const stretch = z.strictObject({ from: instant, to: instant, seconds })
export type Away = z.infer<typeof stretch>

/** The timer. There is one at most, the same for every window and the terminal. */
export const timer = z.strictObject({
  id: recordId,
  state: z.enum(['running', 'paused']),
  /** The playbook and category it was started in; a switch of level does not move it. */
  playbook: playbookId,
  category: slug,
  /** Where that counts in the current level's plan; null when it is left unmapped. */
  planCategory: slug.nullable(),
  note: z.string(),
  /** Null: no focus intervals. `focusPhase` of the domain says where they stand. */
  focus: focus.nullable(),
  startedAt: instant,
  /** The IANA zone in which it was started; `date` and `time` are the wall clock there. */
  timeZone: z.string(),
  date: studyDay,
  time: clockTime,
  /** What was worked up to `now` of the answer: running time without what was subtracted. */
  workedS: seconds,
  /** How long it has been paused; 0 while it runs. */
  pausedS: seconds,
  /** When a window last saw the person; null where none has. */
  lastSeenAt: instant.nullable(),
  /**
   * The earliest stretch in which nobody was seen for longer than the profile's `idleAfterMinutes`, until it is
   * answered (`timer.away`). `to` moves on until somebody is seen again.
   */
  away: stretch.nullable(),
  /** The computer's clock was set back while it ran, and time was lost by that: look whether the sum is right. */
  clockSetBack: z.boolean(),
})
export type Timer = z.infer<typeof timer>

const view = z.strictObject({ now: instant, timer: timer.nullable() })
/** The timer as of an instant; null when there is none. */
export type TimerView = z.infer<typeof view>

/** What was logged, and sessions that run at the same time: empty unless `acceptOverlap` was given. */
const logged = { session, overlaps: z.array(session) }

const acceptOverlap = z.boolean().default(false)
/** Answers for all stretches away that are still open: count them, or take them out. */
const away = z.enum(['keep', 'subtract']).optional()

export const timerCalls = {
  /** The timer, if there is one. A window counts on from `workedS` by itself. */
  'timer.get': defineCall({ kind: 'read', input: z.strictObject({}), output: view }),
  /**
   * Starts a timer. `focus` left out is the profile's, null none. Fails with `conflict` when there is one already, and
   * `invalid-input` (`category`).
   */
  'timer.start': defineCall({
    kind: 'write',
    changes: ['timer'],
    undo: 'Start timer',
    input: z.strictObject({
      category: slug,
      note: note.default(''),
      focus: focus.nullable().optional(),
    }),
    output: view,
  }),
  /** Fails with `not-found` when there is no timer, `conflict` when it is paused already. */
  'timer.pause': defineCall({
    kind: 'write',
    changes: ['timer'],
    undo: 'Pause timer',
    input: z.strictObject({}),
    output: view,
  }),
  /** Fails with `not-found` when there is no timer, `conflict` when it runs already. */
  'timer.resume': defineCall({
    kind: 'write',
    changes: ['timer'],
    undo: 'Resume timer',
    input: z.strictObject({}),
    output: view,
  }),
  /** Corrects what the timer is for, from its start on; what is left out stays. Fails with `not-found`, `invalid-input`. */
  'timer.change': defineCall({
    kind: 'write',
    changes: ['timer'],
    undo: 'Change timer',
    input: z.strictObject({
      category: slug.optional(),
      note: note.optional(),
      focus: focus.nullable().optional(),
    }),
    output: view,
  }),
  /** Logs what was worked so far, as `timer.stop` does, and starts a timer in another category: one step to undo. */
  'timer.switch': defineCall({
    kind: 'write',
    changes: ['timer', 'sessions', 'plan'],
    undo: 'Switch timer',
    input: z.strictObject({ category: slug, away, acceptOverlap }),
    output: z.strictObject({ ...view.shape, ...logged }),
  }),
  /**
   * Ends the timer and logs one session: it starts when the timer was started and lasts as long as was worked.
   *
   * Fails with `not-found` (no timer); `conflict` where less than a second or more than 24 h was worked, and, with the
   * field `away`, where a stretch away is not answered for; `overlap` unless that was accepted.
   */
  'timer.stop': defineCall({
    kind: 'write',
    changes: ['timer', 'sessions', 'plan'],
    undo: 'Stop timer',
    input: z.strictObject({
      /** In place of the timer's own note. */
      note: note.optional(),
      counts: z.array(count).max(6).default([]),
      away,
      /** How long was really worked, as typed ("1h30"): for a timer that was forgotten. At most what the timer shows. */
      worked: z
        .string()
        .max(40, 'Write a duration such as 90, 1h30, 1:30, 90m or 1.5h.')
        .optional(),
      acceptOverlap,
    }),
    output: z.strictObject(logged),
  }),
  /** Ends the timer and logs nothing. Fails with `not-found`. */
  'timer.discard': defineCall({
    kind: 'write',
    changes: ['timer'],
    undo: 'Discard timer',
    input: z.strictObject({}),
    output: view,
  }),
  /**
   * A sign of life: somebody is at this computer, or was `idleS` seconds ago where the shell knows. A window sends it
   * when it sees a running timer, and every half minute from then on. Nobody is told of it and nothing of it can be
   * undone. Answers with the stretch away that wants an answer now, if any.
   */
  'timer.seen': defineCall({
    kind: 'write',
    changes: [],
    undo: null,
    input: z.strictObject({ idleS: z.int().min(0).default(0) }),
    output: z.strictObject({ away: stretch.nullable() }),
  }),
  /**
   * Answers for a stretch away, the one that `timer.get` names or any other in which the timer ran: `keep` counts it,
   * `subtract` takes it out, `split` logs what was worked before it as a session and goes on with a timer that starts
   * at its end. What of it lies in the future is left out. Fails with `not-found` (no timer), `invalid-input` where
   * the timer did not run in it, and by `split` as `timer.stop` does.
   */
  'timer.away': defineCall({
    kind: 'write',
    changes: ['timer', 'sessions', 'plan'],
    undo: 'Answer for time away',
    input: z.strictObject({
      from: instant,
      to: instant,
      choice: z.enum(['keep', 'subtract', 'split']),
      acceptOverlap,
    }),
    output: z.strictObject({
      ...view.shape,
      /** What `split` logged. */
      session: session.nullable(),
      overlaps: z.array(session),
    }),
  }),
}
