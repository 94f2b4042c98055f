import { CalendarCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { formatLongDay } from '#domain/readable.ts'
import { interviewPassed } from '#domain/interview-words.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { CategoryHours } from './category-hours.tsx'
import { NextMilestones } from './next-milestones.tsx'
import { StandingCard } from './standing-card.tsx'
import { StreakCard } from './streak-card.tsx'
import { TrendCard } from './trend-card.tsx'
import './today-screen.css'

/** The first screen: where I stand, what to log, what comes next. */
export function TodayScreen({
  logSession,
  latestSessions,
  onMapSessions,
  next,
  readiness,
  preparation,
  career,
}: Readonly<{
  /** The form for a new session. */
  logSession: ReactNode
  latestSessions: ReactNode
  /** What to do next, and the two dashboards, which are kept apart: getting ready, and what was shown at work. */
  next: (status: Status) => ReactNode
  readiness: (status: Status) => ReactNode
  preparation: (status: Status) => ReactNode
  career: (status: Status) => ReactNode
  /** Opens the choice of where sessions of other levels count. */
  onMapSessions: () => void
}>) {
  const reading = useCall('plan.status', {})
  const { data: status, error } = reading
  if (status === undefined && error !== null)
    return (
      <Screen title="Today">
        <Unanswered readings={[reading]} />
      </Screen>
    )
  return (
    <Screen
      width="full"
      title="Today"
      lead={status === undefined ? ' ' : formatLongDay(status.today)}
    >
      {status === undefined ? (
        <Card>
          <Skeleton lines={4} />
        </Card>
      ) : (
        <StandingCard status={status} />
      )}
      {status !== undefined && <PassedNotice status={status} />}
      {status !== undefined && <UnmappedNotice status={status} onMapSessions={onMapSessions} />}
      <div className="today-columns">
        <div className="today-column">
          <Card title="Log a session">{logSession}</Card>
          {status !== undefined && readiness(status)}
        </div>
        <div className="today-column">
          {status === undefined ? (
            <Card title="What next">
              <Skeleton lines={5} />
            </Card>
          ) : (
            next(status)
          )}
          <Card
            title="Hours by category"
            lead="Logged against planned. The tick is where the plan is today."
            actions={<a href="#/plan">Plan</a>}
          >
            {status === undefined ? <Skeleton lines={6} /> : <CategoryHours status={status} />}
          </Card>
          {status !== undefined && status.streak !== null && (
            <StreakCard status={status} streak={status.streak} />
          )}
          <Card title="Next milestones" actions={<a href="#/plan">All</a>}>
            {status === undefined ? <Skeleton lines={4} /> : <NextMilestones status={status} />}
          </Card>
        </div>
        <div className="today-latest">
          <Card title="Latest sessions" actions={<a href="#/log">All sessions</a>}>
            {status?.totals.sessions === 0 ? (
              <EmptyState compact title="Nothing is logged yet">
                Log what you studied last, even if it was days ago: any past date works. It appears
                here and moves the bars.
              </EmptyState>
            ) : (
              latestSessions
            )}
          </Card>
        </div>
      </div>
      {status !== undefined && (
        <>
          <Section
            title="Preparation"
            lead="What you do to get ready: hours, stories, rehearsals, mock interviews."
          >
            <div className="today-dashboard">
              <TrendCard status={status} />
              {preparation(status)}
            </div>
          </Section>
          <Section
            title="Career evidence"
            lead="What you have shown at work. No study hour moves it."
          >
            <div className="today-dashboard">{career(status)}</div>
          </Section>
        </>
      )}
    </Screen>
  )
}

/** Says that the interview is over by its date, and leads to where another can be set. */
function PassedNotice({ status: { profile, today } }: Readonly<{ status: Status }>) {
  const passed = interviewPassed(profile.interviewDate, today)
  if (passed === null) return null
  return (
    <Notice
      tone="neutral"
      icon={<CalendarCheck aria-hidden />}
      actions={<a href="#/profile">Set another date</a>}
    >
      {passed} What you log goes on counting.
    </Notice>
  )
}

/** Says that some time has no place in this plan, after a switch of level that left categories unmapped. */
function UnmappedNotice({
  status,
  onMapSessions,
}: Readonly<{ status: Status; onMapSessions: () => void }>) {
  if (status.unmapped.length === 0) return null
  const hours = status.unmapped.reduce((sum, row) => sum + row.hours, 0)
  const names = status.unmapped.map(({ name, playbook }) => `${name} (${playbook})`).join(', ')
  return (
    <Notice
      tone="caution"
      icon={<TriangleAlert aria-hidden />}
      actions={
        <Button size="s" onClick={onMapSessions}>
          Choose where they count
        </Button>
      }
    >
      {formatHours(hours)} of other levels have no place in this plan and count nowhere: {names}.
    </Notice>
  )
}
