import type { Evidence } from '#contract/evidence.ts'
import type { Severity } from '#contract/level-check.ts'
import type { StorySettings } from '#contract/story-settings.ts'
import type { StoryContent } from '#contract/story.ts'
import type { TextFacts, TextRange } from './words.ts'

/** A Leadership Principle as far as its name matters here. */
export type NamedPrinciple = Readonly<{ id: string; name: string; short: string }>

/** A story as the rules see it. */
export type CheckedStory = Readonly<{
  content: StoryContent
  /** Its figures of the ledger, in the order of its results. */
  figures: readonly Evidence[]
  settings: StorySettings
  /** The month of the check, `YYYY-MM`. */
  month: string
  principles: readonly NamedPrinciple[]
  /** What its words are, by field; worked out once. */
  factsOf: (field: TextField) => TextFacts
  /** Whether rules that know words can read it: it is English, or too short to tell. */
  readsWords: boolean
}>

/** The fields whose text the rules look into. */
export type TextField =
  | `parts.${keyof StoryContent['parts']}`
  | `formats.${keyof StoryContent['formats']}`
  | 'alternatives'
  | 'obstacles'

/** What a rule found. */
export type Found = Readonly<{
  field: string
  ranges?: readonly TextRange[]
  /** What is the case. */
  message: string
  /** The figures that it rests on. */
  figures: readonly string[]
  mend: string
  /** Where it weighs less than the rule usually does. */
  severity?: Severity
}>

/** A warning sign: what it is called, why it matters, where it comes from, and how it is found. */
export type Rule = Readonly<{
  id: string
  name: string
  explanation: string
  source: string
  severity: Severity
  /** True where it goes by words, which it knows in English only. */
  byWords?: boolean
  find: (story: CheckedStory) => readonly Found[]
}>

/** Said of rules that stand in no playbook. */
export const ownRule = 'Our own rule of thumb, not in the playbook'

/** The text of a field. */
export function textOf(content: StoryContent, field: TextField): string {
  if (field === 'alternatives' || field === 'obstacles') return content[field]
  const [group, name] = field.split('.')
  const texts: Readonly<Record<string, string>> =
    group === 'parts' ? content.parts : content.formats
  return texts[name ?? ''] ?? ''
}
