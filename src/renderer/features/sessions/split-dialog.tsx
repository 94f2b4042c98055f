import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Session } from '#contract/sessions.ts'
import { formatDay } from '#domain/readable.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { TextField } from '../../ui/text-field.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { durationInWords } from './draft.ts'
import { splitting } from './log-state.ts'
import { halfOf, splitViewOf, type SplitPart } from './split-view.ts'

/** Parts a session in two; what comes of it shows while the length of the first part is typed. */
export function SplitDialog({ session }: Readonly<{ session: Session }>) {
  const [first, setFirst] = useState(() => halfOf(session.durationS))
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('sessions.split')
  const view = splitViewOf(session, first)
  const close = () => {
    splitting.set(null)
  }
  return (
    <BulkDialog
      title="Split the session"
      description={`${formatDay(session.studyDay)}, ${session.time}, ${durationInWords(session.durationS)}. Counts and note stay with the first part.`}
      action="Split"
      pending={pending}
      error={errorElsewhere(error, ['first'])}
      onClose={close}
      onSubmit={async () => {
        const answer = await write({ id: session.id, first })
        if (!answer.ok) {
          setError(answer.error)
          return
        }
        offerUndo('Session split in two.', answer.change)
        close()
      }}
    >
      <TextField
        label="Duration of the first part"
        data-autofocus
        value={first}
        error={view?.ok === false ? view.message : errorAt(error, 'first')}
        onValue={(typed) => {
          setFirst(typed)
          setError(null)
        }}
      />
      {view?.ok === true && (
        <dl className="sessions-split-result" aria-live="polite">
          <Part name="First" part={view.first} />
          <Part name="Second" part={view.second} />
        </dl>
      )}
    </BulkDialog>
  )
}

function Part({ name, part }: Readonly<{ name: string; part: SplitPart }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {part.from}–{part.to}
      </dd>
      <dd>{part.duration}</dd>
    </div>
  )
}
