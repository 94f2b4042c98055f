import { Pencil, Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { ChecklistNote, ChecklistRow } from '#contract/checklist.ts'
import { formatDay } from '#domain/readable.ts'
import { isStudyDay } from '#domain/units.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { FieldError, FormError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useStore, type Store } from '../../ui/store.ts'
import { DateField, TextArea } from '../../ui/text-field.tsx'
import { createDrafts } from './drafts.ts'

type NoteDraft = Readonly<{ date: string; text: string }>
const newNotes = createDrafts<NoteDraft>(() => ({ date: '', text: '' }))
const editedNotes = createDrafts<NoteDraft | null>(() => null)

/** Dated notes on an item. A note is a thought of one's own and no evidence. */
export function ChecklistNotes({ level, row }: Readonly<{ level: string; row: ChecklistRow }>) {
  const draft = newNotes(`${level}/${row.item}`)
  const { date, text } = useStore(draft)
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('checklist.update')
  const add = async () => {
    const note = isStudyDay(date) ? { date, text } : { text }
    const answer = await write({ level, item: row.item, note })
    setError(answer.ok ? null : answer.error)
    if (!answer.ok) return
    draft.set({ date: '', text: '' })
    offerUndo('Note added.', answer.change)
  }
  return (
    <section className="career-part" aria-label="Notes">
      <h3>Notes</h3>
      {row.notes.length > 0 && (
        <ul className="checklist-notes" aria-label="Notes, the newest first">
          {row.notes.map((note) => (
            <Note key={note.id} note={note} />
          ))}
        </ul>
      )}
      <NoteForm
        label="New note"
        draft={{ date, text }}
        onDraft={(next) => {
          draft.set(next)
          setError(null)
        }}
        error={error}
        prefix="note."
        save="Add note"
        pending={pending}
        onSave={() => void add()}
      />
    </section>
  )
}

function Note({ note }: Readonly<{ note: ChecklistNote }>) {
  const store: Store<NoteDraft | null> = editedNotes(note.id)
  const draft = useStore(store)
  const [error, setError] = useState<CallError | null>(null)
  const edit = useWrite('checklist.editNote')
  const remove = useWrite('checklist.removeNote')
  const save = async ({ date, text }: NoteDraft) => {
    const answer = await edit.write({ id: note.id, text, ...(isStudyDay(date) ? { date } : {}) })
    setError(answer.ok ? null : answer.error)
    if (!answer.ok) return
    store.set(null)
    offerUndo('Note changed.', answer.change)
  }
  const drop = async () => {
    const answer = await remove.write({ id: note.id })
    if (answer.ok) offerUndo('Note deleted.', answer.change)
    else setError(answer.error)
  }
  if (draft !== null)
    return (
      <li>
        <NoteForm
          label="Change the note"
          draft={draft}
          onDraft={store.set}
          error={error}
          prefix=""
          save="Save note"
          pending={edit.pending}
          onSave={() => void save(draft)}
          onCancel={() => {
            store.set(null)
            setError(null)
          }}
        />
      </li>
    )
  return (
    <li className="checklist-note">
      <div>
        <time dateTime={note.date}>{formatDay(note.date)}</time>
        <p>{note.text}</p>
      </div>
      <IconButton
        size="s"
        label={`Edit the note of ${formatDay(note.date)}`}
        icon={<Pencil aria-hidden />}
        onClick={() => {
          store.set({ date: note.date, text: note.text })
        }}
      />
      <IconButton
        size="s"
        label={`Delete the note of ${formatDay(note.date)}`}
        icon={<Trash2 aria-hidden />}
        onClick={() => void drop()}
      />
      {error !== null && <FieldError>{error.message}</FieldError>}
    </li>
  )
}

function NoteForm({
  label,
  draft,
  onDraft,
  error,
  prefix,
  save,
  pending,
  onSave,
  onCancel,
}: Readonly<{
  label: string
  draft: NoteDraft
  onDraft: (draft: NoteDraft) => void
  error: CallError | null
  /** What stands before the names of the fields in an error. */
  prefix: string
  save: string
  pending: boolean
  onSave: () => void
  onCancel?: () => void
}>) {
  const elsewhere = errorElsewhere(error, [`${prefix}text`, `${prefix}date`])
  return (
    <form
      className="checklist-note-form"
      aria-label={label}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSave()
      }}
    >
      <TextArea
        label={label}
        value={draft.text}
        onValue={(text) => {
          onDraft({ ...draft, text })
        }}
        error={errorAt(error, `${prefix}text`)}
      />
      <div className="checklist-note-foot">
        <DateField
          optional
          label="Date"
          hint="Empty: today."
          value={draft.date}
          onValue={(date) => {
            onDraft({ ...draft, date })
          }}
          error={errorAt(error, `${prefix}date`)}
        />
        {onCancel !== undefined && <Button onClick={onCancel}>Cancel</Button>}
        <Button type="submit" pending={pending}>
          {save}
        </Button>
      </div>
      <FormError>{elsewhere}</FormError>
    </form>
  )
}
