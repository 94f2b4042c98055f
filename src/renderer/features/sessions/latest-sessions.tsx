import type { Session } from '#contract/sessions.ts'
import { formatDay } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useCategories } from './categories.ts'
import { SessionSummary } from './session-row.tsx'
import './latest-sessions.css'

const shownAtMost = 5

/** The sessions that were logged last, under their days. */
export function LatestSessions() {
  const { data: sessions } = useCall('sessions.page', { offset: 0, limit: shownAtMost })
  const categories = useCategories()
  if (sessions === undefined || categories === undefined) return <Skeleton lines={4} />
  return (
    <ul className="sessions-latest">
      {sessions.map((session, index) => (
        <li key={session.id}>
          {isFirstOfDay(sessions, index) && (
            <h3 className="sessions-latest-day">{formatDay(session.studyDay)}</h3>
          )}
          <div className="sessions-row">
            <SessionSummary session={session} categories={categories} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function isFirstOfDay(sessions: readonly Session[], index: number): boolean {
  return sessions[index - 1]?.studyDay !== sessions[index]?.studyDay
}
