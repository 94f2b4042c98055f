import { z } from 'zod'
import { defineCall } from './call.ts'
import { checkConsistency } from './playbook-consistency.ts'
import {
  caseStudy,
  checklistGroup,
  indicatorGroup,
  provenance,
  questionHandling,
  scopeDimension,
  text,
} from './playbook-level.ts'
import { defaultReadiness, readinessRule } from './readiness-weights.ts'
import { slug } from './units.ts'

/** Names a playbook, e.g. `L6`. Ids never change: stored sessions refer to them. */
export const playbookId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, 'letters, digits and hyphens, 40 at most')

/** What can be counted in a session. Milestones add these up. */
export const countKind = z.enum([
  'design-problem',
  'coding-easy',
  'coding-medium',
  'coding-hard',
  'mock-interview',
  'paper',
])
export type CountKind = z.infer<typeof countKind>

/**
 * A figure such as "~100", "15+", "10-12" or "2-3". Progress is n/min, capped at 1; more than `max` is information,
 * not an error; `approximate` is shown as "~"; `open` is shown as "+".
 */
export const target = z
  .strictObject({
    min: z.number().positive(),
    max: z.number().positive().optional(),
    approximate: z.boolean().default(false),
    open: z.boolean().default(false),
  })
  .refine((t) => t.max === undefined || t.max >= t.min, {
    message: 'max must not be below min',
    path: ['max'],
  })
  .refine((t) => t.max === undefined || !t.open, {
    message: 'a figure is either open or has a max, not both',
    path: ['open'],
  })
export type Target = z.infer<typeof target>

/** Formula and plan are two sets of categories, even where a name recurs; the prefix keeps their ids apart. */
const prefixed = (prefix: 'formula' | 'plan') =>
  z
    .string()
    .max(80)
    .regex(
      new RegExp(`^${prefix}\\.[a-z0-9]+(-[a-z0-9]+)*$`),
      `"${prefix}." and lower-case words joined by hyphens`,
    )

const formulaArea = z.strictObject({
  id: prefixed('formula'),
  name: text,
  /** Percent of the formula, 0 to 100. */
  share: z.number().min(0).max(100),
  points: z.array(text).min(1),
  /**
   * What supports the area: checklist items, indicators, categories of the plan, and the Leadership Principles whose
   * stories count here. Each stands in one area at most, so that nothing is counted twice.
   */
  support: z
    .strictObject({
      checklist: z.array(slug).default([]),
      indicators: z.array(slug).default([]),
      categories: z.array(slug).default([]),
      principles: z.array(slug).default([]),
    })
    .optional(),
})

const planCategory = z.strictObject({
  id: prefixed('plan'),
  slug,
  name: text,
  /** Percent of the plan, 0 to 100; normative for shares. */
  share: z.number().min(0).max(100),
  /** The default budget in hours; normative for hours. */
  hours: target,
  tasks: z.array(z.strictObject({ id: slug, text })).min(1),
  provenance,
})
export type PlanCategory = z.infer<typeof planCategory>

const kindsOfCount = z
  .array(countKind)
  .min(1)
  .refine((kinds) => new Set(kinds).size === kinds.length, 'a kind stands in the list twice')

const milestone = z.strictObject({
  id: slug,
  name: text,
  /** Slug of the plan category that it belongs to. */
  category: slug,
  /** Singular and plural of what is counted. */
  unit: z.strictObject({ one: text, many: text }),
  /** Null where the source sets no figure: the user's own target is then asked for, and marked so. */
  target: target.nullable(),
  /** How the actual figure comes about: summed from sessions, from the story bank, or stated by the user. */
  measure: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('counts'), counts: kindsOfCount }),
    z.strictObject({ kind: z.literal('stories') }),
    z.strictObject({ kind: z.literal('principles') }),
    z.strictObject({ kind: z.literal('stated') }),
  ]),
  provenance,
})
export type Milestone = z.infer<typeof milestone>

/** Everything the app knows about one target level. See docs/PLAYBOOKS.md for how to write one. */
export const playbook = z
  .strictObject({
    schemaVersion: z.literal(1),
    id: playbookId,
    name: text,
    /** One sentence that says whom the level is for. */
    summary: text,
    /** Grows with every change of the figures. */
    version: z.int().positive(),
    /** The playbook that this one was made from: the app shows what differs from it. */
    template: playbookId.optional(),
    /** Advice on the level that belongs to no single figure. */
    guidance: z.array(text).default([]),
    sources: z.array(z.strictObject({ id: slug, title: text, note: text })).min(1),
    formula: z.strictObject({
      name: text,
      areas: z.array(formulaArea).min(1),
      provenance,
    }),
    plan: z.strictObject({
      categories: z.array(planCategory).min(1).max(12),
      provenance,
    }),
    milestones: z.array(milestone).default([]),
    checklist: z.array(checklistGroup).default([]),
    indicators: z.array(indicatorGroup).default([]),
    scope: z.array(scopeDimension).default([]),
    caseStudies: z.array(caseStudy).default([]),
    questionHandling: z.array(questionHandling).default([]),
    /** What readiness weighs: points of each part, 100 in all. */
    readiness: readinessRule.default(defaultReadiness),
    /** Suggested places for sessions that were logged under another playbook's categories. */
    mappings: z
      .array(
        z.strictObject({
          from: playbookId,
          category: slug,
          /** Candidates of this playbook, the first one suggested. */
          to: z.array(slug).min(1),
        }),
      )
      .default([]),
  })
  .superRefine((book, issues) =>
    checkConsistency(book, (path, message) => issues.addIssue({ code: 'custom', path, message })),
  )
export type Playbook = z.infer<typeof playbook>

/** One Leadership Principle: its official name and a short head for tables. */
export const principle = z.strictObject({
  id: slug,
  name: text,
  short: z.string().min(2).max(4),
  /** How many stories should serve it, by default. */
  minStories: z.int().min(0).max(20),
})
export const principles = z.strictObject({
  schemaVersion: z.literal(1),
  note: text,
  principles: z.array(principle).length(16),
})
export type Principle = z.infer<typeof principle>

const playbookSummary = z.strictObject({
  id: playbookId,
  name: z.string(),
  summary: z.string(),
  builtIn: z.boolean(),
})

export const playbookCalls = {
  /** All playbooks that can be a target level, and what is wrong with those that cannot be read. */
  'playbooks.list': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      playbooks: z.array(playbookSummary),
      problems: z.array(z.strictObject({ file: z.string(), message: z.string() })),
    }),
  }),
  /** One playbook, whole. */
  'playbooks.get': defineCall({
    kind: 'read',
    input: z.strictObject({ id: playbookId }),
    output: playbook,
  }),
  /** The 16 Leadership Principles in their official order. */
  'playbooks.principles': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.array(principle),
  }),
}
