import { useState } from 'react'
import type { CoverageRow } from '#contract/coverage.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/field.tsx'
import { Stepper } from '../../ui/stepper.tsx'

/** How many stories should serve each principle. Nothing is kept before it is saved. */
export function MinimumsDialog({
  rows,
  onClose,
}: Readonly<{ rows: readonly CoverageRow[]; onClose: () => void }>) {
  const { data: principles } = useCall('playbooks.principles', {})
  const [minimums, setMinimums] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(rows.map(({ principle, minimum }) => [principle, minimum])),
  )
  const [error, setError] = useState<string | null>(null)
  const { write, pending } = useWrite('coverage.setMinimums')
  const total = Object.values(minimums).reduce((sum, minimum) => sum + minimum, 0)
  const save = async () => {
    const changed = rows.filter(({ principle, minimum }) => minimums[principle] !== minimum)
    if (changed.length === 0) {
      onClose()
      return
    }
    const answer = await write({
      minimums: changed.map(({ principle }) => ({
        principle,
        minimum: minimums[principle] ?? null,
      })),
    })
    if (!answer.ok) {
      setError([answer.error.message, answer.error.hint ?? ''].join(' ').trim())
      return
    }
    offerUndo('Minimums changed.', answer.change)
    onClose()
  }
  return (
    <Dialog
      open
      size="l"
      title="Minimum of stories for each principle"
      description={`Not in the playbook: our own defaults make 42 in all, and 11 stories with 4 principles each reach them. Yours make ${total}.`}
      onClose={onClose}
      footer={
        <>
          <Button
            variant="quiet"
            disabled={principles === undefined}
            onClick={() => {
              setMinimums(
                Object.fromEntries(
                  (principles ?? []).map(({ id, minStories }) => [id, minStories]),
                ),
              )
            }}
          >
            Use the defaults
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" pending={pending} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className="coverage-minimums">
        {(principles ?? []).map(({ id, name }) => (
          <Stepper
            key={id}
            label={name}
            max={20}
            value={minimums[id] ?? 0}
            onValue={(value) => {
              setMinimums((before) => ({ ...before, [id]: value }))
              setError(null)
            }}
          />
        ))}
      </div>
      <FormError>{error}</FormError>
    </Dialog>
  )
}
