import type { Session } from '#contract/sessions.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { useStore } from '../../ui/store.ts'
import { useCategories } from './categories.ts'
import { draftOf } from './draft.ts'
import { editDraftOf, forgetEditDraft } from './draft-stores.ts'
import { useNow } from './now.ts'
import { SessionForm } from './session-form.tsx'

/** The form for a session that was logged before. */
export function EditSession({
  session,
  startAt,
  onSaved,
  onCancel,
}: Readonly<{
  session: Session
  /** Where the cursor begins; without it in the first field. */
  startAt?: 'counts'
  onSaved: () => void
  onCancel: () => void
}>) {
  const store = editDraftOf(session)
  const draft = useStore(store)
  const categories = useCategories()
  const now = useNow()
  const { write, pending } = useWrite('sessions.edit')
  return (
    <SessionForm
      draft={draft}
      onDraft={store.set}
      editing={session}
      {...(startAt === undefined ? {} : { startAt })}
      categories={categories}
      now={now}
      pending={pending}
      onCancel={onCancel}
      onSave={async ({ date, time, ...input }) => {
        const before = draftOf(session)
        // An untouched start keeps the zone in which it was logged.
        const moved = date !== before.date || time !== before.time
        const start = moved && date !== undefined && time !== undefined ? { date, time } : {}
        const answer = await write({ id: session.id, ...input, ...start })
        if (answer.ok) {
          forgetEditDraft(session)
          offerUndo('Session changed.', answer.change)
          onSaved()
        }
        return answer
      }}
    />
  )
}
