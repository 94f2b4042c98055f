import type { Session } from '#contract/sessions.ts'
import { draftsOfWhatIsShown } from '../../bridge/viewing.ts'
import { createStore, type Store } from '../../ui/store.ts'
import { draftOf, emptyDraft, type SessionDraft } from './draft.ts'

const storageKey = 'loopready.session-draft'

/** What was typed for a new session; it outlives the screen, and the page when it is loaded again. */
export const newDraft: Store<SessionDraft> = createStore(remembered())

newDraft.subscribe(() => {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(newDraft.get()))
  } catch {
    // Without storage the draft lives as long as the page does.
  }
})

function remembered(): SessionDraft {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null')
    if (typeof found !== 'object' || found === null) return emptyDraft
    return { ...emptyDraft, ...found }
  } catch {
    return emptyDraft
  }
}

const editDrafts = draftsOfWhatIsShown<Store<SessionDraft>>()

/** What was typed for an existing session; it lives until it is saved or thrown away. */
export function editDraftOf(session: Session): Store<SessionDraft> {
  const known = editDrafts().get(session.id)
  if (known !== undefined) return known
  const draft = createStore(draftOf(session))
  editDrafts().set(session.id, draft)
  return draft
}

export function forgetEditDraft(session: Session): void {
  editDrafts().delete(session.id)
}
