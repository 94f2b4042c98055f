import type { PlaybookChange } from '#contract/own-playbooks.ts'
import type { Playbook } from '#contract/playbooks.ts'

type Fields = Readonly<Record<string, unknown>>

/** Keys that say which playbook it is, and not what is in it. */
const apart = ['schemaVersion', 'id', 'template', 'version']

/** What a key is called; what is left out goes by its own name, and an empty word is not told. */
const words: Readonly<Record<string, string>> = {
  formula: 'Formula',
  areas: '',
  plan: 'Plan',
  categories: '',
  milestones: 'Milestones',
  checklist: 'Checklist',
  items: '',
  indicators: 'Indicators',
  scope: 'Scope',
  bands: '',
  caseStudies: 'Case studies',
  questionHandling: 'Answers across levels',
  mappings: 'Switching level',
  guidance: 'Guidance',
  sources: 'Sources',
  provenance: 'source',
  min: 'from',
  max: 'to',
  text: 'wording',
  name: 'name',
  points: 'points',
}

/**
 * What a playbook has otherwise than the one it was made from, in the order of the template and in words. Rows are the
 * same where their ids are; one that is only in one of the two is one change, not one for each of its fields.
 */
export function changesAgainst(template: Playbook, own: Playbook): PlaybookChange[] {
  const mappings = own.mappings.filter(({ from }) => from !== template.id)
  const without = template.mappings.filter(({ from }) => from !== own.id)
  return compareFields([], { ...template, mappings: without }, { ...own, mappings }, apart)
}

function compareFields(
  where: readonly string[],
  before: Fields,
  after: Fields,
  left: readonly string[] = ['id', 'slug'],
): PlaybookChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys]
    .filter((key) => !left.includes(key))
    .flatMap((key) => compare([...where, words[key] ?? key], before[key], after[key]))
}

function compare(where: readonly string[], before: unknown, after: unknown): PlaybookChange[] {
  if (areRows(before) && areRows(after) && before.length + after.length > 0)
    return compareRows(where, before, after)
  if (isFields(before) && isFields(after)) return compareFields(where, before, after)
  const [was, is] = [told(before), told(after)]
  return was === is ? [] : [{ where: placeOf(where), before: was, after: is }]
}

function compareRows(
  where: readonly string[],
  before: readonly Fields[],
  after: readonly Fields[],
): PlaybookChange[] {
  const old = new Map(before.map((row) => [keyOf(row), row]))
  const fresh = new Map(after.map((row) => [keyOf(row), row]))
  const keys = [...old.keys(), ...[...fresh.keys()].filter((key) => !old.has(key))]
  const found = keys.flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)]
    if (was && is) return compareFields([...where, titleOf(was)], was, is)
    return [
      {
        where: placeOf(where),
        before: was ? titleOf(was) : null,
        after: is ? titleOf(is) : null,
      },
    ]
  })
  const order = (rows: ReadonlyMap<string, Fields>, other: ReadonlyMap<string, Fields>) =>
    [...rows].filter(([key]) => other.has(key))
  const [was, is] = [order(old, fresh), order(fresh, old)]
  const isMoved = was.some(([key], index) => key !== is[index]?.[0])
  const titles = (rows: typeof was) => rows.map(([, row]) => titleOf(row)).join(', ')
  return isMoved
    ? [...found, { where: placeOf([...where, 'order']), before: titles(was), after: titles(is) }]
    : found
}

function placeOf(where: readonly string[]): string {
  const parts = where.filter((part) => part !== '')
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')}: ${last}`
}

/** What tells a row from the others of its list. */
function keyOf(row: Fields): string {
  const { id, quantity, from, category, label, part, step } = row
  return JSON.stringify([id, quantity, from, category, label, part, step])
}

function titleOf(row: Fields): string {
  const { name, text, title, quantity, from, category, label, part, step, id } = row
  if (typeof from === 'string') return `${from} ${String(category)}`
  const found = [name, text, title, label, quantity, part, step, id].find(
    (one) => typeof one === 'string',
  )
  return typeof found === 'string' ? found : 'entry'
}

function told(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(told).join('; ')
  if (isFields(value))
    return Object.entries(value)
      .filter(([, inner]) => inner !== false)
      .map(([key, inner]) => `${words[key] ?? key} ${told(inner) ?? 'none'}`)
      .join(', ')
  if (value === true) return 'yes'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function areRows(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every(isFields)
}
