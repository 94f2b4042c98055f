import { CalendarPlus, Check } from 'lucide-react'
import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Rehearsal } from '#contract/rehearsals.ts'
import { rehearsalCategory } from '#domain/rehearsals/category.ts'
import { secondsText, totalMs } from '#domain/rehearsals/compare.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { AlertDialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** Makes a rehearsal a study session: one press, in the category that the plan has for stories or another. */
export function LogForm({ rehearsal }: Readonly<{ rehearsal: Rehearsal }>) {
  const { data: status } = useCall('plan.status', {})
  const { write, pending } = useWrite('rehearsals.logSession')
  const [chosen, setChosen] = useState<string | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const length = secondsText(totalMs(rehearsal.parts))

  if (rehearsal.session !== null)
    return (
      <p className="rehearse-logged">
        <Check aria-hidden /> Logged as a study session of {length}.{' '}
        <a href="#/log">Open the log</a>
      </p>
    )
  if (status === undefined) return <Skeleton lines={2} />
  const category =
    chosen ?? rehearsalCategory(status.allocation.map((row) => row.category)) ?? undefined
  if (category === undefined) return <p>The plan has no category to log it in.</p>
  const log = async (acceptOverlap: boolean) => {
    const answer = await write({ id: rehearsal.id, category, acceptOverlap })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo(`Logged ${length} as a study session.`, answer.change)
  }
  return (
    <div className="rehearse-log">
      <Select
        label="Category"
        value={category}
        options={status.allocation.map((row, index) => ({
          value: row.category,
          label: row.name,
          category: index + 1,
        }))}
        onValue={setChosen}
      />
      <Button icon={<CalendarPlus aria-hidden />} pending={pending} onClick={() => void log(false)}>
        Log {length} as study session
      </Button>
      {error !== null && error.code !== 'overlap' && (
        <div role="alert">
          <FieldError>{[error.message, error.hint].join(' ').trim()}</FieldError>
        </div>
      )}
      <AlertDialog
        open={error?.code === 'overlap'}
        title="Log it all the same?"
        confirmLabel="Log anyway"
        pending={pending}
        onCancel={() => {
          setError(null)
        }}
        onConfirm={() => void log(true)}
      >
        {error?.message} Both will count in your hours.
      </AlertDialog>
    </div>
  )
}
