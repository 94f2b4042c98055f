import { z } from 'zod'
import { defineCall } from './call.ts'
import { countKind, playbookId } from './playbooks.ts'
import { clockTime, instant, recordId, seconds, slug, studyDay } from './units.ts'

export const count = z.strictObject({
  kind: countKind,
  n: z
    .int('Counts are whole numbers.')
    .min(1, 'A count is 1 or more.')
    .max(10_000, 'A count is 10,000 at most.'),
})
export type Count = z.infer<typeof count>

/** One logged stretch of work. */
export const session = z.strictObject({
  id: recordId,
  /** The playbook and the slug of its category as logged: neither ever changes with the level. */
  playbook: playbookId,
  category: slug,
  /** Where the session counts in the current level's plan; null when it is left unmapped. */
  planCategory: slug.nullable(),
  studyDay,
  startedAt: instant,
  /** The IANA zone in which it was logged; `date` and `time` are the wall clock there. */
  timeZone: z.string(),
  date: studyDay,
  time: clockTime,
  durationS: seconds,
  counts: z.array(count),
  note: z.string(),
  /** Where a search text stands in the note: [start, end) in UTF-16 units. Only in answers to a search. */
  highlights: z.array(z.tuple([z.int(), z.int()])).optional(),
})
export type Session = z.infer<typeof session>

const fields = {
  category: slug,
  /** Local calendar date; without it today. */
  date: z.iso.date('Write the date as YYYY-MM-DD.').optional(),
  /** Local wall-clock time of the start; without it now. */
  time: clockTime.optional(),
  /** As a person types it: "90", "1h30", "1:30", "90m", "1.5h". More than 0, 24 h at most. */
  duration: z.string().max(40, 'Write a duration such as 90, 1h30, 1:30, 90m or 1.5h.'),
  counts: z.array(count).max(6).default([]),
  note: z.string().max(20_000, 'Shorten the note to 20,000 characters.').default(''),
  /** True once the person has seen that the session overlaps another and wants it so. */
  acceptOverlap: z.boolean().default(false),
}
export const sessionInput = z.strictObject(fields)
/** What a person types to log a session, before defaults. */
export type SessionInput = z.input<typeof sessionInput>

/** Which sessions a list shows; what is left out does not narrow it. */
export const sessionFilter = z.strictObject({
  /** Words of the note, each from its beginning; case and accents do not matter. */
  text: z.string().max(200, 'Shorten the search to 200 characters.').optional(),
  /** Slugs of the current plan's categories; null is time without a place in it. */
  categories: z.array(slug.nullable()).max(50).optional(),
  /** Study days, both included. */
  from: studyDay.optional(),
  to: studyDay.optional(),
  /** Sessions in which at least one of these was counted. */
  kinds: z.array(countKind).max(20).optional(),
})
export type SessionFilter = z.input<typeof sessionFilter>

const ids = z.array(recordId).min(1, 'Choose at least one session.').max(10_000)

const saved = z.strictObject({
  session,
  /** Sessions that run at the same time: empty unless `acceptOverlap` was given. */
  overlaps: z.array(session),
})

export const sessionCalls = {
  /**
   * Logs a session. Fails with `invalid-input` (duration of 0 or over 24 h, a start in the future, an unknown
   * category; `field` says which) or `overlap` unless that was accepted.
   */
  'sessions.log': defineCall({
    kind: 'write',
    changes: ['sessions', 'plan'],
    undo: 'Log session',
    input: sessionInput,
    output: saved,
  }),
  /** Replaces everything that was typed for a session; what is left out of date and time stays as it was. */
  'sessions.edit': defineCall({
    kind: 'write',
    changes: ['sessions', 'plan'],
    undo: 'Edit session',
    input: z.strictObject({ id: recordId, ...fields }),
    output: saved,
  }),
  /** Moves sessions to the trash. */
  'sessions.remove': defineCall({
    kind: 'write',
    changes: ['sessions', 'plan'],
    undo: 'Delete session',
    input: z.strictObject({ ids }),
    output: z.strictObject({ removed: z.int() }),
  }),
  /** Changes several sessions at once: their category, or their date by whole days (never into the future). */
  'sessions.change': defineCall({
    kind: 'write',
    changes: ['sessions', 'plan'],
    undo: 'Change sessions',
    input: z.strictObject({
      ids,
      category: slug.optional(),
      moveByDays: z.int().min(-36_500).max(36_500).optional(),
    }),
    output: z.strictObject({ changed: z.int() }),
  }),
  /** Logs the same again, starting now or at the date and time given. */
  'sessions.duplicate': defineCall({
    kind: 'write',
    changes: ['sessions', 'plan'],
    undo: 'Duplicate session',
    input: z.strictObject({
      id: recordId,
      date: fields.date,
      time: fields.time,
      acceptOverlap: fields.acceptOverlap,
    }),
    output: saved,
  }),
  /** Makes two of one: the first lasts as typed, the second begins where it ends. Counts and note stay with the first. */
  'sessions.split': defineCall({
    kind: 'write',
    changes: ['sessions', 'plan'],
    undo: 'Split session',
    input: z.strictObject({ id: recordId, first: fields.duration }),
    output: z.strictObject({ first: session, second: session }),
  }),
  /**
   * Makes one of several: from the earliest start, lasting as long as all together; counts add up, notes follow each
   * other. Their categories must be one, unless one is given.
   */
  'sessions.merge': defineCall({
    kind: 'write',
    changes: ['sessions', 'plan'],
    undo: 'Merge sessions',
    input: z.strictObject({
      ids: z.array(recordId).min(2, 'Choose at least two sessions.').max(100),
      category: slug.optional(),
    }),
    output: z.strictObject({ session }),
  }),
  'sessions.get': defineCall({
    kind: 'read',
    input: z.strictObject({ id: recordId }),
    output: session,
  }),
  /**
   * Sessions whose id ends as given, three at most: what a person types instead of a whole id. `trashed` looks in the
   * trash instead.
   */
  'sessions.find': defineCall({
    kind: 'read',
    input: z.strictObject({
      ending: z
        .string()
        .regex(/^[0-9a-f-]{4,36}$/, 'Name a session by the last 4 or more letters of its id.'),
      trashed: z.boolean().default(false),
    }),
    output: z.array(session),
  }),

  /** The days that have sessions, newest first, with their sums: what a virtual list needs to lay itself out. */
  'sessions.outline': defineCall({
    kind: 'read',
    input: z.strictObject({ filter: sessionFilter.optional() }),
    output: z.strictObject({
      sessions: z.int(),
      seconds,
      days: z.array(z.strictObject({ day: studyDay, sessions: z.int(), seconds })),
    }),
  }),
  /** A stretch of the list, newest first: by study day, then start, then id. */
  'sessions.page': defineCall({
    kind: 'read',
    input: z.strictObject({
      filter: sessionFilter.optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.array(session),
  }),
}
