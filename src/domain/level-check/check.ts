import type { Evidence } from '#contract/evidence.ts'
import type { Finding, LevelCheck, StoryCheck } from '#contract/level-check.ts'
import type { StorySettings } from '#contract/story-settings.ts'
import type { Story, StoryDismissal } from '#contract/story.ts'
import { dimensions, type LevelScope } from './dimensions.ts'
import { lexiconOf, type Lexicon } from './lexicon.ts'
import { numberRules } from './numbers.ts'
import {
  textOf,
  type CheckedStory,
  type Found,
  type NamedPrinciple,
  type Rule,
  type TextField,
} from './rule.ts'
import { scopeExplanation, scopeJudge, type ScopeJudgement } from './scope-rules.ts'
import { substanceRules } from './substance.ts'
import { timeRules } from './time.ts'
import { voiceRules } from './voice.ts'
import { factsOf, type TextFacts } from './words.ts'

/** By the principles that they know; a tree of letters takes longer to grow than to read a story by. */
const lexicons = new WeakMap<readonly NamedPrinciple[], Lexicon>()

/** The rules that hold at any level, in the order in which their findings are shown. */
export const generalRules: readonly Rule[] = [
  ...numberRules,
  ...voiceRules,
  ...substanceRules,
  ...timeRules,
]

/** What stays the same for all stories of a check. */
export type CheckSurroundings = Readonly<{
  settings: StorySettings
  /** The month of the check, `YYYY-MM`. */
  month: string
  principles: readonly NamedPrinciple[]
  /** The levels with a scope table, the lower ones first. */
  levels: readonly LevelScope[]
  /** The level of stories that name none. */
  ownLevel: string | null
}>

/** Judges one story with its figures. */
export type StoryChecker = (story: Story, figures: readonly Evidence[]) => StoryCheck

/**
 * Makes what judges stories by every rule and beside every level at once; made once for a whole bank, since it
 * lays out words and ranges first. The same story, figures, settings and month give the same findings. Nothing here keeps
 * anybody from anything; a dismissed finding stays, with its reason.
 */
export function storyChecker(around: CheckSurroundings): StoryChecker {
  const lexicon = lexicons.get(around.principles) ?? lexiconOf(around.principles)
  lexicons.set(around.principles, lexicon)
  const judge = scopeJudge(around.levels)
  return (story, figures) => {
    const checked = seen(story, figures, around, lexicon)
    const findings = generalRules.flatMap((rule) =>
      rule.byWords === true && !checked.readsWords
        ? []
        : rule.find(checked).map((found) => finding(rule, found, rule.id, story.dismissals)),
    )
    const target = story.level ?? around.ownLevel
    const judged = judge(story)
    return {
      id: story.id,
      title: story.title,
      status: story.status,
      version: story.version,
      readsWords: checked.readsWords,
      general: findings.toSorted(clearFirst),
      levels: around.levels.map((level, index) =>
        checkLevel(story, level, judged[index] ?? [], target),
      ),
    }
  }
}

function checkLevel(
  story: Story,
  level: LevelScope,
  judgements: readonly ScopeJudgement[],
  target: string | null,
): LevelCheck {
  return {
    level: level.id,
    name: level.name,
    isTarget: level.id === target,
    scope: judgements.map(({ row }) => row),
    findings: judgements
      .flatMap(({ dimension: { rule, label }, row, found }) =>
        found
          ? finding(
              {
                id: rule,
                name: `${label} beside ${level.id}`,
                explanation: scopeExplanation,
                source: row.source,
                severity: 'clear',
              },
              found,
              `${rule}-at-${slugOf(level.id)}`,
              story.dismissals,
            )
          : [],
      )
      .toSorted(clearFirst),
  }
}

/** The findings that count for a story: at its own level, those that are not dismissed. */
export function openFindings({ general, levels }: StoryCheck): readonly Finding[] {
  const own = levels.filter(({ isTarget }) => isTarget).flatMap(({ findings }) => findings)
  return [...general, ...own].filter(({ dismissal }) => dismissal === null)
}

/** Every id under which a finding can be dismissed at the given levels. */
export function dismissibleRules(levels: readonly Pick<LevelScope, 'id'>[]): readonly string[] {
  return [
    ...generalRules.map(({ id }) => id),
    ...levels.flatMap(({ id }) => dimensions.map(({ rule }) => `${rule}-at-${slugOf(id)}`)),
  ]
}

function finding(
  rule: Omit<Rule, 'find'>,
  found: Found,
  dismissAs: string,
  dismissals: readonly StoryDismissal[],
): Finding {
  return {
    rule: rule.id,
    name: rule.name,
    explanation: rule.explanation,
    source: rule.source,
    severity: found.severity ?? rule.severity,
    field: found.field,
    ranges: (found.ranges ?? []).map(([start, end]) => [start, end]),
    message: found.message,
    figures: [...found.figures],
    mend: found.mend,
    dismissAs,
    dismissal: dismissals.find((dismissal) => dismissal.rule === dismissAs) ?? null,
  }
}

function clearFirst(a: Finding, b: Finding): number {
  return Number(a.severity === 'mild') - Number(b.severity === 'mild')
}

/** A playbook's id as a part of a rule's id. */
function slugOf(level: string): string {
  return level
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Knows no word. */
const mute: Lexicon = () => 0

const judgedTexts: readonly TextField[] = [
  'parts.situation',
  'parts.task',
  'parts.action',
  'parts.result',
  'parts.reflection',
  'parts.growth',
]

function seen(
  content: Story,
  figures: readonly Evidence[],
  { settings, month, principles }: CheckSurroundings,
  lexicon: Lexicon,
): CheckedStory {
  const known = new Map<TextField, TextFacts>()
  const facts = (field: TextField) => {
    const before = known.get(field)
    if (before) return before
    // Of a telling only its length is judged.
    const found = factsOf(textOf(content, field), field.startsWith('formats.') ? mute : lexicon)
    known.set(field, found)
    return found
  }
  const sums = judgedTexts.map(facts)
  const words = sums.reduce((sum, each) => sum + each.words, 0)
  const english = sums.reduce((sum, each) => sum + each.english, 0)
  return {
    content,
    figures,
    settings,
    month,
    principles,
    factsOf: facts,
    // In English every third word or so is one of the common ones; below one in eight it is another language.
    readsWords: words < 12 || english / words >= 1 / 8,
  }
}
