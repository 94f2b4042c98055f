import { useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'
import { noteTimer } from './actions.ts'

/** The note of a timer. It is kept when the field is left, and on Enter. */
export function TimerNote({ note }: Readonly<{ note: string }>) {
  const [typed, setTyped] = useState<string | null>(null)
  // What was typed shows until it has come back from the engine, so that the old note does not flash up.
  if (typed === note) setTyped(null)
  const keep = async () => {
    if (typed !== null && typed !== note) await noteTimer(typed)
  }
  return (
    <TextField
      className="timer-bar-note"
      label="Timer note"
      hideLabel
      name="timer-note"
      placeholder="Note"
      maxLength={20_000}
      value={typed ?? note}
      onValue={setTyped}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void keep()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
