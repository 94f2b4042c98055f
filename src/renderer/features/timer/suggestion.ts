import { bridge } from '../../bridge/bridge.ts'
import { useCall } from '../../bridge/queries.ts'
import { createStore, type Store } from '../../ui/store.ts'

/** The category that was chosen for the next timer; null while the suggestion stands. */
export const chosenCategory: Store<string | null> = createStore<string | null>(null)

const latestSession = { offset: 0, limit: 1 } as const

type Latest = Readonly<{ planCategory: string | null }> | undefined
type Plan = readonly Readonly<{ slug: string }>[]

/** What is suggested for a timer: where the latest session counts, else the first category of the plan. */
function suggestionOf(latest: Latest, plan: Plan): string | null {
  const isInPlan = plan.some(({ slug }) => slug === latest?.planCategory)
  return (isInPlan ? latest?.planCategory : plan[0]?.slug) ?? null
}

/** The suggestion while it is on show; null until it is known. */
export function useSuggestedCategory(plan: Plan): string | null {
  const { data } = useCall('sessions.page', latestSession)
  return data === undefined ? null : suggestionOf(data[0], plan)
}

/** The suggestion for a start by key, from wherever the page is. */
export async function suggestedCategory(): Promise<string | null> {
  const [sessions, now] = await Promise.all([
    bridge.call('sessions.page', latestSession),
    bridge.call('profile.get', {}),
  ])
  const level = now.ok ? now.value.profile?.level : undefined
  if (level === undefined) return null
  const playbook = await bridge.call('playbooks.get', { id: level })
  if (!playbook.ok) return null
  return suggestionOf(sessions.ok ? sessions.value[0] : undefined, playbook.value.plan.categories)
}
