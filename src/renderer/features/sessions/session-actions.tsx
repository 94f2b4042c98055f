import { CopyPlus, Pencil, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import type { Session } from '#contract/sessions.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { showToast } from '../../ui/toasts.ts'
import { draftOf } from './draft.ts'
import { newDraft } from './draft-stores.ts'
import { openSessionForm } from './session-form-window.ts'

/** What can be done with a session that was logged. */
export type SessionActions = Readonly<{
  edit: (session: Session) => void
  remove: (session: Session) => void
  /** Opens the form for a new session with what this one holds, starting now. */
  logAgain: (session: Session) => void
}>

export function useSessionActions(): SessionActions {
  const { write } = useWrite('sessions.remove')
  return useMemo(() => {
    const removeOne = async (session: Session) => {
      const answer = await write({ ids: [session.id] })
      if (answer.ok) offerUndo('Session deleted.', answer.change)
      else showToast({ message: answer.error.message, tone: 'negative' })
    }
    return {
      edit: (session) => {
        openSessionForm({ kind: 'edit', session })
      },
      remove: (session) => {
        void removeOne(session)
      },
      logAgain: (session) => {
        newDraft.set({ ...draftOf(session), date: '', time: '' })
        openSessionForm({ kind: 'new' })
      },
    }
  }, [write])
}

/** The same as a menu, for the session that was pressed. */
export function menuFor(session: Session, actions: SessionActions): readonly MenuItem[] {
  return [
    {
      id: 'edit',
      label: 'Edit',
      icon: <Pencil aria-hidden />,
      shortcut: 'Enter',
      run: () => {
        actions.edit(session)
      },
    },
    {
      id: 'log-again',
      label: 'Log again',
      icon: <CopyPlus aria-hidden />,
      run: () => {
        actions.logAgain(session)
      },
    },
    {
      id: 'delete',
      label: 'Delete',
      icon: <Trash2 aria-hidden />,
      shortcut: 'Delete',
      danger: true,
      run: () => {
        actions.remove(session)
      },
    },
  ]
}
