import type { Session } from '#contract/sessions.ts'
import { createStore, type Store } from '../../ui/store.ts'

/** What the form's window is open for; null while it is closed. */
export type SessionFormPurpose =
  | Readonly<{ kind: 'new' }>
  | Readonly<{ kind: 'edit'; session: Session; startAt?: 'counts' }>

const purpose = createStore<SessionFormPurpose | null>(null)

/** What the form's window is open for. */
export const sessionFormWindow: Store<SessionFormPurpose | null> = purpose

export function openSessionForm(next: SessionFormPurpose): void {
  purpose.set(next)
}

export function closeSessionForm(): void {
  purpose.set(null)
}
