import { z } from 'zod'
import { defineCall } from './call.ts'
import { playbookId } from './playbooks.ts'
import { storyDismissal, storyStatus } from './story.ts'
import { recordId, slug } from './units.ts'

const severity = z.enum(['clear', 'mild'])
/** `clear` is worth mending before an interview, `mild` worth a thought. Neither keeps anybody from anything. */
export type Severity = z.infer<typeof severity>

/** What a rule has to say about a story: advice, never a refusal. */
export const finding = z.strictObject({
  /** The rule's id, its name, and what it looks for. */
  rule: slug,
  name: z.string(),
  explanation: z.string(),
  /** Where the rule comes from: a heading of the playbook with the reading chosen, or our own rule of thumb. */
  source: z.string(),
  severity,
  /** The field of the story, as the editor names it: `parts.action`, `peopleLed`, `formats.2min`. */
  field: z.string(),
  /** The places in that field's text, [start, end) in UTF-16 units; empty where the whole field is meant. */
  ranges: z.array(z.tuple([z.int(), z.int()])),
  /** What is the case, in one or two sentences. */
  message: z.string(),
  /** The figures that it rests on, as they stand in the story, the settings or the playbook. */
  figures: z.array(z.string()),
  /** How to mend it. */
  mend: z.string(),
  /** What `stories.dismiss` takes as `rule`: a finding about a level is dismissed for that level alone. */
  dismissAs: slug,
  /** "This is intended", where the person has said so. */
  dismissal: storyDismissal.nullable(),
})
export type Finding = z.infer<typeof finding>

const place = z.enum(['below', 'inside', 'between', 'above', 'not-stated'])
/** Where a figure lies beside a level's own range; `between`: past one level and short of the next. */
export type ScopePlace = z.infer<typeof place>

const scopeRow = z.strictObject({
  field: z.string(),
  label: z.string(),
  /** What the story says, with its unit; null where it says nothing. */
  value: z.string().nullable(),
  /** What the level asks for, with its unit: `10 to 25 engineers`; null where the level says nothing. */
  band: z.string().nullable(),
  place,
  source: z.string(),
})
export type ScopeRow = z.infer<typeof scopeRow>

const levelCheck = z.strictObject({
  level: playbookId,
  name: z.string(),
  /** True for the level that the story is for. */
  isTarget: z.boolean(),
  /** Every dimension of scope, also those that fit. */
  scope: z.array(scopeRow),
  findings: z.array(finding),
})
export type LevelCheck = z.infer<typeof levelCheck>

export const storyCheck = z.strictObject({
  id: recordId,
  title: z.string(),
  status: storyStatus,
  version: z.int(),
  /** Whether the rules that look for words could read it: they know English only. */
  readsWords: z.boolean(),
  /** What is true at any level. */
  general: z.array(finding),
  /** The same story beside each level that has a scope table, in the order of the playbooks. */
  levels: z.array(levelCheck),
})
export type StoryCheck = z.infer<typeof storyCheck>

export const levelCheckCalls = {
  /** Checks one story. Fails with `not-found` when it is gone or in the trash. */
  'stories.check': defineCall({
    kind: 'read',
    input: z.strictObject({ id: recordId }),
    output: storyCheck,
  }),
  /** Checks all stories that are not retired, the last changed first. */
  'stories.checkAll': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.array(storyCheck),
  }),
}
