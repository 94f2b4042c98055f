import { LatestSessions } from '../../features/sessions/latest-sessions.tsx'
import { LogSession } from '../../features/sessions/log-session.tsx'
import { TodayScreen } from '../../features/today/today-screen.tsx'

/** The first screen, put together from the day's figures and the parts of the session log. */
export function TodayRoute() {
  return <TodayScreen logSession={<LogSession />} latestSessions={<LatestSessions />} />
}
