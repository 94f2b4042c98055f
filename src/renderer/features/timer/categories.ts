import type { Timer } from '#contract/timer.ts'
import { useCall } from '../../bridge/queries.ts'

/** A category of the plan in force; `position` counts from 1. */
export type TimerCategory = Readonly<{ slug: string; name: string; position: number }>

/** The categories of the present level, in the order of its plan; undefined until they are read. */
export function usePlanCategories(): readonly TimerCategory[] | undefined {
  const { data: now } = useCall('profile.get', {})
  const level = now?.profile?.level
  const { data } = useCall('playbooks.get', { id: level ?? '' }, { enabled: level !== undefined })
  return data?.plan.categories.map(({ slug, name }, index) => ({ slug, name, position: index + 1 }))
}

/** The name of a timer's category, also where the timer was started on another level. */
export function useCategoryName(timer: Timer | null): string {
  const { data } = useCall(
    'playbooks.get',
    { id: timer?.playbook ?? '' },
    { enabled: timer !== null },
  )
  const found = data?.plan.categories.find(({ slug }) => slug === timer?.category)
  return found?.name ?? timer?.category ?? ''
}
