import { formatCount, formatDay } from '#domain/readable.ts'
import type { ForecastView } from '#contract/forecast.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { BurnUpCard } from './burn-up-card.tsx'
import { ReachingTable } from './reaching-table.tsx'
import { ReplanCard } from './replan-card.tsx'
import { StandingCard } from './standing-card.tsx'
import { WhatIfCard } from './what-if-card.tsx'
import './forecast.css'

const WEEK = { one: 'whole week', many: 'whole weeks' }

/** When the plan is reached at the present pace, what other hours would change, and what is left week by week. */
export function ForecastScreen() {
  const reading = useCall('forecast.get', {})
  const { data: view } = reading
  if (view === undefined)
    return (
      <Screen title="Forecast">
        <Unanswered readings={[reading]} />
      </Screen>
    )
  return (
    <Screen title="Forecast" lead={basisText(view)}>
      {view.basis === 'nothing' && (
        <Card>
          <EmptyState compact title="Too little to tell yet">
            A forecast needs {view.fewestWeeks} whole weeks with what you logged in them; there are{' '}
            {view.weeks}. Until then the plan is drawn alone, and you can try hours a week below.
          </EmptyState>
        </Card>
      )}
      <StandingCard view={view} />
      <BurnUpCard view={view} />
      <ReachingTable view={view} />
      <WhatIfCard view={view} />
      <ReplanCard daysOff={view.daysOff} />
      <Method view={view} />
    </Screen>
  )
}

function basisText(view: ForecastView): string {
  if (view.from === null || view.to === null || view.basis === 'nothing')
    return 'From the pace of your last weeks, once there are some.'
  return `From the pace of ${formatCount(view.weeks, WEEK)}, ${formatDay(view.from)} to ${formatDay(view.to)}.`
}

function Method({ view }: Readonly<{ view: ForecastView }>) {
  return (
    <details className="forecast-more forecast-method">
      <summary>How this is worked out</summary>
      <p>
        The last whole weeks, eight at most, are put in a hat, weeks without study too. A week is
        drawn, put back, and another drawn, and so on: one course that the time ahead may take. This
        is done {view.courses.toLocaleString('en')} times. The range leaves out the earliest and the
        latest tenth of the courses.
      </p>
      <p>
        Weeks are drawn whole, so what goes together stays together. A past week with days off is
        taken up to a whole one; one with less than half of its study days is left out. Ahead, days
        off bring no hours. The draw follows from your data alone: the same data give the same
        forecast, on every computer.
      </p>
      <p>
        It assumes that the weeks to come are like those that were, and nothing else. It is a
        forecast of hours and counts, not of an interview.
      </p>
    </details>
  )
}
