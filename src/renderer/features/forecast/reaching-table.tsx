import type { ForecastView } from '#contract/forecast.ts'
import { inTimeText, reachingText, reachingWhy } from '#domain/forecast/reaching-text.ts'
import type { Reaching } from '#domain/forecast/reaching.ts'
import { formatDay, trimmedDecimals } from '#domain/readable.ts'
import { Badge, CategoryLabel, type Tone } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'

const TONES: Readonly<Record<Reaching['status'], Tone>> = {
  done: 'positive',
  range: 'neutral',
  'open-ended': 'caution',
  'not-converging': 'negative',
  'too-little': 'neutral',
  undated: 'neutral',
}

/** When each category and each milestone is reached. */
export function ReachingTable({ view }: Readonly<{ view: ForecastView }>) {
  return (
    <Card
      title="When it is reached"
      lead="The days between which eight of ten courses get there, if the weeks to come are like the last ones."
    >
      <Table caption="When each category and milestone is reached" className="forecast-reaching">
        <thead>
          <tr>
            <th scope="col">Category or milestone</th>
            <th scope="col" className="ui-number">
              So far
            </th>
            <th scope="col">Reached</th>
            <th scope="col">Most likely</th>
            <th scope="col" className="ui-number">
              In time
            </th>
          </tr>
        </thead>
        <tbody>
          {view.categories.map((row, index) => (
            <tr key={row.category}>
              <th scope="row">
                <CategoryLabel position={index + 1}>{row.name}</CategoryLabel>{' '}
                {row.category === view.critical && <Badge tone="caution">Holds the plan up</Badge>}
              </th>
              <td className="ui-number">
                {trimmedDecimals(row.actualHours)} of {trimmedDecimals(row.plannedHours)} h
              </td>
              <Cells reaching={row} />
            </tr>
          ))}
        </tbody>
        <tbody>
          {view.milestones.map((row) => (
            <tr key={row.milestone}>
              <th scope="row">{row.name}</th>
              <td className="ui-number">
                {trimmedDecimals(row.actual)} of {trimmedDecimals(row.target)}
              </td>
              <Cells reaching={row} />
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

function Cells({ reaching }: Readonly<{ reaching: Reaching }>) {
  return (
    <>
      <td>
        <Badge tone={TONES[reaching.status]}>{reachingText(reaching)}</Badge>
        {(reaching.status === 'undated' || reaching.status === 'not-converging') && (
          <span className="forecast-why">{reachingWhy(reaching)}</span>
        )}
      </td>
      <td>{reaching.likely === null ? '–' : formatDay(reaching.likely)}</td>
      <td className="ui-number">{inTimeText(reaching) ?? '–'}</td>
    </>
  )
}
