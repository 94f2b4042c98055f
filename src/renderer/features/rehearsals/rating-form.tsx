import { useEffect, useId, useRef, useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Rehearsal } from '#contract/rehearsals.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { useWrite } from '../../bridge/queries.ts'
import { FieldError } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { ratings } from './words.ts'
import './rating-form.css'

/** A pause in typing after which the note is kept, in milliseconds. */
const typingPauseMs = 600

/** How it went, by the person's own judgement. Both fields are kept as they change. */
export function RatingForm({ rehearsal }: Readonly<{ rehearsal: Rehearsal }>) {
  const { write } = useWrite('rehearsals.edit')
  const [editor] = useState(() => crypto.randomUUID())
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const name = useId()
  const { id } = rehearsal

  const save = async (change: Readonly<{ rating?: number; note?: string }>) => {
    const answer = await write({ id, editor, ...change })
    setError(answer.ok ? null : answer.error)
  }
  const saveNote = useRef<() => void>(() => {})
  useEffect(() => {
    saveNote.current = () => {
      if (typed !== null && typed !== rehearsal.note) void save({ note: typed })
    }
  })
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      saveNote.current()
    }, typingPauseMs)
    return () => {
      clearTimeout(timer)
    }
  }, [typed])
  // What was typed last is kept also when the page is left at once.
  useEffect(
    () => () => {
      saveNote.current()
    },
    [],
  )

  const failed = errorElsewhere(error, ['note'])
  return (
    <div className="rehearse-rating">
      <fieldset>
        <legend className="ui-label">How did it go?</legend>
        <div className="rehearse-rating-choices">
          {ratings.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name={name}
                value={value}
                checked={rehearsal.rating === Number(value)}
                onChange={() => void save({ rating: Number(value) })}
              />
              <span className="rehearse-rating-figure">{value}</span>
              <span>{label}</span>
            </label>
          ))}
        </div>
        <p className="ui-hint">Your rating decides when the story is due again.</p>
      </fieldset>
      <TextArea
        label="Note"
        optional
        hint="Kept as you type."
        value={typed ?? rehearsal.note}
        error={errorAt(error, 'note')}
        onValue={setTyped}
      />
      {failed !== null && (
        <div role="alert">
          <FieldError>{failed} What you typed is still here.</FieldError>
        </div>
      )}
    </div>
  )
}
