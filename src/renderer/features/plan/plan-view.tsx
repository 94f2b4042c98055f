import { Suspense, lazy, useState } from 'react'
import type { Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { formatDay } from '#domain/readable.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { AllocationCard } from './allocation-card.tsx'
import { CategoryCards } from './category-cards.tsx'
import { PaceCard } from './pace-card.tsx'

const BudgetDialog = lazy(() =>
  import('./budget-dialog.tsx').then((module) => ({ default: module.BudgetDialog })),
)

/** Where the plan leads to outside itself. */
export type PlanDoors = Readonly<{
  /** Opens the form for a new session. */
  onLogSession: () => void
  /** Opens the choice of where another level's sessions count in this plan. */
  onMapSessions: () => void
}>

/** The screen once its data is there. */
export function PlanView({
  status,
  playbook,
  onLogSession,
  onMapSessions,
}: PlanDoors & Readonly<{ status: Status; playbook: Playbook }>) {
  const [isBudgetOpen, setBudgetOpen] = useState(false)
  const { startDate, interviewDate } = status.profile
  const until =
    interviewDate === null ? 'with no interview date yet' : `to ${formatDay(interviewDate)}`
  return (
    <Screen
      title="Plan"
      lead={`${playbook.name}, from ${formatDay(startDate)} ${until}`}
      actions={
        <Button
          onClick={() => {
            setBudgetOpen(true)
          }}
        >
          Change hour budget
        </Button>
      }
    >
      <PaceCard status={status} onLogSession={onLogSession} />
      <AllocationCard status={status} playbook={playbook} onMapSessions={onMapSessions} />
      <CategoryCards status={status} playbook={playbook} />
      {isBudgetOpen && (
        <Suspense fallback={null}>
          <BudgetDialog
            status={status}
            playbook={playbook}
            onClose={() => {
              setBudgetOpen(false)
            }}
          />
        </Suspense>
      )}
    </Screen>
  )
}
