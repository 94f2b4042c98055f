import { useState } from 'react'
import type { ReadinessView } from '#contract/readiness.ts'
import { decimals } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { gainText, pointsText } from './points.ts'
import './readiness.css'

/** The same data judged by two levels side by side: what would still be missing for each. */
export function CompareScreen() {
  const own = useCall('readiness.get', {})
  const shelf = useCall('playbooks.list', {})
  const { data: list } = shelf
  const [chosen, setChosen] = useState<string | null>(null)
  const others = (list?.playbooks ?? []).filter(({ id }) => id !== own.data?.level)
  const other = others.find(({ id }) => id === chosen) ?? others[0]
  const compared = useCall('readiness.get', other === undefined ? {} : { level: other.id }, {
    enabled: other !== undefined,
  })
  const views = own.data && compared.data && other ? [own.data, compared.data] : null
  return (
    <Screen
      title="Compare levels"
      lead="The same data, judged by two playbooks. Nothing is switched: your target level stays."
      actions={
        others.length > 1 && other ? (
          <Segmented
            label="Compare with"
            value={other.id}
            onValue={setChosen}
            options={others.map(({ id }) => ({ value: id, label: id }))}
          />
        ) : undefined
      }
    >
      {list !== undefined && other === undefined ? (
        <EmptyState title="There is no other level to compare with">
          Add a playbook of your own, and it can be compared here.
        </EmptyState>
      ) : views === null ? (
        <Unanswered readings={[own, shelf, compared]} />
      ) : (
        <Compared views={views} />
      )}
    </Screen>
  )
}

function Compared({ views }: Readonly<{ views: readonly ReadinessView[] }>) {
  const [first] = views
  if (first === undefined) return null
  return (
    <>
      <Card title="Points by part" lead={first.meaning}>
        <Table caption="Points of each part by level" className="readiness-compare">
          <thead>
            <tr>
              <th scope="col">Part</th>
              {views.map(({ level }) => (
                <th key={level} scope="col" className="ui-number">
                  {level}
                </th>
              ))}
              <th scope="col" className="ui-number">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {first.parts.map(({ id, name }) => {
              const parts = views.map((view) => view.parts.find((part) => part.id === id))
              const [here, there] = parts
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {parts.map((part, index) => (
                    <td key={views[index]?.level} className="ui-number">
                      {part?.hasData ? pointsText(part.points) : 'no data'}{' '}
                      <span className="readiness-of">of {decimals(part?.weight ?? 0, 0)}</span>
                    </td>
                  ))}
                  <td className="ui-number">
                    {signed((there?.points ?? 0) - (here?.points ?? 0))}
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Readiness</th>
              {views.map(({ level, score }) => (
                <td key={level} className="ui-number">
                  {pointsText(score)} <span className="readiness-of">of 100</span>
                </td>
              ))}
              <td className="ui-number">{signed((views[1]?.score ?? 0) - first.score)}</td>
            </tr>
          </tfoot>
        </Table>
      </Card>
      <div className="readiness-levels">
        {views.map((view) => (
          <Card
            key={view.level}
            title={`Still missing for ${view.level}`}
            lead={`${view.name}: the points still open, and what would add most to each part.`}
          >
            <MissingList view={view} />
          </Card>
        ))}
      </div>
      <p className="readiness-rule">
        Time logged at one level counts at the other where its playbook suggests. The checklist and
        the metrics are kept for each level by itself, because the levels ask for different things;
        stories, rehearsals and mock interviews are the same for both.
      </p>
    </>
  )
}

/** The parts that are not full, those with most points open first. */
function MissingList({ view }: Readonly<{ view: ReadinessView }>) {
  const open = view.parts
    .map((part) => ({ ...part, missing: part.weight - part.points }))
    .filter(({ missing }) => missing > 0.05)
    .toSorted((a, b) => b.missing - a.missing)
  if (open.length === 0)
    return (
      <EmptyState compact title="Nothing is missing">
        Every part is full.
      </EmptyState>
    )
  return (
    <ol className="readiness-missing">
      {open.map(({ id, name, missing, hasData, noData, gains: [gain] }) => (
        <li key={id}>
          <span className="readiness-missing-points">{pointsText(missing)}</span>
          <div>
            <p className="readiness-next-text">{name}</p>
            <p className="readiness-next-reason">
              {!hasData && `${noData} `}
              {gain && `${gainText(gain.points)}: ${gain.text}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function signed(points: number): string {
  const text = decimals(points, 1)
  return points > 0 && text !== '0.0' ? `+${text}` : text
}
