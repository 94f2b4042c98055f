import { useEffect, useRef, type ReactNode } from 'react'
import { TextField } from '../../ui/text-field.tsx'

/** Asks for the passphrase of an encrypted backup; the button at the foot of the window sends the form. */
export function PassphraseForm({
  id,
  lead,
  value,
  error,
  onValue,
  onSend,
}: Readonly<{
  id: string
  lead: ReactNode
  value: string
  error: string | undefined
  onValue: (passphrase: string) => void
  onSend: () => void
}>) {
  const field = useRef<HTMLInputElement>(null)
  // Somebody who typed another one wants to type again.
  useEffect(() => {
    if (error !== '') field.current?.focus()
  }, [error])
  return (
    <form
      id={id}
      className="safety-restore"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <p className="safety-text">{lead}</p>
      <TextField
        ref={field}
        label="Passphrase"
        name="passphrase"
        type="password"
        autoComplete="current-password"
        spellCheck={false}
        value={value}
        error={error}
        onValue={onValue}
      />
    </form>
  )
}
