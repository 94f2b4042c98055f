import type { Timer } from '#contract/timer.ts'
import { useCall } from '../../bridge/queries.ts'

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
