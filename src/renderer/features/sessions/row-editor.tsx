import { Check, X } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Session } from '#contract/sessions.ts'
import { errorAt } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Refusal } from '../../bridge/refusal.tsx'
import { useFocusOnError } from '../../bridge/use-focus-on-error.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { DateField, TextArea, TextField, TimeField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.ts'
import { categoryOptions, type Categories } from './categories.ts'
import { draftOf, interpretation } from './draft.ts'
import { editDraftOf } from './draft-stores.ts'
import { errorWithout } from './error-without.ts'
import { isChanged, rowFields, rowInput, textOf, type RowField, type RowTyped } from './row-edit.ts'
import {
  beginRowEdit,
  endRowEdit,
  cursorIn,
  noteFocus,
  noteSelection,
  typeInRow,
} from './row-edit-stores.ts'
import { openSessionForm } from './session-form-window.ts'
import './row-editor.css'

const shownFields: readonly string[] = rowFields

/**
 * A session as fields in its own row. Tab goes through them, Enter saves, Shift+Enter breaks a line of the note,
 * Escape puts the row back as it was. The focus then goes to the row.
 */
export function RowEditor({
  session,
  typed,
  categories,
  today,
  onSaved,
}: Readonly<{
  session: Session
  typed: RowTyped
  categories: Categories
  /** The latest date that can be chosen; undefined until it is known. */
  today: string | undefined
  /** After it was saved: where the session is now. */
  onSaved: (saved: Session) => void
}>) {
  const form = useRef<HTMLFieldSetElement>(null)
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('sessions.edit')
  const { id } = session
  const text = { ...textOf(session), ...typed }
  const understood = interpretation(text.duration)

  useLayoutEffect(() => {
    // The cursor follows the session: the list draws it in another place when one is logged before it.
    const cursor = cursorIn(id)
    if (cursor === null) return
    const control = form.current?.querySelector<HTMLElement>(`[name=${cursor.field}]`)
    control?.focus()
    if (control instanceof HTMLTextAreaElement || isTextInput(control)) {
      const { length } = control.value
      control.setSelectionRange(...(cursor.selected ?? [isTextInput(control) ? 0 : length, length]))
    }
  }, [id])
  useFocusOnError(form, error)

  const change = (field: RowField) => (value: string) => {
    typeInRow(id, { [field]: value })
    if (error !== null) setError(errorWithout(error, [field]))
  }
  const leave = () => {
    // The row first: were the field that has the focus taken away before, nothing would have it.
    form.current?.closest<HTMLElement>('[data-offset]')?.focus({ preventScroll: true })
    endRowEdit(id)
  }
  const restore = () => {
    leave()
    if (!isChanged(session, typed)) return
    showToast({
      message: 'The changes were not saved.',
      action: {
        label: 'Go on editing',
        run: () => {
          beginRowEdit(id, 'duration')
          typeInRow(id, typed)
          // Where the row stands, from wherever the message was pressed.
          location.hash = '#/log'
        },
      },
    })
  }
  const save = async (acceptOverlap: boolean) => {
    if (pending) return
    if (!isChanged(session, typed)) return leave()
    const answer = await write({ id, ...rowInput(session, typed), acceptOverlap })
    setError(answer.ok ? null : answer.error)
    if (!answer.ok) return
    leave()
    offerUndo('Session changed.', answer.change)
    onSaved(answer.value.session)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isOnButton = event.target instanceof HTMLButtonElement
    if (event.key === 'Escape') restore()
    else if (event.key === 'Enter' && !event.shiftKey && !isOnButton) void save(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the fields are what is interactive
    <fieldset
      ref={form}
      aria-label="Edit the session in its row"
      className="sessions-edit"
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const field = rowFields.find((name) => name === target.getAttribute('name'))
        noteFocus(id, field ?? null)
      }}
      onSelect={({ target }) => {
        if (target instanceof HTMLTextAreaElement || isTextInput(target))
          noteSelection(id, [target.selectionStart ?? 0, target.selectionEnd ?? 0])
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        // Without a target the row was drawn elsewhere, or the window was left: the cursor stays noted.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) noteFocus(id, null)
      }}
    >
      <div className="sessions-edit-fields">
        <TextField
          label="Duration"
          hideLabel
          name="duration"
          title="Duration"
          value={text.duration}
          error={errorAt(error, 'duration')}
          hint={
            errorAt(error, 'duration') === undefined && typed.duration !== undefined
              ? understood?.ok === true
                ? `= ${understood.text}`
                : understood?.text
              : undefined
          }
          onValue={change('duration')}
        />
        <Select
          label="Category"
          hideLabel
          name="category"
          title="Category"
          value={text.category}
          options={categoryOptions(categories, session)}
          error={errorAt(error, 'category')}
          onValue={change('category')}
        />
        <TimeField
          label="Start"
          hideLabel
          name="time"
          title="Start"
          value={text.time}
          error={error?.code === 'overlap' ? undefined : errorAt(error, 'time')}
          onValue={change('time')}
        />
        <DateField
          label="Date"
          hideLabel
          name="date"
          title="Date"
          value={text.date}
          max={today}
          error={errorAt(error, 'date')}
          onValue={change('date')}
        />
      </div>
      <TextArea
        className="sessions-edit-note"
        label="Note"
        hideLabel
        name="note"
        rows={1}
        placeholder="Note"
        value={text.note}
        error={errorAt(error, 'note')}
        onValue={change('note')}
      />
      <Refusal
        error={error}
        shown={shownFields}
        anyway="Save anyway"
        pending={pending}
        onAnyway={() => void save(true)}
      />
      <div className="sessions-edit-foot">
        <Button
          size="s"
          variant="primary"
          icon={<Check aria-hidden />}
          pending={pending}
          title="Save (Enter)"
          onClick={() => void save(false)}
        >
          Save
        </Button>
        <Button
          size="s"
          icon={<X aria-hidden />}
          title="Restore the row (Escape)"
          onClick={restore}
        >
          Cancel
        </Button>
        <Button
          size="s"
          variant="quiet"
          onClick={() => {
            const { category, date, time, duration, note } = text
            editDraftOf(session).set({ ...draftOf(session), category, date, time, duration, note })
            leave()
            openSessionForm({ kind: 'edit', session })
          }}
        >
          Counts and more…
        </Button>
      </div>
    </fieldset>
  )
}

/** Whether a control holds text with a cursor in it; a time or a date has none that can be asked for. */
function isTextInput(control: unknown): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === 'text'
}
