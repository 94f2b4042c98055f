import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useCall } from '../../bridge/queries.ts'
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

  const error = status.error ?? playbook.error
  if (error === null)
    return (
      <Screen title="Plan">
        <div aria-busy className="plan-pending">
          <Skeleton block />
          <Skeleton block />
        </div>
      </Screen>
    )
  return (
    <Screen title="Plan">
      <ErrorState
        title={error.message}
        actions={
          <Button
            onClick={() => {
              status.retry()
              if (level !== undefined) playbook.retry()
            }}
          >
            Try again
          </Button>
        }
      >
        {error.hint}
      </ErrorState>
    </Screen>
  )
}
