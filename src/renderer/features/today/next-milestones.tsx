import type { Status } from '#contract/plan.ts'
import { explainMilestone } from '#domain/explain.ts'
import { milestoneTargetLabel } from '#domain/milestones.ts'
import { decimals } from '#domain/readable.ts'
import { Explained } from '../../ui/explained.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { nextMilestones } from './standing.ts'

const shownAtMost = 4

/** The milestones that are not reached yet, nearest first. */
export function NextMilestones({ status }: Readonly<{ status: Status }>) {
  const next = nextMilestones(status.milestones, shownAtMost)
  if (next.length === 0) {
    const hasTargets = status.milestones.some(({ target }) => target !== null)
    return (
      <EmptyState
        compact
        title={hasTargets ? 'Every milestone is reached' : 'No targets are set'}
        actions={<a href="#/plan">Set targets in the plan</a>}
      >
        {hasTargets
          ? 'You can raise a target or set one of your own.'
          : `The ${status.level} playbook gives no numbers to reach. Targets of your own appear here.`}
      </EmptyState>
    )
  }
  const positionOf = (category: string) =>
    status.allocation.findIndex((row) => row.category === category) + 1
  return (
    <ul className="today-milestones">
      {next.map((row) => {
        const amount = `${decimals(row.actual, 0)} of ${milestoneTargetLabel(row) ?? ''}`
        return (
          <li key={row.id} className="today-milestone">
            <div className="today-category-head">
              <span>{row.name}</span>
              <Explained about={row.name} figure={amount} explanation={explainMilestone(row)} />
            </div>
            <ProgressBar
              label={row.name}
              value={row.progress}
              valueText={`${amount} ${row.unit.many}`}
              category={positionOf(row.category)}
            />
          </li>
        )
      })}
    </ul>
  )
}
