import type { Playbook } from '#contract/playbooks.ts'
import type { Session } from '#contract/sessions.ts'
import type { Answerable } from '../../bridge/failed.ts'
import { planCategoriesOf, type PlanCategory } from '../../bridge/plan-categories.ts'
import { useCall, useCalls } from '../../bridge/queries.ts'

/** The categories of the plan in force, and how to name the category of any session. */
export type Categories = Readonly<{
  playbook: Playbook
  plan: readonly PlanCategory[]
  /** The session's category as it was logged; the level is added where that is another one. */
  nameOf: (session: Pick<Session, 'playbook' | 'category'>) => string
  /** Where the session counts in this plan, from 1; null when it is left out of it. */
  positionOf: (session: Pick<Session, 'planCategory'>) => number | null
}>

/** The categories of the present level; undefined until they are read. */
export function useCategories(): Categories | undefined {
  return useCategoriesRead().categories
}

/** The same with the reads that it rests on, for a screen that has to say when one of them failed. */
export function useCategoriesRead(): Readonly<{
  categories: Categories | undefined
  readings: readonly Answerable[]
}> {
  const now = useCall('profile.get', {})
  const list = useCall('playbooks.list', {})
  const books = useCalls('playbooks.get', list.data?.playbooks.map(({ id }) => ({ id })) ?? [])
  const playbooks = books.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const playbook = playbooks.find(({ id }) => id === now.data?.profile?.level)
  return {
    categories: playbook === undefined ? undefined : categoriesOf(playbook, playbooks),
    readings: [now, list, ...books],
  }
}

function categoriesOf(playbook: Playbook, all: readonly Playbook[]): Categories {
  const plan = planCategoriesOf(playbook)
  return {
    playbook,
    plan,
    nameOf: (session) => {
      const name =
        all
          .find((candidate) => candidate.id === session.playbook)
          ?.plan.categories.find(({ slug }) => slug === session.category)?.name ?? session.category
      return session.playbook === playbook.id ? name : `${name} (${session.playbook})`
    },
    positionOf: ({ planCategory }) =>
      plan.find(({ slug }) => slug === planCategory)?.position ?? null,
  }
}

/** The plan's categories; before them the one of another level that an old session was logged in. */
export function categoryOptions(categories: Categories, editing: Session | undefined) {
  const options = categories.plan.map(({ slug, name, position }) => ({
    value: slug,
    label: name,
    category: position,
  }))
  if (editing === undefined || editing.playbook === categories.playbook.id) return options
  return [{ value: editing.category, label: categories.nameOf(editing) }, ...options]
}
