import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { useStore } from '../../ui/store.ts'
import { useCategories } from './categories.ts'
import { durationInWords, emptyDraft } from './draft.ts'
import { newDraft } from './draft-stores.ts'
import { useNow } from './now.ts'
import { SessionForm } from './session-form.tsx'

/** The form for a new session with the draft that all its places share. */
export function LogSession({
  onLogged,
  onCancel,
}: Readonly<{ onLogged?: () => void; onCancel?: () => void }>) {
  const draft = useStore(newDraft)
  const categories = useCategories()
  const now = useNow()
  const { write, pending } = useWrite('sessions.log')
  // A category of another level, from a draft that is older than the switch, falls back to the first one.
  const known = categories?.plan.some(({ slug }) => slug === draft.category) ?? false
  return (
    <SessionForm
      draft={known ? draft : { ...draft, category: '' }}
      onDraft={newDraft.set}
      categories={categories}
      now={now}
      pending={pending}
      {...(onCancel === undefined ? {} : { onCancel })}
      onSave={async (input) => {
        const answer = await write(input)
        if (answer.ok) {
          const { session } = answer.value
          // The next session is mostly in the same category.
          newDraft.set({ ...emptyDraft, category: session.category })
          offerUndo(
            `Logged ${durationInWords(session.durationS)} of ${categories?.nameOf(session) ?? session.category}.`,
            answer.change,
          )
          onLogged?.()
        }
        return answer
      }}
    />
  )
}
