import { Copy, CopyPlus, Pencil, Scissors, TextCursorInput, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import type { Session } from '#contract/sessions.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { showToast } from '../../ui/toasts.ts'
import { draftOf } from './draft.ts'
import { newDraft } from './draft-stores.ts'
import { splitting } from './log-state.ts'
import { beginRowEdit } from './row-edit-stores.ts'
import { openSessionForm } from './session-form-window.ts'

/** What can be done with a session that was logged. */
export type SessionActions = Readonly<{
  edit: (session: Session) => void
  remove: (session: Session) => void
  /** Opens the form for a new session with what this one holds, starting now. */
  logAgain: (session: Session) => void
  /** Logs the same once more, starting now. */
  duplicate: (session: Session) => void
  /** Asks where to part it in two. */
  split: (session: Session) => void
}>

export function useSessionActions(): SessionActions {
  const { write } = useWrite('sessions.remove')
  const { write: writeDuplicate } = useWrite('sessions.duplicate')
  return useMemo(() => {
    const duplicateOne = async (session: Session, acceptOverlap: boolean) => {
      const answer = await writeDuplicate({ id: session.id, acceptOverlap })
      if (answer.ok) offerUndo('Session duplicated; the copy starts now.', answer.change)
      else if (answer.error.code === 'overlap')
        showToast({
          message: answer.error.message,
          action: { label: 'Duplicate anyway', run: () => void duplicateOne(session, true) },
        })
      else showToast({ message: answer.error.message, tone: 'negative' })
    }
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
      duplicate: (session) => {
        void duplicateOne(session, false)
      },
      split: (session) => {
        splitting.set(session)
      },
    }
  }, [write, writeDuplicate])
}

/** The same as a menu, for the session that was pressed. */
export function menuFor(session: Session, actions: SessionActions): readonly MenuItem[] {
  return [
    {
      id: 'edit-row',
      label: 'Edit in the row',
      icon: <TextCursorInput aria-hidden />,
      shortcut: 'Enter',
      run: () => {
        // Once the menu has closed and given the focus back: the field takes it after that.
        setTimeout(() => {
          beginRowEdit(session.id, 'duration')
        }, 0)
      },
    },
    {
      id: 'edit',
      label: 'Edit…',
      icon: <Pencil aria-hidden />,
      shortcut: 'Shift+Enter',
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
      id: 'duplicate',
      label: 'Duplicate, starting now',
      icon: <Copy aria-hidden />,
      run: () => {
        actions.duplicate(session)
      },
    },
    {
      id: 'split',
      label: 'Split…',
      icon: <Scissors aria-hidden />,
      run: () => {
        actions.split(session)
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
