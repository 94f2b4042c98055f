import { lazy, Suspense, useState } from 'react'
import type { OutputOf } from '#contract/index.ts'
import { formatPercent } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Card } from '../../ui/card.tsx'
import { Explained } from './explained.tsx'
import { MetricRowView } from './metric-row.tsx'
import { NotInPlaybook } from './not-in-playbook.tsx'
import { ReadingScreen } from './reading-screen.tsx'
import { useEvidenceToOpen } from './evidence-to-open.ts'
import { StateBar } from './state-bar.tsx'
import './career.css'
import './metrics.css'

const MetricWindow = lazy(() =>
  import('./metric-window.tsx').then((module) => ({ default: module.MetricWindow })),
)

/** Every success indicator of the level with the person's own values. */
export function MetricsPage() {
  const reading = useCall('metrics.get', {})
  return (
    <ReadingScreen
      title="Success metrics"
      reading={reading}
      lead={({ name }) => `${name}: results at work, not of study`}
    >
      {(data) =>
        data.groups.length === 0 ? (
          <NotInPlaybook part="success indicators" name={data.name} />
        ) : (
          <MetricsView data={data} />
        )
      }
    </ReadingScreen>
  )
}

function MetricsView({ data }: Readonly<{ data: OutputOf<'metrics.get'> }>) {
  const { level, groups, summary } = data
  const [opened, setOpened] = useState<string | null>(useEvidenceToOpen())
  const open = groups.flatMap(({ indicators }) => indicators).find(({ id }) => id === opened)
  const { met, close, notMet, noValue, indicators, share } = summary
  return (
    <>
      <Card title="Where the indicators stand">
        <div className="career-summary">
          <div className="career-big">
            <span className="career-big-number">
              <Explained
                about="indicators met"
                figure={
                  <span>
                    {met} of {indicators}
                  </span>
                }
                formula="Met by the latest value. For readiness, one that is close counts half."
                numbers={`(${met} + ${close} / 2) / ${indicators} = ${formatPercent(share)}`}
                source="The targets are the playbook's. “Close” is a rule of Loopready: up to 10 % of the threshold on the wrong side, and no more than the room that the scale leaves beyond it."
              />
            </span>
            <span className="career-big-label">playbook targets met</span>
          </div>
          <StateBar
            label="Indicators by status"
            parts={[
              { key: 'met', label: 'met', count: met },
              { key: 'close', label: 'close', count: close },
              { key: 'not-met', label: 'not met', count: notMet },
              { key: 'no-value', label: 'without a value', count: noValue },
            ]}
          />
        </div>
      </Card>
      {groups.map((group) => (
        <Card key={group.id} title={group.name} flush>
          <ul className="metrics-list">
            {group.indicators.map((row) => (
              <MetricRowView
                key={row.id}
                row={row}
                onOpen={() => {
                  setOpened(row.id)
                }}
              />
            ))}
          </ul>
        </Card>
      ))}
      <Suspense fallback={null}>
        {open !== undefined && (
          <MetricWindow
            key={open.id}
            level={level}
            row={open}
            onClose={() => {
              setOpened(null)
            }}
          />
        )}
      </Suspense>
    </>
  )
}
