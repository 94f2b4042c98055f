import { z } from 'zod'
import { defineCall } from './call.ts'
import { playbookId } from './playbooks.ts'
import { instant, recordId, slug } from './units.ts'

const figure = z
  .number('Give the figure as a number.')
  .min(-1e15, 'A figure is -10^15 at least.')
  .max(1e15, 'A figure is 10^15 at most.')
  .nullable()

/** A checklist item or a success indicator of a playbook that a figure proves. */
export const evidenceLink = z.strictObject({
  kind: z.enum(['checklist-item', 'indicator']),
  playbook: playbookId,
  item: slug,
})
export type EvidenceLink = z.infer<typeof evidenceLink>

const fields = {
  /** What is measured, e.g. "Checkout latency, 99th percentile". */
  metric: z
    .string()
    .trim()
    .min(1, 'Say what is measured.')
    .max(300, 'Shorten the metric to 300 characters.'),
  /** The figure before, the one aimed at, the one reached; null where there is none. */
  baseline: figure,
  target: figure,
  achieved: figure,
  /** What the figures are measured in: "ms", "%", "USD"; empty for a bare count. */
  unit: z.string().trim().max(60, 'Shorten the unit to 60 characters.'),
  /** What time the figures are of: "2025", "Q4 2025", "a year", "12 months"; empty where it does not matter. */
  period: z.string().trim().max(120, 'Shorten the period to 120 characters.'),
  /** Where it can be looked up: a dashboard, a review, a link. */
  source: z.string().max(2000, 'Shorten the source to 2,000 characters.'),
  note: z.string().max(20_000, 'Shorten the note to 20,000 characters.'),
  /** The checklist items and indicators that it proves. Stories refer to it from their own `results`. */
  links: z.array(evidenceLink).max(50),
}

/** One figure of the ledger: stored once, and used wherever it proves something. */
export const evidence = z.strictObject({
  id: recordId,
  ...fields,
  createdAt: instant,
  changedAt: instant,
})
export type Evidence = z.infer<typeof evidence>

/** What a figure says, without id and dates. */
export const evidenceFacts = z.strictObject(fields)
export type EvidenceFacts = z.infer<typeof evidenceFacts>

/** What a person enters; what is left out is empty in a new figure and stays as it was in one that is there. */
export const evidenceInput = z.strictObject({
  metric: fields.metric,
  baseline: fields.baseline.optional(),
  target: fields.target.optional(),
  achieved: fields.achieved.optional(),
  unit: fields.unit.optional(),
  period: fields.period.optional(),
  source: fields.source.optional(),
  note: fields.note.optional(),
  links: fields.links.optional(),
})
export type EvidenceInput = z.input<typeof evidenceInput>

/** Where a figure is used. */
export const evidenceUse = z.strictObject({
  stories: z.array(z.strictObject({ id: recordId, title: z.string() })),
  links: z.array(evidenceLink),
})
export type EvidenceUse = z.infer<typeof evidenceUse>

/** Figures that claim the same number of the same metric, with another period or unit. */
export const evidenceConflict = z.strictObject({
  /** The metric as the first of them writes it. */
  metric: z.string(),
  /** The number that they share, and which of the three it is. */
  figure: z.enum(['baseline', 'target', 'achieved']),
  value: z.number(),
  /** In what they differ. */
  differ: z.array(z.enum(['unit', 'period'])).min(1),
  /** All that share the number, the oldest first. */
  ids: z.array(recordId).min(2),
  /** One sentence for people, with both readings. */
  message: z.string(),
})
export type EvidenceConflict = z.infer<typeof evidenceConflict>

export const evidenceCalls = {
  /** The ledger by metric, each figure with where it is used. */
  'evidence.list': defineCall({
    kind: 'read',
    input: z.strictObject({
      /** Words of metric, unit, period, source or note; case and accents do not matter. */
      text: z.string().max(200, 'Shorten the search to 200 characters.').optional(),
      /** Only these; also those that lie in the trash. */
      ids: z.array(recordId).max(1000).optional(),
    }),
    output: z.array(
      evidence.extend({
        usedBy: evidenceUse,
        /** When it was moved to the trash; null for all that a list without `ids` shows. */
        deletedAt: instant.nullable(),
      }),
    ),
  }),
  /** Enters a figure, or changes the one of `id`. Fails with `not-found` when that is gone. */
  'evidence.save': defineCall({
    kind: 'write',
    changes: ['evidence', 'stories'],
    undo: 'Save figure',
    input: z.strictObject({ id: recordId.optional(), figure: evidenceInput }),
    output: z.strictObject({
      evidence,
      /** What it contradicts: a warning, never a refusal. */
      conflicts: z.array(evidenceConflict),
    }),
  }),
  /** Moves figures to the trash. Fails with `conflict`, naming them, while stories use one. */
  'evidence.remove': defineCall({
    kind: 'write',
    changes: ['evidence', 'stories', 'trash'],
    undo: 'Delete figure',
    input: z.strictObject({
      ids: z.array(recordId).min(1, 'Choose at least one figure.').max(1000),
    }),
    output: z.strictObject({ removed: z.int() }),
  }),
  /** Every contradiction in the ledger. */
  'evidence.conflicts': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.array(evidenceConflict),
  }),
}
