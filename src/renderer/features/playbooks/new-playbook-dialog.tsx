import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { CallError } from '#contract/errors.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { bridge } from '../../bridge/bridge.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { playbookPath } from './addresses.ts'

const small = ''

/** Asks what a new playbook is made from and what it is called, makes it and opens it. */
export function NewPlaybookDialog({
  from,
  onClose,
}: Readonly<{
  /** The playbook that is copied; null: a small one. */
  from: string | null
  onClose: () => void
}>) {
  const books = useCall('playbooks.list', {}).data?.playbooks ?? []
  const [template, setTemplate] = useState(from ?? small)
  const [name, setName] = useState('')
  const [id, setId] = useState('')
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('playbooks.save')
  const make = async () => {
    const made = await bridge.call('playbooks.template', {
      from: template === small ? null : template,
      id: id.trim(),
      name,
    })
    const saved = made.ok ? await write({ id: null, text: made.value.text }) : made
    setError(saved.ok ? null : saved.error)
    if (!saved.ok) return
    offerUndo(`${saved.value.name} made.`, saved.change)
    onClose()
    navigate(playbookPath(saved.value.id))
  }
  const elsewhere = errorElsewhere(error, ['id', 'name', 'from'])
  return (
    <Dialog
      open
      title="New playbook"
      description="For another company or level. It is saved as a file in your data folder."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="new-playbook" pending={pending}>
            Make it
          </Button>
        </>
      }
    >
      <form
        id="new-playbook"
        className="playbooks-fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <Select
          label="Made from"
          hint="A copy shows what you change against it."
          value={template}
          options={[
            ...books.map((book) => ({ value: book.id, label: `A copy of ${book.name}` })),
            { value: small, label: 'A small one to fill in' },
          ]}
          error={errorAt(error, 'from')}
          onValue={setTemplate}
        />
        <TextField
          label="Name"
          placeholder="Acme M2 engineering manager"
          data-autofocus
          value={name}
          error={errorAt(error, 'name')}
          onValue={setName}
        />
        <TextField
          label="Short name"
          hint="Letters, digits and hyphens, such as Acme-M2. What you log refers to it, so it stays."
          value={id}
          error={errorAt(error, 'id')}
          onValue={setId}
        />
        <FormError>{elsewhere}</FormError>
      </form>
    </Dialog>
  )
}
