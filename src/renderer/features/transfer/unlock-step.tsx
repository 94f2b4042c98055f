import { useEffect, useRef, useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'
import { Step } from './step.tsx'
import type { Import } from './use-import.ts'

/** The form that the button at the foot of the window sends. */
export const unlockForm = 'transfer-unlock'

/** A file that is encrypted: its passphrase is asked for before anything can be said about it. */
export function UnlockStep({ task }: Readonly<{ task: Import }>) {
  const { error, locked, work } = task.state
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const isAboutIt = error?.field === 'passphrase'
  // After the heading: somebody who sees it wants to type, and to type again after another passphrase.
  useEffect(() => {
    if (error === null || isAboutIt) field.current?.focus()
  }, [error, isAboutIt])
  return (
    <Step
      title="The file is encrypted"
      lead={
        <>
          Type the passphrase that <bdi>{locked?.name}</bdi> was encrypted with. Opening it takes a
          few seconds, which is what makes guessing slow.
        </>
      }
      error={isAboutIt ? null : error}
    >
      <form
        id={unlockForm}
        onSubmit={(event) => {
          event.preventDefault()
          if (work === null) task.unlock(passphrase)
        }}
      >
        <TextField
          ref={field}
          label="Passphrase"
          name="passphrase"
          type="password"
          autoComplete="current-password"
          spellCheck={false}
          value={passphrase}
          error={isAboutIt ? `${error.message} ${error.hint ?? ''}` : undefined}
          onValue={setPassphrase}
        />
      </form>
    </Step>
  )
}
