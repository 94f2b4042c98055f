import type { CountKind } from '#contract/playbooks.ts'
import type { SessionFilter } from '#contract/sessions.ts'
import { formatDay } from '#domain/readable.ts'
import { isStudyDay } from '#domain/units.ts'
import { countKinds } from './count-kinds.ts'
import { withToggled } from '../../ui/toggled.ts'

/** What narrows the log, as it is typed and chosen. Empty text and empty lists narrow nothing. */
export type LogFilter = Readonly<{
  text: string
  /** Slugs of the plan's categories; null is time without a place in it. */
  categories: readonly (string | null)[]
  /** Study days, both included. */
  from: string
  to: string
  kinds: readonly CountKind[]
}>

export const emptyFilter: LogFilter = { text: '', categories: [], from: '', to: '', kinds: [] }

/** What the engine is asked. An empty object where nothing narrows the list. */
export function askedFilter(filter: LogFilter): SessionFilter {
  const text = filter.text.trim()
  return {
    ...(text === '' ? {} : { text }),
    ...(filter.categories.length === 0 ? {} : { categories: [...filter.categories] }),
    ...(isStudyDay(filter.from) ? { from: filter.from } : {}),
    ...(isStudyDay(filter.to) ? { to: filter.to } : {}),
    ...(filter.kinds.length === 0 ? {} : { kinds: [...filter.kinds] }),
  }
}

/** Whether anything narrows the list. */
export function isFiltering(filter: LogFilter): boolean {
  return Object.keys(askedFilter(filter)).length > 0
}

/** One condition of a filter in words, and the filter without it. */
export type FilterPart = Readonly<{ id: string; label: string; without: LogFilter }>

/** Every condition on its own, so that each can be seen and taken away. */
export function partsOf(
  filter: LogFilter,
  categoryName: (slug: string | null) => string,
): readonly FilterPart[] {
  const text = filter.text.trim()
  const days = daysInWords(filter)
  return [
    ...(text === '' ? [] : [{ id: 'text', label: `“${text}”`, without: { ...filter, text: '' } }]),
    ...filter.categories.map((slug) => ({
      id: `category ${slug ?? ''}`,
      label: categoryName(slug),
      without: { ...filter, categories: withToggled(filter.categories, slug) },
    })),
    ...(days === null
      ? []
      : [{ id: 'days', label: days, without: { ...filter, from: '', to: '' } }]),
    ...filter.kinds.map((kind) => ({
      id: `count ${kind}`,
      label: countKinds.find((candidate) => candidate.kind === kind)?.label ?? kind,
      without: { ...filter, kinds: withToggled(filter.kinds, kind) },
    })),
  ]
}

/** Each kind of condition that is in force, and the filter without that kind: what finds more. */
export function looserThan(filter: LogFilter): readonly FilterPart[] {
  const kinds: readonly FilterPart[] = [
    { id: 'text', label: 'Any words', without: { ...filter, text: '' } },
    { id: 'categories', label: 'Any category', without: { ...filter, categories: [] } },
    { id: 'days', label: 'Any day', without: { ...filter, from: '', to: '' } },
    { id: 'counts', label: 'Any counts', without: { ...filter, kinds: [] } },
  ]
  const asked = JSON.stringify(askedFilter(filter))
  return kinds.filter(({ without }) => JSON.stringify(askedFilter(without)) !== asked)
}

function daysInWords({ from, to }: LogFilter): string | null {
  const first = isStudyDay(from) ? formatDay(from) : null
  const last = isStudyDay(to) ? formatDay(to) : null
  if (first === null) return last === null ? null : `Until ${last}`
  if (last === null) return `From ${first}`
  return first === last ? first : `${first} to ${last}`
}
