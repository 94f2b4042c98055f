import { useCall } from '../../bridge/queries.ts'

/** A category of the present level; `position` counts from 1. */
export type PlanCategory = Readonly<{ slug: string; name: string; position: number }>

/** The categories of the present level; none until they are read. */
export function usePlanCategories(): readonly PlanCategory[] {
  const { data: now } = useCall('profile.get', {})
  const level = now?.profile?.level
  const { data: playbook } = useCall(
    'playbooks.get',
    { id: level ?? '' },
    { enabled: level !== undefined },
  )
  return (
    playbook?.plan.categories.map(({ slug, name }, index) => ({
      slug,
      name,
      position: index + 1,
    })) ?? []
  )
}
