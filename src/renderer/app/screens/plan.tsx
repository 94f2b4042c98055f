import { PlanScreen } from '../../features/plan/plan-screen.tsx'
import { openLevelSwitch } from '../../features/profile/level-switch-window.ts'
import { openSessionForm } from '../../features/sessions/session-form-window.ts'
import { useCall } from '../../bridge/queries.ts'

/** The plan, with its ways to the session form and to the mapping of other levels. */
export function PlanRoute() {
  const level = useCall('profile.get', {}).data?.profile?.level
  return (
    <PlanScreen
      onLogSession={() => {
        openSessionForm({ kind: 'new' })
      }}
      onMapSessions={() => {
        if (level !== undefined) openLevelSwitch(level)
      }}
    />
  )
}
