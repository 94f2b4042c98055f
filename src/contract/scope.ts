import { z } from 'zod'
import { defineCall } from './call.ts'
import { provenance } from './playbook-level.ts'
import { playbookId } from './playbooks.ts'
import { recordId, slug } from './units.ts'

/** Where something lies among the levels: inside the range of some, below or above all, or in a gap between two. */
export const scopePlace = z.strictObject({
  place: z.enum(['below', 'inside', 'between', 'above']),
  /** The levels that it fits; empty unless `inside`. */
  levels: z.array(playbookId),
  /** The level whose range ends below it, and the one whose range begins above it. */
  under: playbookId.nullable(),
  over: playbookId.nullable(),
})
export type ScopePlace = z.infer<typeof scopePlace>

/** A story of the bank where it stands in a dimension: by a number, or by a rung. */
const plotted = z.strictObject({
  id: recordId,
  title: z.string(),
  value: z.number().nullable(),
  rung: slug.nullable(),
  place: scopePlace.nullable(),
})
export type ScopeStory = z.infer<typeof plotted>

const figure = z.strictObject({
  /** What is measured; the same name means the same thing at every level and in stories. */
  quantity: slug,
  unit: z.string(),
  bands: z.array(
    z.strictObject({ level: playbookId, min: z.number(), max: z.number().nullable() }),
  ),
  /** The person's own; null while it is not said. */
  value: z.number().nullable(),
  place: scopePlace.nullable(),
  stories: z.array(plotted),
})
export type ScopeFigure = z.infer<typeof figure>

const dimension = z.strictObject({
  id: slug,
  name: z.string(),
  /** What each level expects, in words. */
  expectations: z.array(z.strictObject({ level: playbookId, text: z.string(), provenance })),
  figures: z.array(figure),
  /** All rungs, the lowest first, with the levels that name each; empty where the dimension is in numbers. */
  ladder: z.array(z.strictObject({ rung: slug, levels: z.array(playbookId) })),
  rung: slug.nullable(),
  rungPlace: scopePlace.nullable(),
  rungStories: z.array(plotted),
  /** The levels that all that is said of the dimension fits; null while nothing is said. */
  fits: z.array(playbookId).nullable(),
})
export type ScopeDimension = z.infer<typeof dimension>

export const scopeCalls = {
  /**
   * The person's own scope beside the ranges of all levels that describe the same dimensions as the target level.
   * It belongs to the person and not to a level: switching changes nothing. Fails with `no-profile`.
   */
  'scope.get': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      /** The target level. */
      level: playbookId,
      /** The levels compared, the lower one first. */
      levels: z.array(z.strictObject({ id: playbookId, name: z.string() })),
      dimensions: z.array(dimension),
      /**
       * Figures that checklist items name and the scope does not, such as direct reports, which are not the team scope,
       * and impact in dollars, which is no budget. They take no part in `fit`.
       */
      beside: z.array(figure),
      /** Dimensions that fit each level, and how many are said at all. */
      fit: z.array(z.strictObject({ level: playbookId, dimensions: z.int() })),
      said: z.int(),
    }),
  }),
  /** Says a figure of one's scope, or the rung of a dimension; null takes it back. What is left out stays. */
  'scope.save': defineCall({
    kind: 'write',
    changes: ['scope'],
    undo: 'Change own scope',
    input: z.strictObject({
      figures: z
        .array(
          z.strictObject({
            quantity: slug,
            value: z
              .number('Give the figure as a number.')
              .min(0, 'A figure of the scope is 0 at least.')
              .max(1e13, 'A figure of the scope is 10^13 at most.')
              .nullable(),
          }),
        )
        .max(50)
        .optional(),
      rungs: z
        .array(z.strictObject({ dimension: slug, rung: slug.nullable() }))
        .max(50)
        .optional(),
    }),
    output: z.strictObject({}),
  }),
}
