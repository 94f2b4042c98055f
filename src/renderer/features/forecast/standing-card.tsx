import type { ForecastView } from '#contract/forecast.ts'
import { formatHours } from '#domain/duration.ts'
import { inTimeText, reachingText, reachingWhy } from '#domain/forecast/reaching-text.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'

const WEEK = { one: 'whole week', many: 'whole weeks' }

/** The forecast in three figures: when the plan is reached, what a week has and needs, and what holds it up. */
export function StandingCard({ view }: Readonly<{ view: ForecastView }>) {
  const critical = view.categories.find(({ category }) => category === view.critical)
  const inTime = inTimeText(view.plan)
  const needed = view.neededWeeklyHours
  return (
    <Card flush className="forecast-standing">
      <div className="ui-figure">
        <h2>Whole plan</h2>
        <p className="forecast-fact-value">{reachingText(view.plan)}</p>
        <p className="forecast-fact-words">
          {view.plan.status === 'too-little'
            ? `${formatCount(view.weeks, WEEK)} of the ${view.fewestWeeks} that it takes are logged.`
            : reachingWhy(view.plan)}
          {inTime !== null &&
            view.interviewDate !== null &&
            ` Before the interview on ${formatDay(view.interviewDate)}: ${inTime} of the courses.`}
        </p>
      </div>
      <div className="ui-figure">
        <h2>
          Hours a week{' '}
          {needed !== null && view.recentWeeklyHours !== null && (
            <Badge tone={view.recentWeeklyHours >= needed ? 'positive' : 'caution'}>
              {view.recentWeeklyHours >= needed ? 'Enough' : 'Not enough'}
            </Badge>
          )}
        </h2>
        <p className="forecast-fact-value">
          {needed === null ? formatHours(view.meantWeeklyHours) : formatHours(needed)}
        </p>
        <p className="forecast-fact-words">
          {needed === null
            ? 'meant; no interview date is set, so nothing says how many are needed.'
            : `needed for the ${formatHours(view.remainingHours)} left; ${formatHours(view.meantWeeklyHours)} are meant.`}{' '}
          {view.recentWeeklyHours !== null &&
            `The last weeks had ${formatHours(view.recentWeeklyHours)}.`}
        </p>
      </div>
      <div className="ui-figure">
        <h2>Holds the plan up</h2>
        <p className="forecast-fact-value">{critical?.name ?? 'Nothing to name'}</p>
        <p className="forecast-fact-words">
          {critical
            ? `${formatHours(Math.max(0, critical.plannedHours - critical.actualHours))} left there take longest at its pace. ${reachingText(critical)}.`
            : view.plan.status === 'done'
              ? 'Every category is done.'
              : 'It takes a few weeks of data to say which category.'}
        </p>
      </div>
    </Card>
  )
}
