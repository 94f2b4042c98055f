import type { PaceStatus, Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { planDatesOf } from '#domain/elapsed.ts'
import { hoursText } from '#domain/explain.ts'
import { explainPaceStatus, explainRequiredWeeklyHours } from '#domain/explain-pace.ts'
import { formatCount, statusLabel } from '#domain/readable.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Explained } from '../../ui/explained.tsx'
import { paceStanding, timeLeft, weeklyNeed } from './standing.ts'
import { WeekStrip } from './week-strip.tsx'

const tones: Readonly<Record<PaceStatus, Tone>> = {
  'no-data': 'neutral',
  'not-started': 'neutral',
  behind: 'caution',
  'on-track': 'positive',
  ahead: 'positive',
  over: 'accent',
}

/** The three figures of the day: time left, the last seven days, and the pace. */
export function StandingCard({ status }: Readonly<{ status: Status }>) {
  const { pace, profile } = status
  const left = timeLeft(status)
  const standing = paceStanding(pace, profile.startDate)
  const need = weeklyNeed(pace)
  const week = status.week.reduce((sum, { hours }) => sum + hours, 0)
  return (
    <Card flush className="today-standing">
      <div className="ui-figure">
        <h2>Time left</h2>
        <p className="today-figure-value">{left.figure}</p>
        <p className="today-figure-words">
          {left.words}
          {profile.interviewDate === null && (
            <>
              {'; '}
              <a href="#/profile">set one</a>
            </>
          )}
        </p>
      </div>
      <div className="ui-figure today-figure-week">
        <div>
          <h2>Last 7 days</h2>
          <p className="today-figure-value">{formatHours(week)}</p>
          <p className="today-figure-words">of {hoursText(pace.weeklyHours)} a week</p>
        </div>
        <WeekStrip week={status.week} weeklyHours={pace.weeklyHours} />
      </div>
      <div className="ui-figure">
        <h2>
          Pace <Badge tone={tones[pace.status]}>{statusLabel(pace.status)}</Badge>
        </h2>
        <p className="today-figure-value">
          <Explained
            about="the pace"
            figure={standing.figure}
            explanation={explainPaceStatus(pace)}
          />
        </p>
        <p className="today-figure-words">{standing.words}</p>
        {need !== null && (
          <p className="today-figure-need">
            <Explained
              about="the hours a week"
              figure={need}
              explanation={explainRequiredWeeklyHours(pace, planDatesOf(status))}
            />
          </p>
        )}
        {pace.daysLeft !== null && need === null && pace.remainingHours > 0 && (
          <p className="today-figure-need">
            {formatHours(pace.remainingHours)} of the plan are open and{' '}
            {formatCount(0, { one: 'day', many: 'days' })} are left.
          </p>
        )}
      </div>
    </Card>
  )
}
