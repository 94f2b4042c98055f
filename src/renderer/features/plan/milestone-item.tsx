import { CircleCheck, Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import type { MilestoneRow } from '#contract/plan.ts'
import type { Milestone } from '#contract/playbooks.ts'
import { explainMilestone } from '#domain/explain.ts'
import { Explained } from '../../ui/explained.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { MilestoneForm } from './milestone-form.tsx'
import { isStated, milestoneViewOf } from './milestone-view.ts'

/** One milestone: how far it is, and in its place while it is edited, the form. */
export function MilestoneItem({
  row,
  position,
  milestone,
}: Readonly<{ row: MilestoneRow; position: number; milestone: Milestone | undefined }>) {
  const [isEditing, setEditing] = useState(false)
  const edit = useRef<HTMLButtonElement>(null)
  const playbookTarget = milestone?.target ?? null
  const view = milestoneViewOf(row, playbookTarget)

  const close = () => {
    setEditing(false)
    // Back to where the form was opened from, or the keyboard would begin at the top of the page again.
    requestAnimationFrame(() => {
      edit.current?.focus()
    })
  }
  return (
    <li className="plan-milestone">
      <div className="plan-milestone-head">
        <h4>
          {row.name}
          {row.progress === 1 && (
            <span className="plan-reached">
              <CircleCheck aria-hidden />
              <VisuallyHidden>Reached</VisuallyHidden>
            </span>
          )}
        </h4>
        <span className="plan-milestone-figure">
          <Explained
            about={row.name}
            figure={
              <span>
                <strong>{view.actual}</strong> {view.rest}
              </span>
            }
            explanation={explainMilestone(row, milestone?.provenance)}
          />
        </span>
        <IconButton
          ref={edit}
          size="s"
          label={
            isStated(row)
              ? `Change count and target of ${row.name}`
              : `Change target of ${row.name}`
          }
          icon={<Pencil aria-hidden />}
          aria-expanded={isEditing}
          onClick={() => {
            setEditing(!isEditing)
          }}
        />
      </div>
      {row.progress !== null && (
        <ProgressBar
          label={row.name}
          value={row.progress}
          valueText={view.text}
          category={position}
        />
      )}
      {view.note !== null && <p className="plan-quiet">{view.note}</p>}
      {isEditing && <MilestoneForm row={row} playbookTarget={playbookTarget} onClose={close} />}
    </li>
  )
}
