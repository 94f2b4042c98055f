import { z } from 'zod'
import { defineCall } from './call.ts'
import { provenance } from './playbook-level.ts'
import { playbookId } from './playbooks.ts'
import { proof, proofInput } from './proof.ts'
import { instant, recordId, slug, studyDay } from './units.ts'

/** Where an indicator stands. `no-value`: nothing to judge, which is not the same as not met. */
export const metricStatus = z.enum(['met', 'close', 'not-met', 'no-value'])
export type MetricStatus = z.infer<typeof metricStatus>

const period = z.string().trim().max(120, 'Shorten the period to 120 characters.')
const source = z.string().trim().max(2000, 'Shorten the source to 2,000 characters.')

/** A value at a day: of a qualitative indicator, the self-rating from 1 to 5. */
export const metricValue = z.strictObject({
  id: recordId,
  day: studyDay,
  value: z.number(),
  /** The figure before, where the indicator is a change; null where none was given. */
  baseline: z.number().nullable(),
  period: z.string(),
  source: z.string(),
  /** The figure of the ledger that it is, which then holds the number; null where it stands here. */
  figure: recordId.nullable(),
  addedAt: instant,
})
export type MetricValue = z.infer<typeof metricValue>

const comparator = z.enum(['>', '>=', '=', '<', '<='])

const row = z.strictObject({
  id: slug,
  kind: z.enum(['numeric', 'qualitative']),
  text: z.string(),
  /** `> 99.9 %`, `≥ 5`, `exactly 0`; of a qualitative one, what it takes in words. */
  target: z.string(),
  /** Null in all of a qualitative indicator. */
  comparator: comparator.nullable(),
  threshold: z.number().nullable(),
  unit: z.string().nullable(),
  range: z.strictObject({ min: z.number().nullable(), max: z.number().nullable() }),
  /** True where the value is a change, which means little without a baseline and a period. */
  change: z.boolean(),
  provenance: provenance.nullable(),
  status: metricStatus,
  /** When it is met, when close: in words, with the numbers. */
  rule: z.string(),
  /** The value that counts: the latest by its day. Null without any. */
  latest: metricValue.nullable(),
  /** The oldest first. */
  values: z.array(metricValue),
  /** What supports it beside the numbers. */
  proofs: z.array(proof),
  /** Figures of the ledger that say they prove it and are not among the values. */
  figures: z.array(
    z.strictObject({
      id: recordId,
      metric: z.string(),
      text: z.string(),
      /** Null where it can be taken as a value; else why it cannot. */
      obstacle: z.string().nullable(),
    }),
  ),
})
export type MetricRow = z.infer<typeof row>

export const metricsSummary = z.strictObject({
  indicators: z.int(),
  met: z.int(),
  close: z.int(),
  notMet: z.int(),
  noValue: z.int(),
  /** 0 to 1: the part that is met; one that is close counts half. */
  share: z.number(),
})
export type MetricsSummary = z.infer<typeof metricsSummary>

/** Which indicator, and at which level; without one, the profile's. */
const which = { level: playbookId.optional(), indicator: slug }
const typed = z.string().trim().max(60, 'Write the value in 60 characters.')
const changed = z.strictObject({ row })

export const metricsCalls = {
  /** Every success indicator of a level with the person's own values. Each level keeps its own. */
  'metrics.get': defineCall({
    kind: 'read',
    input: z.strictObject({ level: playbookId.optional() }),
    output: z.strictObject({
      level: playbookId,
      name: z.string(),
      groups: z.array(z.strictObject({ id: slug, name: z.string(), indicators: z.array(row) })),
      summary: metricsSummary,
    }),
  }),
  /**
   * Adds a value, or changes the one of `id`. `value` is what was typed: `99.95`, `99.95 %`, `$1.2M`, `4.2 of 5`;
   * another unit, and what the range does not hold, are refused. With `figure` the number is the ledger's (its
   * achieved one), and stands there alone. Without `day` it is today's; a day to come is refused.
   */
  'metrics.save': defineCall({
    kind: 'write',
    changes: ['metrics', 'evidence', 'plan'],
    undo: 'Save metric value',
    input: z.strictObject({
      ...which,
      id: recordId.optional(),
      value: typed.optional(),
      figure: recordId.optional(),
      day: studyDay.optional(),
      baseline: typed.optional(),
      period: period.optional(),
      source: source.optional(),
    }),
    output: changed,
  }),
  /** Takes a value away; a figure of the ledger stays there. */
  'metrics.remove': defineCall({
    kind: 'write',
    changes: ['metrics', 'plan'],
    undo: 'Delete metric value',
    input: z.strictObject({ ...which, id: recordId }),
    output: changed,
  }),
  /** Adds evidence to an indicator. */
  'metrics.addProof': defineCall({
    kind: 'write',
    changes: ['metrics', 'plan'],
    undo: 'Add evidence',
    input: z.strictObject({ ...which, proof: proofInput }),
    output: changed,
  }),
  'metrics.removeProof': defineCall({
    kind: 'write',
    changes: ['metrics', 'plan'],
    undo: 'Remove evidence',
    input: z.strictObject({ ...which, id: recordId }),
    output: changed,
  }),
}
