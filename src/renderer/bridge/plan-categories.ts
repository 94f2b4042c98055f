import type { Playbook } from '#contract/playbooks.ts'
import { useCall } from './queries.ts'

/** A category of a plan; `position` counts from 1. */
export type PlanCategory = Readonly<{ slug: string; name: string; position: number }>

/** The categories of the present level, in the order of its plan; undefined until they are read. */
export function usePlanCategories(): readonly PlanCategory[] | undefined {
  const { data: now } = useCall('profile.get', {})
  const level = now?.profile?.level
  const { data } = useCall('playbooks.get', { id: level ?? '' }, { enabled: level !== undefined })
  return data && planCategoriesOf(data)
}

/** The categories of a playbook's plan, in its order. */
export function planCategoriesOf({ plan }: Playbook): readonly PlanCategory[] {
  return plan.categories.map(({ slug, name }, index) => ({ slug, name, position: index + 1 }))
}
