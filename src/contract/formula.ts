import { z } from 'zod'
import { checklistProgress, checklistState } from './checklist.ts'
import { defineCall } from './call.ts'
import { metricStatus, metricsSummary } from './metrics.ts'
import { provenance } from './playbook-level.ts'
import { playbookId } from './playbooks.ts'
import { storyStatus } from './story.ts'
import { recordId, slug } from './units.ts'

const area = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Percent of the formula, 0 to 100. */
  share: z.number(),
  points: z.array(z.string()),
  /** False where the playbook does not say what supports the area. */
  mapped: z.boolean(),
  checklist: z.strictObject({
    items: z.array(
      z.strictObject({ item: slug, text: z.string(), state: checklistState, worth: z.number() }),
    ),
    progress: checklistProgress,
  }),
  metrics: z.strictObject({
    indicators: z.array(z.strictObject({ id: slug, text: z.string(), status: metricStatus })),
    summary: metricsSummary,
  }),
  /** The principles that count here, and how many stories have one of them as their primary. */
  principles: z.array(z.strictObject({ id: slug, name: z.string(), stories: z.int() })),
  stories: z.array(
    z.strictObject({ id: recordId, title: z.string(), status: storyStatus, principle: slug }),
  ),
  study: z.array(
    z.strictObject({
      category: slug,
      name: z.string(),
      actualHours: z.number(),
      plannedHours: z.number(),
    }),
  ),
})
export type FormulaArea = z.infer<typeof area>

export const formulaCalls = {
  /** The weighted areas of the target level's formula with what supports each. Fails with `no-profile`. */
  'formula.get': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      level: playbookId,
      name: z.string(),
      provenance,
      areas: z.array(area),
    }),
  }),
}
