import { Link2 } from 'lucide-react'
import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Mock } from '#contract/mocks.ts'
import type { PlanCategory } from '#contract/playbooks.ts'
import type { Session } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatDay } from '#domain/readable.ts'
import { errorAt } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Refusal } from '../../bridge/refusal.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField, TimeField } from '../../ui/text-field.tsx'

const shownFields = ['category', 'duration', 'time']

/** Asks which session a mock interview is: one of its day that counts one already, or a new one. */
export function LogSessionDialog({
  mock,
  candidates,
  categories,
  first,
  onClose,
}: Readonly<{
  mock: Mock
  candidates: readonly Session[]
  categories: readonly PlanCategory[]
  first: Readonly<{ category: string; duration: string; error: CallError | null }>
  onClose: () => void
}>) {
  const [category, setCategory] = useState(first.category)
  const [duration, setDuration] = useState(first.duration)
  const [time, setTime] = useState('')
  const [error, setError] = useState(first.error)
  const log = useWrite('mocks.logSession')
  const tie = useWrite('mocks.tieSession')

  const save = async (acceptOverlap: boolean) => {
    const start = time === '' ? {} : { time }
    const answer = await log.write({ id: mock.id, category, duration, ...start, acceptOverlap })
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    offerUndo('Logged. It counts one mock interview.', answer.change)
    onClose()
  }
  const tieTo = async (session: Session) => {
    const answer = await tie.write({ id: mock.id, sessionId: session.id })
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    offerUndo('Tied to the session; it is not counted again.', answer.change)
    onClose()
  }
  return (
    <Dialog open title="Log as study session" size="s" onClose={onClose}>
      <form
        className="mocks-log"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        {candidates.length > 0 && (
          <section className="mocks-log-known" aria-label="Sessions of that day">
            <p>
              {formatDay(mock.date)} already has a session that counts a mock interview. Is it this
              one? Then it is not counted again.
            </p>
            {candidates.map((session) => (
              <Button
                key={session.id}
                icon={<Link2 aria-hidden />}
                pending={tie.pending}
                onClick={() => void tieTo(session)}
              >
                It is the one at {session.time}, {formatDuration(session.durationS)}
              </Button>
            ))}
            <p>Or log another:</p>
          </section>
        )}
        <Select
          label="Category"
          value={category}
          options={categories.map(({ slug, name }, at) => ({
            value: slug,
            label: name,
            category: at + 1,
          }))}
          error={errorAt(error, 'category')}
          onValue={setCategory}
        />
        <div className="mocks-log-row">
          <TextField
            label="Duration"
            value={duration}
            error={errorAt(error, 'duration')}
            onValue={setDuration}
          />
          <TimeField
            label="Start"
            optional
            value={time}
            error={error?.code === 'overlap' ? undefined : errorAt(error, 'time')}
            onValue={setTime}
          />
        </div>
        <Refusal
          error={error}
          shown={shownFields}
          anyway="Log anyway"
          pending={log.pending}
          onAnyway={() => void save(true)}
        />
        <div className="mocks-log-foot">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={log.pending}>
            Log session
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
