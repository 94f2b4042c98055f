import type { Story, StoryContent, StoryStatus } from '#contract/story.ts'
import type { Instant } from '#contract/units.ts'
import { formatOrder, partOrder } from '#domain/story-fields.ts'
import type { SqlValue } from '../store/database.ts'

/** A story as stored, without its texts and lists. */
export type StoryRow = Readonly<{
  id: string
  status: StoryStatus
  version: number
  level: string | null
  primary_principle: string | null
  archetype: StoryContent['archetype']
  when_from: string | null
  when_to: string | null
  people_led: number | null
  people_affected: number | null
  teams: number | null
  budget_usd: number | null
  duration_months: number | null
  highest_stakeholder: string | null
  technology_level: string | null
  created_at: Instant
  changed_at: Instant
}>

export const storyColumns = `id, status, version, level, primary_principle, archetype, when_from, when_to, people_led,
  people_affected, teams, budget_usd, duration_months, highest_stakeholder, technology_level, created_at, changed_at`

/** One text of a story: the field of the contract that it stands in, and its place where that is a list. */
export type TextRow = Readonly<{ field: string; position: number; text: string }>

/** What of the content stands in the row of `story`. */
export function rowOfContent(content: StoryContent): Record<string, SqlValue> {
  return {
    level: content.level,
    primary_principle: content.primaryPrinciple,
    archetype: content.archetype,
    when_from: content.when?.from ?? null,
    when_to: content.when?.to ?? null,
    people_led: content.peopleLed,
    people_affected: content.peopleAffected,
    teams: content.teams,
    budget_usd: content.budgetUsd,
    duration_months: content.durationMonths,
    highest_stakeholder: content.highestStakeholder,
    technology_level: content.technologyLevel,
  }
}

/** Fields whose texts are a list: their rows are numbered, and one that is empty still is an entry. */
export const listFields = ['tags', 'followUps.question', 'followUps.answer'] as const

/** All texts of the content, the empty ones too. */
export function textsOfContent(content: StoryContent): TextRow[] {
  const one = (field: string, text: string) => ({ field, position: 0, text })
  return [
    one('title', content.title),
    one('employer', content.employer),
    one('role', content.role),
    one('alternatives', content.alternatives),
    one('obstacles', content.obstacles),
    ...partOrder.map((part) => one(`parts.${part}`, content.parts[part])),
    ...formatOrder.map((format) => one(`formats.${format}`, content.formats[format])),
    ...content.tags.map((text, position) => ({ field: 'tags', position, text })),
    ...content.followUps.flatMap(({ question, answer }, position) => [
      { field: 'followUps.question', position, text: question },
      { field: 'followUps.answer', position, text: answer },
    ]),
  ]
}

/** What hangs on a story, in the order of its lists. */
export type StoryBelongings = Readonly<{
  texts: readonly TextRow[]
  secondaryPrinciples: readonly string[]
  results: readonly string[]
  checklistItems: StoryContent['checklistItems']
  dismissals: Story['dismissals']
}>

/** A stored row and what hangs on it as the contract's content. */
export function contentOf(row: StoryRow, belongings: StoryBelongings): StoryContent {
  const single = new Map<string, string>()
  const lists = new Map<string, string[]>(listFields.map((field) => [field, []]))
  for (const { field, text } of belongings.texts) {
    const list = lists.get(field)
    if (list) list.push(text)
    else single.set(field, text)
  }
  const text = (field: string) => single.get(field) ?? ''
  const list = (field: (typeof listFields)[number]) => lists.get(field) ?? []
  return {
    title: text('title'),
    level: row.level,
    parts: {
      situation: text('parts.situation'),
      task: text('parts.task'),
      action: text('parts.action'),
      result: text('parts.result'),
      reflection: text('parts.reflection'),
      growth: text('parts.growth'),
    },
    alternatives: text('alternatives'),
    obstacles: text('obstacles'),
    primaryPrinciple: row.primary_principle,
    secondaryPrinciples: [...belongings.secondaryPrinciples],
    archetype: row.archetype,
    when: row.when_from === null ? null : { from: row.when_from, to: row.when_to },
    employer: text('employer'),
    role: text('role'),
    peopleLed: row.people_led,
    peopleAffected: row.people_affected,
    teams: row.teams,
    budgetUsd: row.budget_usd,
    durationMonths: row.duration_months,
    highestStakeholder: row.highest_stakeholder,
    technologyLevel: row.technology_level,
    results: [...belongings.results],
    formats: {
      '30s': text('formats.30s'),
      '60s': text('formats.60s'),
      '2min': text('formats.2min'),
      '3min': text('formats.3min'),
      '5min': text('formats.5min'),
    },
    followUps: list('followUps.question').map((question, position) => ({
      question,
      answer: list('followUps.answer')[position] ?? '',
    })),
    tags: list('tags'),
    checklistItems: [...belongings.checklistItems],
  }
}
