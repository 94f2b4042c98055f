import type { ReadinessSummary } from '#contract/readiness.ts'
import { decimals } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Begin } from './begin.ts'
import { GainsList } from './gains-list.tsx'
import { pointsText } from './points.ts'
import './readiness.css'

/** A part of the career evidence on the first screen: how far it is and what would add most. */
export function CareerCard({
  part,
  href,
  summary,
  empty,
  begin,
}: Readonly<{
  part: ReadinessSummary['parts'][number]
  href: string
  /** How it stands, in a sentence. */
  summary: string
  /** What will stand here, and why. */
  empty: string
  begin: Begin
}>) {
  const { data: view } = useCall('readiness.get', {})
  const found = view?.parts.find(({ id }) => id === part.id)
  return (
    <Card title={part.name} actions={<a href={href}>Open</a>}>
      {part.hasData ? (
        <>
          <div className="readiness-career">
            <ProgressBar
              label={part.name}
              value={part.weight === 0 ? 0 : part.points / part.weight}
              valueText={`${pointsText(part.points)} of ${decimals(part.weight, 0)} points`}
            />
            <span className="readiness-part-points">
              {pointsText(part.points)} <span>of {decimals(part.weight, 0)} points</span>
            </span>
          </div>
          <p>{summary}</p>
          {found !== undefined && found.gains.length > 0 && (
            <GainsList gains={found.gains.slice(0, 2)} begin={begin} />
          )}
        </>
      ) : (
        <EmptyState compact title="Nothing is recorded yet" actions={<a href={href}>Begin</a>}>
          {empty}
        </EmptyState>
      )}
    </Card>
  )
}
