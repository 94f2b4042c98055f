import type { ReadinessPartView } from '#contract/readiness.ts'
import { decimals } from '#domain/readable.ts'
import { Badge } from '../../ui/badge.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Table } from '../../ui/table.tsx'
import type { Begin } from './begin.ts'
import { GainsList } from './gains-list.tsx'
import { pointsText } from './points.ts'

/** One part: its points, its rule, what it is made of, and what would add most to it. */
export function PartCard({ part, begin }: Readonly<{ part: ReadinessPartView; begin: Begin }>) {
  const { id, name, points, weight, hasData, rule, noData, lines, gains } = part
  return (
    <details id={`readiness-part-${id}`} className="readiness-part">
      <summary>
        <span className="readiness-part-name">
          {name} {!hasData && <Badge>No data</Badge>}
        </span>
        <span className="readiness-part-bar">
          <ProgressBar
            label={name}
            value={weight === 0 ? 0 : points / weight}
            valueText={`${pointsText(points)} of ${decimals(weight, 0)} points`}
          />
        </span>
        <span className="readiness-part-points">
          {pointsText(points)} <span>of {decimals(weight, 0)}</span>
        </span>
      </summary>
      <div className="readiness-part-body">
        <p className="readiness-rule">{rule}</p>
        {!hasData && (
          <p className="readiness-rule">
            {noData} That gives 0 points, and it is not a failure: nothing is known yet.
          </p>
        )}
        {lines.length > 0 && (
          <Table caption={`What ${name} is made of`} className="readiness-lines">
            <thead>
              <tr>
                <th scope="col">Made of</th>
                <th scope="col">Recorded</th>
                <th scope="col" className="ui-number">
                  Points
                </th>
                <th scope="col" className="ui-number">
                  Of
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <tr key={`${index} ${line.label}`}>
                  <th scope="row">{line.label}</th>
                  <td>{line.value}</td>
                  <td className="ui-number">{decimals(line.points, 2)}</td>
                  <td className="ui-number">{decimals(line.of, 2)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {gains.length > 0 && (
          <div>
            <h3>What would add most here</h3>
            <GainsList gains={gains} begin={begin} />
          </div>
        )}
      </div>
    </details>
  )
}
