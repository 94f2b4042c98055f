import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import { errorAt } from '../../bridge/field-errors.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { stopTimer } from './actions.ts'
import { timerQuestion } from './questions.ts'

/** Asks how long was really worked, for a timer that shows more than a session can hold. */
export function WorkedDialog({ problem }: Readonly<{ problem: CallError }>) {
  const [worked, setWorked] = useState('')
  const [error, setError] = useState<CallError | null>(null)
  const close = () => {
    timerQuestion.set(null)
  }
  const log = async () => {
    setError(await stopTimer({ worked }))
  }
  return (
    <Dialog
      open
      size="s"
      title="How long did you work?"
      description={`${problem.message} Say how long you really worked.`}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" onClick={() => void log()}>
            Log session
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void log()
        }}
      >
        <TextField
          label="Worked"
          name="worked"
          placeholder="1h30"
          value={worked}
          error={errorAt(error, 'worked')}
          onValue={setWorked}
        />
      </form>
    </Dialog>
  )
}
