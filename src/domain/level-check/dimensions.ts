import type { Playbook } from '#contract/playbooks.ts'
import type { StoryContent } from '#contract/story.ts'
import { formatCount, trimmedDecimals } from '../readable.ts'
import { rungName } from '../scope-words.ts'

/** A level as far as its scope is concerned. */
export type LevelScope = Readonly<Pick<Playbook, 'id' | 'name' | 'scope' | 'checklist'>>

/** A size of a story, and where the playbooks say what a level expects of it. */
export type Dimension = Readonly<{
  /** Id of the rule about it. */
  rule: string
  field: keyof StoryContent
  label: string
  /** `quantity` of the playbooks' bands, or id of a scope dimension whose rungs are words. */
  of: Readonly<{ quantity: string } | { rungs: string }>
  /** The value for people, with its unit. */
  valueText: (value: number | string) => string
  /** How to make more of it, and how to make do with it. */
  widen: string
}>

const counted = (one: string, many: string) => (value: number | string) =>
  formatCount(Number(value), { one, many })

/** People led and people affected are two dimensions; the budget is measured, and what a project brought is not. */
export const dimensions: readonly Dimension[] = [
  {
    rule: 'scope-people-led',
    field: 'peopleLed',
    label: 'People led',
    of: { quantity: 'engineers-in-scope' },
    valueText: counted('person led', 'people led'),
    widen: 'Count everyone in your scope, not only those who reported to you directly',
  },
  {
    rule: 'scope-people-affected',
    field: 'peopleAffected',
    label: 'People affected',
    of: { quantity: 'engineers-affected' },
    valueText: counted('person affected', 'people affected'),
    widen: 'Count everyone who works in another way since, also outside your own teams',
  },
  {
    rule: 'scope-teams',
    field: 'teams',
    label: 'Teams',
    of: { quantity: 'teams-in-scope' },
    valueText: counted('team', 'teams'),
    widen: 'Name the other teams that had to move with yours',
  },
  {
    rule: 'scope-duration',
    field: 'durationMonths',
    label: 'Duration',
    of: { quantity: 'project-months' },
    valueText: counted('month', 'months'),
    widen: 'Count from the first doubt to the last effect, if the later phases were yours too',
  },
  {
    rule: 'scope-budget',
    field: 'budgetUsd',
    label: 'Budget',
    of: { quantity: 'budget-usd' },
    valueText: (value) => `$${trimmedDecimals(Number(value))} of budget`,
    widen: 'Count salaries and machines that you decided about, and not what the work brought',
  },
  {
    rule: 'scope-stakeholder',
    field: 'highestStakeholder',
    label: 'Highest stakeholder',
    of: { rungs: 'stakeholder-level' },
    valueText: rungName,
    widen: 'Name the highest person who decided because of you',
  },
  {
    rule: 'scope-technology',
    field: 'technologyLevel',
    label: 'Technology decision',
    of: { rungs: 'technology-decisions' },
    valueText: rungName,
    widen: 'Name the decision with the widest reach that you made or carried',
  },
]

/** A level's band of a quantity, its unit, and the playbook's line that it stands in. */
export type StatedBand = Readonly<{
  level: string
  min: number
  max?: number | undefined
  unit: string
  source: string
}>

/** The band that a level states for a quantity: of its scope table, else of its checklist. */
export function bandOf({ id, scope, checklist }: LevelScope, quantity: string): StatedBand | null {
  for (const { bands, provenance } of scope)
    for (const { quantity: measured, min, max, unit } of bands)
      if (measured === quantity)
        return {
          level: id,
          min,
          max,
          unit,
          source: sourceOf(provenance.source, provenance.reading),
        }
  for (const { items } of checklist)
    for (const { bands, provenance } of items)
      for (const { quantity: measured, min, max, unit } of bands)
        if (measured === quantity)
          return {
            level: id,
            min,
            max,
            unit,
            source: sourceOf(provenance?.source ?? `${id} checklist`, provenance?.reading),
          }
  return null
}

/** The rungs that a level states for a dimension in words, and the playbook's line that they stand in. */
export function rungsOf(
  { id, scope }: LevelScope,
  dimension: string,
): Readonly<{ level: string; rungs: readonly string[]; source: string }> | null {
  const found = scope.find((row) => row.id === dimension)
  if (!found || found.rungs.length === 0) return null
  const { provenance, rungs } = found
  return { level: id, rungs, source: sourceOf(provenance.source, provenance.reading) }
}

function sourceOf(source: string, reading: string | undefined): string {
  return reading === undefined ? source : `${source}. ${reading}`
}
