import type { Playbook } from '#contract/playbooks.ts'
import type { Session } from '#contract/sessions.ts'
import { useCall, useCalls } from '../../bridge/queries.ts'

export type Category = Readonly<{ slug: string; name: string; position: number }>

/** The categories of the plan in force, and how to name the category of any session. */
export type Categories = Readonly<{
  playbook: Playbook
  plan: readonly Category[]
  /** The session's category as it was logged; the level is added where that is another one. */
  nameOf: (session: Pick<Session, 'playbook' | 'category'>) => string
  /** Where the session counts in this plan, from 1; null when it is left out of it. */
  positionOf: (session: Pick<Session, 'planCategory'>) => number | null
}>

/** The categories of the present level; undefined until they are read. */
export function useCategories(): Categories | undefined {
  const { data: now } = useCall('profile.get', {})
  const { data: list } = useCall('playbooks.list', {})
  const level = now?.profile?.level
  const ids = list?.playbooks.map((summary) => summary.id) ?? []
  const playbooks = useCalls(
    'playbooks.get',
    ids.map((id) => ({ id })),
  ).flatMap(({ data }) => (data === undefined ? [] : [data]))
  const playbook = playbooks.find((candidate) => candidate.id === level)
  return playbook === undefined ? undefined : categoriesOf(playbook, playbooks)
}

function categoriesOf(playbook: Playbook, all: readonly Playbook[]): Categories {
  const plan = playbook.plan.categories.map(({ slug, name }, index) => ({
    slug,
    name,
    position: index + 1,
  }))
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
