import type { StoryFilter } from '#contract/stories.ts'
import type { StoryStatus, StorySummary } from '#contract/story.ts'
import { createStore } from '../../../ui/store.ts'
import { statuses } from '../story-words.ts'

/** What the bank shows and in which order. Empty lists narrow nothing. */
export type BankFilter = Readonly<{
  text: string
  statuses: readonly StoryStatus[]
  principles: readonly string[]
  tags: readonly string[]
  levels: readonly (string | null)[]
}>

export type BankOrder = 'changed' | 'title' | 'status' | 'when' | 'time'

export const orderNames: Readonly<Record<BankOrder, string>> = {
  changed: 'Last changed',
  title: 'Title',
  status: 'Status',
  when: 'When it happened',
  time: 'Speaking time',
}

export const emptyBankFilter: BankFilter = {
  text: '',
  statuses: [],
  principles: [],
  tags: [],
  levels: [],
}

/** They outlive the screen, so that coming back from a story finds the same list. */
export const bankFilter = createStore(emptyBankFilter)
export const bankOrder = createStore<BankOrder>('changed')
/** Whether the choices below the search are open. */
export const moreBankFilters = createStore(false)

/** What the engine is asked; an empty object where nothing narrows the list. */
export function askedOf({ text, statuses, principles, tags, levels }: BankFilter): StoryFilter {
  return {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(statuses.length === 0 ? {} : { statuses: [...statuses] }),
    ...(principles.length === 0 ? {} : { principles: [...principles] }),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    ...(levels.length === 0 ? {} : { levels: [...levels] }),
  }
}

/** How many conditions are in force besides the text. */
export function conditionsOf({ statuses, principles, tags, levels }: BankFilter): number {
  return statuses.length + principles.length + tags.length + levels.length
}

/** The stories in an order; those that are equal in it stay as they came, the last changed first. */
export function inOrder(
  stories: readonly StorySummary[],
  order: BankOrder,
): readonly StorySummary[] {
  if (order === 'changed') return stories
  return stories.toSorted((a, b) => {
    if (order === 'title') return a.title.localeCompare(b.title, 'en', { numeric: true })
    if (order === 'status') return statuses.indexOf(a.status) - statuses.indexOf(b.status)
    if (order === 'time') return b.words - a.words
    // The latest first; those without a date last.
    return (b.when?.from ?? '').localeCompare(a.when?.from ?? '')
  })
}
