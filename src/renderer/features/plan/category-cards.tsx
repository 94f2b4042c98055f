import { ChevronRight } from 'lucide-react'
import type { AllocationRow, MilestoneRow, Status } from '#contract/plan.ts'
import type { PlanCategory, Playbook } from '#contract/playbooks.ts'
import { formatHours } from '#domain/duration.ts'
import { explainActualHours } from '#domain/explain.ts'
import { targetLabel } from '#domain/milestones.ts'
import { formatCount, formatPercent, statusLabel } from '#domain/readable.ts'
import { Explained } from '../../ui/explained.tsx'
import { Badge, CategoryLabel } from '../../ui/badge.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { MilestoneItem } from './milestone-item.tsx'
import { statusTone } from './pace-view.ts'
import './category-cards.css'

const TASK = { one: 'task', many: 'tasks' }

/** Each category of the plan on its own: how far it is, its milestones, and what the playbook says to do. */
export function CategoryCards({
  status,
  playbook,
}: Readonly<{ status: Status; playbook: Playbook }>) {
  return (
    <Section
      title="Category by category"
      lead="What each part of the plan is to bring, and how far it is."
    >
      <div className="plan-categories">
        {status.allocation.map((row, index) => (
          <CategoryCard
            key={row.category}
            row={row}
            position={index + 1}
            category={playbook.plan.categories.find(({ slug }) => slug === row.category)}
            milestones={status.milestones.filter(({ category }) => category === row.category)}
            playbook={playbook}
          />
        ))}
      </div>
    </Section>
  )
}

function CategoryCard({
  row,
  position,
  category,
  milestones,
  playbook,
}: Readonly<{
  row: AllocationRow
  position: number
  category: PlanCategory | undefined
  milestones: readonly MilestoneRow[]
  playbook: Playbook
}>) {
  const part = (hours: number) => (row.plannedHours === 0 ? 0 : hours / row.plannedHours)
  const hours = `${formatHours(row.actualHours)} of ${formatHours(row.plannedHours)}`
  return (
    <Card className="plan-category">
      <div className="plan-category-top">
        <div className="plan-category-head">
          <h3>
            <CategoryLabel position={position}>{row.name}</CategoryLabel>
          </h3>
          <Badge tone={statusTone(row.status)}>{statusLabel(row.status)}</Badge>
        </div>
        <ProgressBar
          label={`${row.name}: hours logged of those planned`}
          value={part(row.actualHours)}
          valueText={`${hours}; ${formatHours(row.plannedToDateHours)} planned to date`}
          mark={part(row.plannedToDateHours)}
          category={position}
        />
        <p className="plan-quiet">
          <Explained
            about={`actual hours of ${row.name}`}
            figure={hours}
            explanation={explainActualHours(row)}
          />
        </p>
      </div>

      {milestones.length > 0 && (
        <ul className="plan-milestones" aria-label={`Milestones of ${row.name}`}>
          {milestones.map((milestone) => (
            <MilestoneItem
              key={milestone.id}
              row={milestone}
              position={position}
              milestone={playbook.milestones.find(({ id }) => id === milestone.id)}
            />
          ))}
        </ul>
      )}

      {category !== undefined && (
        <details className="plan-tasks">
          <summary>
            <ChevronRight aria-hidden />
            <span>
              {formatCount(category.tasks.length, TASK)} in the playbook
              <span className="plan-quiet">
                {' '}
                {formatPercent(row.plannedShare)} of the time, {targetLabel(category.hours, 'h')}
              </span>
            </span>
          </summary>
          <ul>
            {category.tasks.map((task) => (
              <li key={task.id}>{task.text}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
