import type { ShelvedPlaybook } from '#contract/own-playbooks.ts'
import { formatCount } from '#domain/readable.ts'
import { tellOutcome } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { AlertDialog } from '../../ui/dialog.tsx'

/** Asks before an own playbook is removed, and says what refers to it. */
export function RemoveDialog({
  book,
  onClose,
}: Readonly<{ book: Pick<ShelvedPlaybook, 'id' | 'name' | 'use'>; onClose: () => void }>) {
  const { write, pending } = useWrite('playbooks.remove')
  const { sessions, marks } = book.use
  const remove = async () => {
    tellOutcome(await write({ id: book.id, acceptUse: true }), `${book.name} removed.`)
    onClose()
  }
  const used = [
    sessions > 0 ? formatCount(sessions, { one: 'session', many: 'sessions' }) : '',
    marks > 0 ? formatCount(marks, { one: 'other entry', many: 'other entries' }) : '',
  ].filter(Boolean)
  return (
    <AlertDialog
      open
      danger
      title={`Remove ${book.name}?`}
      confirmLabel="Remove playbook"
      pending={pending}
      onCancel={onClose}
      onConfirm={() => {
        void remove()
      }}
    >
      {used.length > 0 && (
        <p>
          {used.join(' and ')} refer to it. They are kept, but show short names in place of its own
          until a playbook {book.id} is back.
        </p>
      )}
      <p>Its file is removed from your data folder. You can undo this.</p>
    </AlertDialog>
  )
}
