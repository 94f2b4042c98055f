import { Shuffle } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { formatHours } from '#domain/duration.ts'
import { formatCount } from '#domain/readable.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Notice } from '../../ui/states.tsx'
import { AllocationTable } from './allocation-table.tsx'
import { chartRowsOf, type ChartMeasure } from './chart-rows.ts'
import './allocation-card.css'

const AllocationChart = lazy(() =>
  import('./allocation-chart.tsx').then((module) => ({ default: module.AllocationChart })),
)

const TITLE = 'Planned and actual'
const SESSION = { one: 'session', many: 'sessions' }

/** Planned against actual per category, as bars and as the table that says the same. */
export function AllocationCard({
  status,
  playbook,
  onMapSessions,
}: Readonly<{ status: Status; playbook: Playbook; onMapSessions: () => void }>) {
  const [measure, setMeasure] = useState<ChartMeasure>('shares')
  const rows = useMemo(() => chartRowsOf(status.allocation, measure), [status.allocation, measure])
  return (
    <Card
      className="plan-allocation"
      title={TITLE}
      lead="Where the hours went, category by category."
      actions={
        <Segmented
          label="The chart shows"
          value={measure}
          onValue={setMeasure}
          options={[
            { value: 'shares', label: 'Shares' },
            { value: 'hours', label: 'Hours' },
          ]}
        />
      }
    >
      <div className="plan-allocation-sides">
        <figure
          className="plan-figure-chart"
          aria-label={`Bar chart of planned and actual ${measure} per category. The table “${TITLE}” says the same.`}
        >
          <figcaption className="plan-legend" aria-hidden>
            <span className="plan-legend-item">
              <span className="plan-swatch" data-kind="planned" />
              Planned
            </span>
            <span className="plan-legend-item">
              <span className="plan-swatch" data-kind="actual" />
              Actual
            </span>
            {measure === 'hours' && (
              <span className="plan-legend-item">
                <span className="plan-swatch" data-kind="due" />
                Planned to date
              </span>
            )}
          </figcaption>
          <Suspense fallback={null}>
            <AllocationChart rows={rows} measure={measure} />
          </Suspense>
        </figure>
        <AllocationTable caption={TITLE} status={status} playbook={playbook} />
      </div>
      {status.unmapped.length > 0 && (
        <Unmapped unmapped={status.unmapped} onMapSessions={onMapSessions} />
      )}
    </Card>
  )
}

/** Time of another level that has no place in this plan: apart, as it takes part in no figure above. */
function Unmapped({
  unmapped,
  onMapSessions,
}: Readonly<{ unmapped: Status['unmapped']; onMapSessions: () => void }>) {
  const hours = unmapped.reduce((sum, row) => sum + row.hours, 0)
  const sessions = unmapped.reduce((sum, row) => sum + row.sessions, 0)
  return (
    <Notice
      icon={<Shuffle aria-hidden />}
      actions={
        <Button size="s" onClick={onMapSessions}>
          Choose where they count
        </Button>
      }
    >
      <p>
        <strong>
          {formatHours(hours)} in {formatCount(sessions, SESSION)} have no place in this plan
        </strong>{' '}
        and take part in none of its figures.
      </p>
      <ul className="plan-unmapped">
        {unmapped.map((row) => (
          <li key={`${row.playbook}/${row.category}`}>
            {row.name} ({row.playbook}): {formatHours(row.hours)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
