import { useMemo, useState } from 'react'
import type { Mock } from '#contract/mocks.ts'
import { principleTrends, type PrincipleTrend } from '#domain/mocks.ts'
import { formatDay } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { TrendChart } from './trend-chart.tsx'

/** How each principle was rated over time: a chart of one, and a table of all. */
export function TrendCard({ mocks }: Readonly<{ mocks: readonly Mock[] }>) {
  const principles = useCall('playbooks.principles', {}).data
  const [chosen, setChosen] = useState<string | null>(null)
  const trends = useMemo(
    () =>
      principleTrends(
        mocks,
        (principles ?? []).map(({ id }) => id),
      ),
    [mocks, principles],
  )
  const nameOf = (id: string) => principles?.find((row) => row.id === id)?.name ?? id
  const trend = trends.find(({ principle }) => principle === chosen) ?? trends[0]
  if (trend === undefined)
    return (
      <Card title="Principles over time">
        <EmptyState compact title="No principle is rated yet">
          Rate principles on a scorecard, and their course shows here.
        </EmptyState>
      </Card>
    )
  return (
    <Card
      title="Principles over time"
      lead="The interviewer’s ratings and your own, 1 to 5, side by side. Neither is mixed into the other."
    >
      <div className="mocks-trend-head">
        <Select
          label="Principle in the chart"
          value={trend.principle}
          options={trends.map(({ principle }) => ({ value: principle, label: nameOf(principle) }))}
          onValue={setChosen}
        />
        <p className="mocks-legend" aria-hidden>
          <span className="mocks-swatch" data-kind="outside" /> Interviewer
          <span className="mocks-swatch" data-kind="self" /> You
        </p>
      </div>
      <TrendChart trend={trend} />
      <Table caption="Ratings of every principle, the oldest first">
        <thead>
          <tr>
            <th scope="col">Principle</th>
            <th scope="col">Interviewer</th>
            <th scope="col">You</th>
            <th scope="col">Since the first</th>
            <th scope="col">How you see it</th>
          </tr>
        </thead>
        <tbody>
          {trends.map((row) => (
            <tr key={row.principle}>
              <th scope="row">{nameOf(row.principle)}</th>
              <td>
                <Course trend={row} kind="outside" />
              </td>
              <td>
                <Course trend={row} kind="self" />
              </td>
              <td>{changeText(row.change)}</td>
              <td>{gapText(row.gap)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

/** The ratings one after the other, each with its day for whoever points at it. */
function Course({ trend, kind }: Readonly<{ trend: PrincipleTrend; kind: 'outside' | 'self' }>) {
  const rated = trend.points.flatMap(({ mockId, date, ...point }) =>
    point[kind] === null ? [] : [{ mockId, date, rating: point[kind] }],
  )
  if (rated.length === 0) return <span className="mocks-none">no data</span>
  return (
    <span className="mocks-course">
      {rated.map(({ mockId, date, rating }, at) => (
        <span key={mockId} title={formatDay(date as Mock['date'])}>
          {at > 0 && <span aria-hidden> → </span>}
          {at > 0 && <span className="ui-hidden"> then </span>}
          {rating}
        </span>
      ))}
    </span>
  )
}

function changeText(change: number | null): string {
  if (change === null) return '–'
  if (change === 0) return 'the same'
  return change > 0 ? `up ${change}` : `down ${-change}`
}

function gapText(gap: number | null): string {
  if (gap === null) return '–'
  if (gap === 0) return 'like the interviewer'
  return gap > 0 ? `${gap} higher than the interviewer` : `${-gap} lower than the interviewer`
}
