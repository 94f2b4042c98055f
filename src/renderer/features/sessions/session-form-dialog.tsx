import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { draftOf, isSameDraft } from './draft.ts'
import { editDraftOf, forgetEditDraft } from './draft-stores.ts'
import { EditSession } from './edit-session.tsx'
import { LogSession } from './log-session.tsx'
import {
  closeSessionForm,
  openSessionForm,
  type SessionFormPurpose,
} from './session-form-window.ts'

/** The session form in a window over any screen. */
export function SessionFormDialog({ purpose }: Readonly<{ purpose: SessionFormPurpose }>) {
  const close = () => {
    if (purpose.kind === 'edit') leaveEdit(purpose)
    closeSessionForm()
  }
  return (
    <Dialog open title={purpose.kind === 'new' ? 'New session' : 'Edit session'} onClose={close}>
      {purpose.kind === 'new' ? (
        <LogSession onLogged={closeSessionForm} onCancel={close} />
      ) : (
        <EditSession
          session={purpose.session}
          {...(purpose.startAt === undefined ? {} : { startAt: purpose.startAt })}
          onSaved={closeSessionForm}
          onCancel={close}
        />
      )}
    </Dialog>
  )
}

/** Leaves an edit unsaved; what was typed can be had back for as long as the message is there. */
function leaveEdit(purpose: Extract<SessionFormPurpose, { kind: 'edit' }>) {
  const { session } = purpose
  const typed = editDraftOf(session)
  const isChanged = !isSameDraft(typed.get(), draftOf(session))
  forgetEditDraft(session)
  if (!isChanged) return
  const left = typed.get()
  showToast({
    message: 'The changes were not saved.',
    action: {
      label: 'Go on editing',
      run: () => {
        editDraftOf(session).set(left)
        openSessionForm(purpose)
      },
    },
  })
}
