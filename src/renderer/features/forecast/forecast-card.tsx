import type { Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { reachingText } from '#domain/forecast/reaching-text.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/states.tsx'
import './forecast.css'

/** The forecast on the first screen: when the plan is reached, what it takes, what holds it up. */
export function ForecastCard({ status }: Readonly<{ status: Status }>) {
  const { forecast } = status
  const critical = forecast.categories.find(({ category }) => category === forecast.critical)
  return (
    <Card title="Forecast" actions={<a href="#/readiness/forecast">Open</a>}>
      {forecast.basis === 'nothing' && forecast.plan.status !== 'done' ? (
        <EmptyState compact title="Too little to tell yet">
          After three whole weeks with sessions, the days stand here on which you reach the plan at
          your own pace.
        </EmptyState>
      ) : (
        <dl className="forecast-short">
          <div>
            <dt>The plan is reached</dt>
            <dd>{reachingText(forecast.plan)}</dd>
          </div>
          {critical && (
            <div>
              <dt>Holds it up</dt>
              <dd>{critical.name}</dd>
            </div>
          )}
          <div>
            <dt>Hours a week</dt>
            <dd>
              {formatHours(forecast.weeklyHours)} lately
              {forecast.neededWeeklyHours !== null &&
                `, ${formatHours(forecast.neededWeeklyHours)} needed`}
            </dd>
          </div>
        </dl>
      )}
    </Card>
  )
}
