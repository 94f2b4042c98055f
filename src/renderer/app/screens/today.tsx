import { openLevelSwitch } from '../../features/profile/level-switch-window.ts'
import { LatestSessions } from '../../features/sessions/latest-sessions.tsx'
import { LogSession } from '../../features/sessions/log-session.tsx'
import { TodayScreen } from '../../features/today/today-screen.tsx'
import { useCall } from '../../bridge/queries.ts'

/** The first screen, put together from the day's figures and the parts of the session log. */
export function TodayRoute() {
  const level = useCall('profile.get', {}).data?.profile?.level
  return (
    <TodayScreen
      logSession={<LogSession />}
      latestSessions={<LatestSessions />}
      onMapSessions={() => {
        if (level !== undefined) openLevelSwitch(level)
      }}
    />
  )
}
