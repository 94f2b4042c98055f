import { useRef, useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { InputOf } from '#contract/index.ts'
import type { Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { targetLabel } from '#domain/milestones.ts'
import { formatPercent } from '#domain/readable.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useFocusOnError } from '../../bridge/use-focus-on-error.ts'
import { useWrite } from '../../bridge/queries.ts'
import { CategoryLabel } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/field.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import {
  budgetErrorOf,
  draftOf,
  hoursField,
  isPlaybookBudget,
  numbersOf,
  TOTAL_FIELD,
  withCategory,
  withTotal,
} from './budget-draft.ts'
import './budget-dialog.css'

/** Changes the hours of each category, or all of them by their total. Shares stay as the playbook has them. */
export function BudgetDialog({
  status,
  playbook,
  onClose,
}: Readonly<{ status: Status; playbook: Playbook; onClose: () => void }>) {
  const rows = status.allocation
  const [draft, setDraft] = useState(() => draftOf(rows.map((row) => row.plannedHours)))
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('plan.setBudget')
  const form = useRef<HTMLFormElement>(null)
  useFocusOnError(form, error)

  const send = async (input: InputOf<'plan.setBudget'>, done: string) => {
    const answer = await write(input)
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    offerUndo(done, answer.change)
    onClose()
  }
  const save = async () => {
    const wrong = budgetErrorOf(draft)
    const numbers = numbersOf(draft.hours)
    if (wrong !== null || numbers === null) {
      setError(wrong)
      return
    }
    if (rows.every((row, index) => row.plannedHours === numbers[index])) {
      onClose()
      return
    }
    const hours = rows.map(({ category }, index) => ({ category, hours: numbers[index] ?? 0 }))
    await send({ hours }, 'Hour budget changed.')
  }
  const change = (next: typeof draft) => {
    setDraft(next)
    setError(null)
  }
  const elsewhere = errorElsewhere(error, [
    TOTAL_FIELD,
    ...rows.map((_, index) => hoursField(index)),
  ])
  return (
    <Dialog
      open
      onClose={onClose}
      title="Hour budget"
      description="How many hours each category is to get. A new total scales all of them; the planned shares stay as the playbook has them."
      footer={
        <>
          {!isPlaybookBudget(rows, playbook.plan.categories) && (
            <Button
              variant="quiet"
              className="plan-form-reset"
              onClick={() => void send({ hours: null }, "The playbook's hours are back.")}
            >
              Use the playbook's hours
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="plan-budget" pending={pending}>
            Save budget
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id="plan-budget"
        className="plan-budget"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {rows.map((row, index) => {
          const category = playbook.plan.categories.find(({ slug }) => slug === row.category)
          return (
            <NumberField
              key={row.category}
              className="plan-budget-row"
              label={<CategoryLabel position={index + 1}>{row.name}</CategoryLabel>}
              hint={`${formatPercent(row.plannedShare)} of the plan${category === undefined ? '' : `, playbook target ${targetLabel(category.hours, 'h')}`}`}
              suffix="h"
              value={draft.hours[index] ?? ''}
              onValue={(typed) => {
                change(withCategory(draft, index, typed))
              }}
              error={errorAt(error, hoursField(index))}
            />
          )
        })}
        <NumberField
          className="plan-budget-row plan-budget-total"
          label="Total"
          hint="Scales the categories, in steps of half an hour."
          suffix="h"
          value={draft.total}
          onValue={(typed) => {
            change(withTotal(draft, typed))
          }}
          error={errorAt(error, TOTAL_FIELD)}
        />
        <FormError>{elsewhere}</FormError>
      </form>
    </Dialog>
  )
}
