import type { NextStep } from '#contract/readiness.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Begin } from './begin.ts'
import { BeginStep } from './begin-step.tsx'
import './readiness.css'

/** What to do next: a short list, each step with its reason and what begins it. */
export function NextCard({ steps, begin }: Readonly<{ steps: readonly NextStep[]; begin: Begin }>) {
  return (
    <Card
      title="What next"
      lead="The most points an hour first, one step of each kind."
      actions={<a href="#/readiness">Readiness</a>}
    >
      {steps.length === 0 ? (
        <EmptyState
          compact
          title="Nothing fits into the time left"
          actions={<a href="#/profile">Dates</a>}
        >
          Either everything is done, or the interview is here. Steps appear again when there are
          days left.
        </EmptyState>
      ) : (
        <ol className="readiness-next">
          {steps.map(({ action, text, reason }) => (
            <li key={text}>
              <div>
                <p className="readiness-next-text">{text}</p>
                <p className="readiness-next-reason">{reason}</p>
              </div>
              <BeginStep action={action} about={text} begin={begin} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
