import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { PlanView, type PlanDoors } from './plan-view.tsx'
import './plan.css'

/** Every minute: "today" moves on while the window stays open over midnight. */
const ASK_AGAIN_MS = 60_000

/** Where the hours went against the plan, what the plan asks for, and its own figures to be changed. */
export function PlanScreen(props: PlanDoors) {
  const status = useCall('plan.status', {}, { everyMs: ASK_AGAIN_MS })
  const level = status.data?.level
  const playbook = useCall('playbooks.get', { id: level ?? '' }, { enabled: level !== undefined })

  if (status.data !== undefined && playbook.data !== undefined)
    return <PlanView status={status.data} playbook={playbook.data} {...props} />

  return (
    <Screen title="Plan">
      <Unanswered readings={[status, playbook]}>
        <Skeleton block />
        <Skeleton block />
      </Unanswered>
    </Screen>
  )
}
