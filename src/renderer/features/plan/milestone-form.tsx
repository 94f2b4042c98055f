import { useEffect, useRef, useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { MilestoneRow } from '#contract/plan.ts'
import type { Milestone } from '#contract/playbooks.ts'
import { targetLabel } from '#domain/milestones.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useFocusOnError } from '../../bridge/use-focus-on-error.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { FormError } from '../../ui/field.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { fieldText } from './budget-draft.ts'
import { changeOf, isStated, type MilestoneDraft } from './milestone-view.ts'

/** States a count, sets an own target, or goes back to the playbook's. What was typed stays until it is saved. */
export function MilestoneForm({
  row,
  playbookTarget,
  onClose,
}: Readonly<{
  row: MilestoneRow
  playbookTarget: Milestone['target']
  onClose: () => void
}>) {
  const [draft, setDraft] = useState<MilestoneDraft>({
    stated: fieldText(row.actual),
    target: row.ownTarget && row.target !== null ? fieldText(row.target) : '',
  })
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('plan.setMilestone')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector('input')?.select()
  }, [])
  useEffect(() => {
    const element = form.current
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [onClose])
  useFocusOnError(form, error)

  const save = async () => {
    const change = changeOf(draft, row)
    if (!change.ok) {
      setError(change.error)
      return
    }
    if (change.input === null) {
      onClose()
      return
    }
    const answer = await write(change.input)
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    offerUndo(`${row.name} changed.`, answer.change)
    onClose()
  }
  const take = (field: keyof MilestoneDraft) => (typed: string) => {
    setDraft((before) => ({ ...before, [field]: typed }))
    setError(null)
  }
  const elsewhere = errorElsewhere(error, ['stated', 'target'])
  return (
    <form
      ref={form}
      className="plan-milestone-form"
      aria-label={row.name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {isStated(row) && (
        <NumberField
          label="So far"
          hint="You say how many; nothing tests it."
          value={draft.stated}
          onValue={take('stated')}
          error={errorAt(error, 'stated')}
        />
      )}
      <NumberField
        optional
        label="Your own target"
        hint={
          playbookTarget === null
            ? 'The playbook sets no figure. Empty: no target.'
            : `Empty: the playbook's ${targetLabel(playbookTarget)}.`
        }
        value={draft.target}
        onValue={take('target')}
        error={errorAt(error, 'target')}
      />
      <FormError>{elsewhere}</FormError>
      <div className="plan-form-actions">
        {row.ownTarget && (
          <Button
            size="s"
            variant="quiet"
            className="plan-form-reset"
            onClick={() => {
              take('target')('')
            }}
          >
            {playbookTarget === null ? 'Clear target' : "Use the playbook's target"}
          </Button>
        )}
        <Button size="s" onClick={onClose}>
          Cancel
        </Button>
        <Button size="s" variant="primary" type="submit" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  )
}
