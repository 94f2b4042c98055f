import { Clock } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { CallError, Result } from '#contract/errors.ts'
import type { Session, SessionInput } from '#contract/sessions.ts'
import { errorAt } from '../../bridge/field-errors.ts'
import { Refusal } from '../../bridge/refusal.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { DateField, TextArea, TextField, TimeField } from '../../ui/text-field.tsx'
import { categoryOptions, type Categories } from './categories.ts'
import { CountFields } from './count-fields.tsx'
import { endedNow, inputOf, interpretation, shownStart, type SessionDraft } from './draft.ts'
import { errorWithout } from './error-without.ts'
import type { WallClock } from './wall-clock.ts'
import './session-form.css'

export type SessionFormProps = Readonly<{
  draft: SessionDraft
  onDraft: (next: SessionDraft) => void
  /** The session that is being edited; without it a new one is logged. */
  editing?: Session
  /** Where the cursor begins when the form opens in a window; without it in the first field. */
  startAt?: 'counts'
  categories: Categories | undefined
  now: WallClock | undefined
  /** Saves and answers with what became of it; on success the caller puts the next draft in. */
  onSave: (input: SessionInput) => Promise<Result<unknown>>
  pending: boolean
  /** Leaves the form; where it is always open there is nothing to leave. */
  onCancel?: () => void
}>

const quickDurations = ['25m', '45m', '1h', '90m', '2h']
const shownFields = ['category', 'date', 'time', 'duration', 'counts', 'note']

/** Category, start, duration, counts and note of a session. Errors come from the engine and stand at their fields. */
export function SessionForm({
  draft,
  onDraft,
  editing,
  startAt,
  categories,
  now,
  onSave,
  pending,
  onCancel,
}: SessionFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [error, setError] = useState<CallError | null>(null)

  useEffect(() => {
    if (error === null) return
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    if (field) field.focus()
    else form.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' })
  }, [error])

  if (categories === undefined || now === undefined)
    return (
      <div aria-busy>
        <Skeleton lines={6} />
      </div>
    )

  const options = categoryOptions(categories, editing)
  const category = draft.category === '' ? (options[0]?.value ?? '') : draft.category
  const start = shownStart(draft, now)
  const understood = interpretation(draft.duration)

  const change = (part: Partial<SessionDraft>) => {
    onDraft({ ...draft, ...part })
    if (error !== null) setError(errorWithout(error, Object.keys(part)))
  }
  const save = async (acceptOverlap: boolean) => {
    if (pending) return
    const answer = await onSave({ ...inputOf({ ...draft, category }, now), acceptOverlap })
    setError(answer.ok ? null : answer.error)
    if (answer.ok && editing === undefined)
      form.current?.querySelector<HTMLElement>('[name=duration]')?.focus()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void save(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save(false)
  }

  return (
    // Ctrl+Enter saves from any field of it; Enter alone does so from all but the note, as in every form.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the fields are what is interactive
    <form ref={form} className="sessions-form" noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <div className="sessions-form-row">
        <Select
          label="Category"
          name="category"
          value={category}
          options={options}
          error={errorAt(error, 'category')}
          onValue={(value) => {
            change({ category: value })
          }}
        />
        <div className="sessions-form-duration">
          <TextField
            label="Duration"
            name="duration"
            data-autofocus={editing === undefined || undefined}
            placeholder="1h30"
            value={draft.duration}
            error={errorAt(error, 'duration')}
            suffix={
              understood?.ok === true ? (
                <span className="sessions-form-understood">= {understood.text}</span>
              ) : undefined
            }
            hint={
              understood?.ok === false && errorAt(error, 'duration') === undefined
                ? understood.text
                : undefined
            }
            onValue={(value) => {
              change({ duration: value })
            }}
          />
          <fieldset className="sessions-form-chips">
            <legend className="ui-hidden">Common durations</legend>
            {quickDurations.map((duration) => (
              <button
                key={duration}
                type="button"
                className="sessions-form-chip"
                aria-pressed={draft.duration.trim() === duration}
                onClick={() => {
                  change({ duration })
                }}
              >
                {duration}
              </button>
            ))}
          </fieldset>
        </div>
      </div>

      <div className="sessions-form-row sessions-form-start">
        <DateField
          label="Date"
          name="date"
          value={start.date}
          max={now.date}
          error={errorAt(error, 'date')}
          onValue={(value) => {
            change({ date: value, time: value === '' ? draft.time : start.time })
          }}
        />
        <TimeField
          label="Start"
          name="time"
          value={start.time}
          error={error?.code === 'overlap' ? undefined : errorAt(error, 'time')}
          onValue={(value) => {
            change({ time: value, date: value === '' ? draft.date : start.date })
          }}
        />
        <Button
          className="sessions-form-ended"
          icon={<Clock aria-hidden />}
          disabled={understood?.ok !== true}
          title="Sets the start so that the session ends now"
          onClick={() => {
            const next = endedNow(draft, now)
            if (next !== null) change(next)
          }}
        >
          Ended now
        </Button>
      </div>

      <CountFields
        playbook={categories.playbook}
        category={category}
        counts={draft.counts}
        takesFocus={startAt === 'counts'}
        error={errorAt(error, 'counts')}
        onCounts={(counts) => {
          change({ counts })
        }}
      />

      <TextArea
        label="Note"
        name="note"
        optional
        placeholder="What you worked on, what to do next"
        value={draft.note}
        error={errorAt(error, 'note')}
        onValue={(value) => {
          change({ note: value })
        }}
      />

      <Refusal
        error={error}
        shown={shownFields}
        anyway={editing === undefined ? 'Log anyway' : 'Save anyway'}
        pending={pending}
        onAnyway={() => void save(true)}
      />

      <div className="sessions-form-foot">
        {onCancel !== undefined && <Button onClick={onCancel}>Cancel</Button>}
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title="Ctrl+Enter"
        >
          {editing === undefined ? 'Log session' : 'Save changes'}
        </Button>
      </div>
    </form>
  )
}
