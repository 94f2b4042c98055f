import { Plus, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Status } from '#contract/plan.ts'
import { explainAllocationDistance, type Explanation } from '#domain/explain.ts'
import {
  explainPaceStatus,
  explainPlannedToDate,
  explainRemainingTotal,
  explainRequiredWeeklyHours,
} from '#domain/explain-pace.ts'
import { formatHours } from '#domain/duration.ts'
import { planDatesOf } from '#domain/elapsed.ts'
import { decimals, statusLabel } from '#domain/readable.ts'
import { Explained } from '../../ui/explained.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Notice } from '../../ui/states.tsx'
import { explainDaysLeft } from './explain-totals.ts'
import {
  daysLeftText,
  paceHeadline,
  ruleWithoutStatus,
  statusTone,
  weeklyNeedOf,
} from './pace-view.ts'
import './pace-card.css'

/** Where the whole plan stands today, by which rule, and what the rest of it takes. */
export function PaceCard({
  status,
  onLogSession,
}: Readonly<{ status: Status; onLogSession: () => void }>) {
  const { pace } = status
  const dates = planDatesOf(status)
  const days = daysLeftText(status)
  const need = weeklyNeedOf(status)
  const distance = status.allocationDistance
  const counted = `${formatHours(pace.countedHours)} of ${formatHours(pace.plannedHours)}`
  return (
    <Card className="plan-pace">
      <div className="plan-pace-words">
        <h2 className="plan-pace-head">
          {paceHeadline(status)}
          <Badge tone={statusTone(pace.status)}>{statusLabel(pace.status)}</Badge>
        </h2>
        <p className="plan-pace-rule">
          {ruleWithoutStatus(pace)}{' '}
          <Explained about="the status" explanation={explainPaceStatus(pace)} />
        </p>
      </div>

      {status.totals.sessions === 0 && (
        <div className="plan-start">
          <p>
            Each session that you log adds to its category. Its hours then stand beside the planned
            ones below, and the plan says what is ahead, what is behind and what is left.
          </p>
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={onLogSession}>
            Log a session
          </Button>
        </div>
      )}

      <div className="plan-pace-bar">
        <ProgressBar
          label="Hours of the plan that are done"
          value={pace.plannedHours === 0 ? 0 : pace.countedHours / pace.plannedHours}
          valueText={`${counted}; ${formatHours(pace.plannedToDateHours)} planned to date`}
          mark={pace.elapsedShare}
        />
        <p className="plan-pace-scale" aria-hidden>
          <span>{counted} count</span>
          <span className="plan-legend-item">
            <span className="plan-swatch" data-kind="due" />
            planned to date
          </span>
        </p>
      </div>

      <dl className="plan-figures">
        <Figure
          label="Planned to date"
          figure={formatHours(pace.plannedToDateHours)}
          detail={`of ${formatHours(pace.plannedHours)}`}
          explanation={explainPlannedToDate(pace, pace, dates)}
        />
        <Figure
          label="Hours left"
          figure={formatHours(pace.remainingHours)}
          detail={`${formatHours(pace.actualHours)} logged in the plan`}
          explanation={explainRemainingTotal(pace)}
        />
        <Figure
          label="Time left"
          figure={days.figure}
          explanation={explainDaysLeft(status)}
          detail={
            <>
              {days.detail}
              {pace.daysLeft === null && (
                <>
                  , <a href="#/profile">set one</a>
                </>
              )}
            </>
          }
        />
        <Figure
          label="Needed a week"
          figure={need.figure}
          detail={need.detail}
          explanation={explainRequiredWeeklyHours(pace, dates)}
        />
        <Figure
          label="Allocation distance"
          figure={distance === null ? 'No data' : decimals(distance, 1)}
          detail="0 exactly to plan, 100 nothing in common"
          explanation={explainAllocationDistance(status.allocation, distance)}
        />
      </dl>

      {need.warning !== null && (
        <Notice
          tone="caution"
          icon={<TriangleAlert aria-hidden />}
          actions={<a href="#/profile">Change dates and hours</a>}
        >
          {need.warning}
        </Notice>
      )}
    </Card>
  )
}

function Figure({
  label,
  figure,
  detail,
  explanation,
}: Readonly<{ label: string; figure: string; detail: ReactNode; explanation: Explanation }>) {
  return (
    <div className="plan-figure">
      <dt>{label}</dt>
      <dd className="plan-figure-value">
        <Explained
          about={label.charAt(0).toLowerCase() + label.slice(1)}
          figure={figure}
          explanation={explanation}
        />
      </dd>
      <dd className="plan-figure-detail">{detail}</dd>
    </div>
  )
}
