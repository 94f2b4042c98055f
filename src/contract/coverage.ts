import { z } from 'zod'
import { defineCall } from './call.ts'
import { storyStatus } from './story.ts'
import { recordId, slug } from './units.ts'

const cell = z.strictObject({
  story: recordId,
  /** As the story's primary principle, or as one of the secondary ones. */
  as: z.enum(['primary', 'secondary']),
  /** How far it carries, 0 to 1: see `cellStrength` of the domain. */
  strength: z.number(),
})
export type CoverageCell = z.infer<typeof cell>

const row = z.strictObject({
  principle: slug,
  name: z.string(),
  short: z.string(),
  /** How many stories should serve it, and whether that is the person's own figure. */
  minimum: z.int(),
  isOwn: z.boolean(),
  /** Stories that serve it, retired ones left out; of those, how many can be told (ready or rehearsed). */
  stories: z.int(),
  tellable: z.int(),
  /** minimum - stories, 0 at least. */
  missing: z.int(),
  state: z.enum(['gap', 'thin', 'drafts', 'covered']),
  cells: z.array(cell),
})
export type CoverageRow = z.infer<typeof row>

export const coverage = z.strictObject({
  /** The columns: stories that are not retired, the strongest first. */
  stories: z.array(
    z.strictObject({
      id: recordId,
      title: z.string(),
      status: storyStatus,
      /** How many principles it serves. */
      serves: z.int(),
    }),
  ),
  /** The 16 principles: gaps first, then those that are thin, then the rest; each group in the official order. */
  rows: z.array(row),
  /** What hangs on one story alone. */
  single: z.array(
    z.strictObject({
      story: recordId,
      title: z.string(),
      principles: z.array(z.strictObject({ id: slug, name: z.string() })),
      /** "Without “…”, Frugality has nothing." */
      message: z.string(),
    }),
  ),
  totals: z.strictObject({
    /** Sum of the minimums, and of what is there of each, counted up to its minimum. */
    wanted: z.int(),
    there: z.int(),
    covered: z.int(),
    principles: z.int(),
  }),
})
export type Coverage = z.infer<typeof coverage>

export const coverageCalls = {
  /** The matrix of principles and stories. */
  'coverage.get': defineCall({ kind: 'read', input: z.strictObject({}), output: coverage }),
  /** Sets how many stories should serve principles; `minimum` null goes back to the default. */
  'coverage.setMinimums': defineCall({
    kind: 'write',
    changes: ['coverage'],
    undo: 'Change minimum of stories',
    input: z.strictObject({
      minimums: z
        .array(
          z.strictObject({
            principle: slug,
            minimum: z
              .int('Give a whole number of stories.')
              .min(0, 'A minimum cannot be below 0.')
              .max(20, 'A minimum is 20 at most.')
              .nullable(),
          }),
        )
        .min(1)
        .max(16),
    }),
    output: coverage,
  }),
}
