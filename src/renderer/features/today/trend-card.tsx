import { lazy, Suspense } from 'react'
import type { Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { decimals, formatDay } from '#domain/readable.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'

const TrendChart = lazy(() =>
  import('./trend-chart.tsx').then((module) => ({ default: module.TrendChart })),
)

const TITLE = 'Trend by week'

/** The hours of the last twelve weeks against those meant. */
export function TrendCard({ status }: Readonly<{ status: Status }>) {
  const { weeks, profile } = status
  const isEmpty = weeks.every(({ hours }) => hours === 0)
  return (
    <Card
      title={TITLE}
      lead={`The line is the ${formatHours(profile.weeklyHours)} meant; the running week is pale.`}
    >
      {isEmpty ? (
        <EmptyState compact title="No weeks yet">
          Each week of study becomes a bar here, so that you see whether your hours hold.
        </EmptyState>
      ) : (
        <>
          <figure
            aria-label={`Bar chart of the hours of the last ${weeks.length} weeks. The table “${TITLE} as a table” says the same.`}
          >
            <Suspense fallback={<div className="today-trend-chart" />}>
              <TrendChart weeks={weeks} weeklyHours={profile.weeklyHours} />
            </Suspense>
          </figure>
          <details className="today-more">
            <summary>{TITLE} as a table</summary>
            <Table caption={`${TITLE} as a table`}>
              <thead>
                <tr>
                  <th scope="col">Week of</th>
                  <th scope="col" className="ui-number">
                    Hours
                  </th>
                  <th scope="col">Hours meant</th>
                </tr>
              </thead>
              <tbody>
                {weeks.map(({ start, hours, reached }) => (
                  <tr key={start}>
                    <th scope="row">{formatDay(start)}</th>
                    <td className="ui-number">{decimals(hours, 1)}</td>
                    <td>{reached ? 'reached' : 'not reached'}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </details>
        </>
      )}
    </Card>
  )
}
