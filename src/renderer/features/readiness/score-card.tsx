import type { ReadinessSummary } from '#contract/readiness.ts'
import { decimals } from '#domain/readable.ts'
import { Card } from '../../ui/card.tsx'
import { pointsText } from './points.ts'
import './readiness.css'

/** The score on the first screen: its figure, its parts as one bar each, and what it is not. */
export function ScoreCard({ readiness }: Readonly<{ readiness: ReadinessSummary }>) {
  return (
    <Card title="Readiness" actions={<a href="#/readiness">Every point</a>}>
      <p className="readiness-score-figure">
        {pointsText(readiness.score)} <span>of 100</span>
      </p>
      <ul className="readiness-strips">
        {readiness.parts.map(({ id, name, points, weight, hasData }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="readiness-strip" aria-hidden>
              <span style={{ inlineSize: `${weight === 0 ? 0 : (points / weight) * 100}%` }} />
            </span>
            <span className="readiness-strip-points">
              {hasData ? (
                <>
                  {pointsText(points)}
                  <span className="readiness-of"> of {decimals(weight, 0)}</span>
                </>
              ) : (
                <span className="readiness-of">no data</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="readiness-rule">What you did and recorded; not a chance of being hired.</p>
    </Card>
  )
}
