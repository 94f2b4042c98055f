import { z } from 'zod'
import { defineCall } from './call.ts'
import { count } from './sessions.ts'
import { clockTime, slug, studyDay } from './units.ts'

/** A stretch of the line as typed: [start, end) in UTF-16 units. No two stretches share a letter. */
const place = { text: z.string(), start: z.int(), end: z.int() }

const quickAddChip = z.strictObject({
  ...place,
  kind: z.enum(['duration', 'category', 'date', 'time', 'count', 'note']),
  /** What it is understood as: "1 h 30 min", "System design", "Yesterday, Mon 23 Nov", "3 medium coding problems". */
  label: z.string(),
  /** The same as unmistakable text that may stand in its place: "1h30", "system-design", "2026-11-23", "at 19:00". */
  value: z.string(),
})

export type QuickAddChip = z.infer<typeof quickAddChip>

export const quickAdd = z.strictObject({
  chips: z.array(quickAddChip).readonly(),
  /** What is not understood, or cannot be: a word of no rule, a date in the future, a second duration. */
  unknown: z.array(z.strictObject({ ...place, message: z.string() })).readonly(),
  /** What can be read in several ways. A choice's `replacement` goes in place of [start, end). */
  ambiguous: z
    .array(
      z.strictObject({
        ...place,
        message: z.string(),
        choices: z.array(z.strictObject({ label: z.string(), replacement: z.string() })).readonly(),
      }),
    )
    .readonly(),
  missing: z.array(z.enum(['duration', 'category'])).readonly(),
  /** What `sessions.log` takes as it is; null while anything is missing, unclear or not understood. */
  session: z
    .strictObject({
      category: slug,
      duration: z.string(),
      date: studyDay.optional(),
      time: clockTime.optional(),
      counts: z.array(count),
      note: z.string(),
    })
    .nullable(),
})
export type QuickAdd = z.infer<typeof quickAdd>

export const quickAddCalls = {
  /**
   * Reads one line such as "90m system design yesterday 7pm 1 design problem: URL shortener" against the categories
   * of the level and the clock; logs nothing. Fails with `no-profile`.
   */
  'sessions.parse': defineCall({
    kind: 'read',
    input: z.strictObject({
      text: z.string().max(20_400, 'Shorten the note to 20,000 characters.'),
    }),
    output: quickAdd,
  }),
}
