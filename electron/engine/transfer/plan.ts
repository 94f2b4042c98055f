import type { ReadContext } from '../handlers.ts'
import { requirePlaybook } from '../plan/status.ts'
import { findProfile } from '../profile/store.ts'

type Category = Readonly<{ slug: string; name: string }>

/** What an import of a table needs of the plan: the level's own categories, and those of every playbook. */
export type Plan = Readonly<{
  level: string
  categories: readonly Category[]
  playbooks: ReadonlyMap<string, readonly Category[]>
  dayStartsAt: number
}>

/** The categories of every playbook, by its id: plain data that can be handed to a thread. */
export function playbookCategories({
  library,
}: Pick<ReadContext, 'library'>): ReadonlyMap<string, readonly Category[]> {
  return new Map(
    library
      .list()
      .map(({ id }) => [
        id,
        (library.get(id)?.plan.categories ?? []).map(({ slug, name }) => ({ slug, name })),
      ]),
  )
}

/** The plan of the profile's level; null before there is a profile. */
export function findPlan(context: Pick<ReadContext, 'db' | 'library'>): Plan | null {
  const profile = findProfile(context.db)
  if (!profile) return null
  requirePlaybook(context.library, profile.level)
  const playbooks = playbookCategories(context)
  const { level, dayStartsAt } = profile
  return { level, categories: playbooks.get(level) ?? [], playbooks, dayStartsAt }
}
