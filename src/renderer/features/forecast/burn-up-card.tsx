import { lazy, Suspense, useState } from 'react'
import type { ForecastView } from '#contract/forecast.ts'
import { decimals, formatDay } from '#domain/readable.ts'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { Table } from '../../ui/table.tsx'

const BurnUpChart = lazy(() =>
  import('./burn-up-chart.tsx').then((module) => ({ default: module.BurnUpChart })),
)

const WHOLE = 'whole-plan'
const TITLE = 'Burn-up'

/** Hours against the plan over time, with what is expected; for the whole plan or one category. */
export function BurnUpCard({ view }: Readonly<{ view: ForecastView }>) {
  const [chosen, setChosen] = useState(WHOLE)
  const line =
    view.burnUps.find(({ category }) => (category ?? WHOLE) === chosen) ?? view.burnUps[0]
  if (line === undefined) return null
  const place = view.categories.findIndex(({ category }) => category === line.category)
  const hasForecast = line.points.some(({ high }) => high !== null)
  const hours = (value: number | null) => (value === null ? '' : decimals(value, 1))
  return (
    <Card
      title={TITLE}
      lead="Hours done against the plan, week by week, and where they are expected to go."
      actions={
        <Select
          label="The chart shows"
          hideLabel
          value={chosen}
          onValue={setChosen}
          options={view.burnUps.map(({ category, name }) => ({
            value: category ?? WHOLE,
            label: name,
          }))}
        />
      }
    >
      <figure
        className="forecast-figure"
        aria-label={`Line chart of hours done, planned and expected: ${line.name}. The table “${TITLE} as a table” says the same.`}
      >
        <figcaption
          className="forecast-legend"
          data-category={place < 0 ? undefined : place + 1}
          aria-hidden
        >
          <span>
            <span className="forecast-stroke" data-kind="done" /> Done
          </span>
          <span>
            <span className="forecast-stroke" data-kind="planned" /> Planned
          </span>
          {hasForecast && (
            <>
              <span>
                <span className="forecast-stroke" data-kind="expected" /> Expected
              </span>
              <span>
                <span className="forecast-stroke" data-kind="band" /> Eight of ten courses
              </span>
            </>
          )}
        </figcaption>
        <Suspense fallback={<div className="forecast-chart" />}>
          <BurnUpChart
            line={line}
            position={place < 0 ? null : place + 1}
            today={view.today}
            interviewDate={view.interviewDate}
          />
        </Suspense>
      </figure>
      <details className="forecast-more">
        <summary>{TITLE} as a table</summary>
        <Table caption={`${TITLE} as a table: ${line.name}`}>
          <thead>
            <tr>
              <th scope="col">Up to</th>
              <th scope="col" className="ui-number">
                Planned, h
              </th>
              <th scope="col" className="ui-number">
                Done, h
              </th>
              <th scope="col" className="ui-number">
                Late, h
              </th>
              <th scope="col" className="ui-number">
                Expected, h
              </th>
              <th scope="col" className="ui-number">
                Early, h
              </th>
            </tr>
          </thead>
          <tbody>
            {line.points.map(({ day, planned, actual, low, middle, high }) => (
              <tr key={day}>
                <th scope="row">
                  {formatDay(day)}
                  {day === view.today && ' (today)'}
                </th>
                <td className="ui-number">{hours(planned)}</td>
                <td className="ui-number">{hours(actual)}</td>
                <td className="ui-number">{hours(low)}</td>
                <td className="ui-number">{hours(middle)}</td>
                <td className="ui-number">{hours(high)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </Card>
  )
}
