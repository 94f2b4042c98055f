import { z } from 'zod'
import { playbookId } from './playbooks.ts'
import { instant, recordId, slug } from './units.ts'

/** The longest text of one part, in UTF-16 units: well above 100 KB in any script. */
export const longestText = 200_000

/** Text as the person wrote it, Markdown or not: never trimmed, never rewritten. */
const prose = z.string().max(longestText, 'Shorten the text to 200,000 characters.')
const line = z.string().max(300, 'Shorten it to 300 characters.')

/** The six parts of STAR++ in their order. */
export const storyParts = ['situation', 'task', 'action', 'result', 'reflection', 'growth'] as const
export type StoryPart = (typeof storyParts)[number]

/** The lengths that a story can be told in. 30 s, 2 min and 5 min are on by default. */
export const storyFormats = ['30s', '60s', '2min', '3min', '5min'] as const
export type StoryFormat = (typeof storyFormats)[number]

export const storyStatus = z.enum(['draft', 'ready', 'rehearsed', 'retired'])
export type StoryStatus = z.infer<typeof storyStatus>

export const storyArchetype = z.enum([
  'transformation',
  'crisis',
  'innovation',
  'people',
  'conflict',
  'failure',
  'scale',
  'strategy',
  'cross-functional',
  'customer',
])
export type StoryArchetype = z.infer<typeof storyArchetype>

/** A calendar month, `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write the month as YYYY-MM.')

const people = (what: string) =>
  z
    .int(`${what}: give a whole number.`)
    .min(0, `${what} cannot be below 0.`)
    .max(10_000_000, `${what}: 10,000,000 at most.`)
    .nullable()

const unlike = (what: string) => (list: readonly unknown[], issues: z.RefinementCtx) => {
  if (new Set(list.map((entry) => JSON.stringify(entry))).size !== list.length)
    issues.addIssue({ code: 'custom', message: `${what} stands in the list twice.` })
}

const parts = {
  situation: prose,
  task: prose,
  action: prose,
  result: prose,
  reflection: prose,
  growth: prose,
}
const formats = { '30s': prose, '60s': prose, '2min': prose, '3min': prose, '5min': prose }

const fields = {
  title: line,
  /** The playbook whose level the story is for; null while it is not chosen. */
  level: playbookId.nullable(),
  alternatives: prose,
  obstacles: prose,
  /** Id of a Leadership Principle. It is not one of the secondary ones: what is chosen as both is kept as primary. */
  primaryPrinciple: slug.nullable(),
  secondaryPrinciples: z
    .array(slug)
    .max(5, 'A story has five secondary principles at most.')
    .superRefine(unlike('A principle')),
  archetype: storyArchetype.nullable(),
  /** The months in which it happened; `to` null is "the one month", or still going on. */
  when: z
    .strictObject({ from: month, to: month.nullable() })
    .refine(({ from, to }) => to === null || to >= from, {
      message: 'The end lies before the start.',
      path: ['to'],
    })
    .nullable(),
  employer: line,
  role: line,
  /** Direct and indirect reports. */
  peopleLed: people('People led'),
  /** Everyone whom the work touched. */
  peopleAffected: people('People affected'),
  teams: people('Teams'),
  budgetUsd: z
    .number('Give the budget as a number.')
    .min(0, 'A budget cannot be below 0.')
    .max(1e13, 'A budget is 10^13 USD at most.')
    .nullable(),
  durationMonths: z
    .number('Give the duration as a number of months.')
    .min(0, 'A duration cannot be below 0.')
    .max(1200, 'A duration is 1,200 months at most.')
    .nullable(),
  /** A rung of the playbooks' stakeholder scale, e.g. `director`. */
  highestStakeholder: slug.nullable(),
  /** A rung of the playbooks' technology scale, e.g. `service`. */
  technologyLevel: slug.nullable(),
  /** Its numbers, as ids of the evidence ledger: a number stands there and nowhere else. */
  results: z
    .array(recordId)
    .max(50, 'A story has 50 results at most.')
    .superRefine(unlike('A result')),
  followUps: z
    .array(z.strictObject({ question: prose, answer: prose }))
    .max(50, 'A story has 50 follow-up questions at most.'),
  tags: z
    .array(
      z
        .string()
        .trim()
        .min(1, 'A tag cannot be empty.')
        .max(60, 'Shorten the tag to 60 characters.'),
    )
    .max(30, 'A story has 30 tags at most.')
    .superRefine(unlike('A tag')),
  /** The checklist items that it proves. */
  checklistItems: z
    .array(z.strictObject({ playbook: playbookId, item: slug }))
    .max(100)
    .superRefine(unlike('A checklist item')),
}

/** All that a person writes in the editor of a story. Everything may be empty in a draft. */
export const storyContent = z.strictObject({
  ...fields,
  parts: z.strictObject(parts),
  formats: z.strictObject(formats),
})
export type StoryContent = z.infer<typeof storyContent>

/** What changed in the editor: what is left out stays. A list is replaced whole; parts and formats one by one. */
export const storyPatch = z
  .strictObject({
    ...fields,
    parts: z.strictObject(parts).partial(),
    formats: z.strictObject(formats).partial(),
  })
  .partial()
export type StoryPatch = z.infer<typeof storyPatch>

/** A finding that the person has answered with "this is intended". `rule` is the id of a level-check rule. */
export const storyDismissal = z.strictObject({
  rule: slug,
  reason: z.string().max(2000, 'Shorten the reason to 2,000 characters.'),
  dismissedAt: instant,
})
export type StoryDismissal = z.infer<typeof storyDismissal>

/** What a story lacks for `ready`: the field, and a sentence that says so. */
export const storyGap = z.strictObject({ field: z.string(), message: z.string() })
export type StoryGap = z.infer<typeof storyGap>

/** A story, whole. */
export const story = storyContent.extend({
  id: recordId,
  status: storyStatus,
  /** Grows with every save of the content and is never given twice, not even after an undo. */
  version: z.int().positive(),
  dismissals: z.array(storyDismissal),
  /** What `ready` would still need; empty when nothing. */
  missing: z.array(storyGap),
  createdAt: instant,
  /** When its content was last saved. */
  changedAt: instant,
})
export type Story = z.infer<typeof story>

/** Where a search text stands: the field (`parts.situation`, `title`, `tags` …), some text around it, and the places in that. */
export const storyExcerpt = z.strictObject({
  field: z.string(),
  text: z.string(),
  /** [start, end) in UTF-16 units of `text`. */
  ranges: z.array(z.tuple([z.int(), z.int()])),
})
export type StoryExcerpt = z.infer<typeof storyExcerpt>

/** A story in a list: all but its long texts. */
export const storySummary = z.strictObject({
  id: recordId,
  title: fields.title,
  status: storyStatus,
  level: fields.level,
  primaryPrinciple: fields.primaryPrinciple,
  secondaryPrinciples: fields.secondaryPrinciples,
  archetype: fields.archetype,
  when: fields.when,
  tags: fields.tags,
  /** How many figures of the ledger it uses. */
  results: z.int(),
  /** The parts that hold text. */
  written: z.array(z.enum(storyParts)),
  /** The spoken words of the six parts. */
  words: z.int(),
  version: z.int().positive(),
  createdAt: instant,
  changedAt: instant,
  /** Only in answers to a search. */
  excerpts: z.array(storyExcerpt).optional(),
})
export type StorySummary = z.infer<typeof storySummary>
