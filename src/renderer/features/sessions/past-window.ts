import { createStore, type Store } from '../../ui/store.ts'

/** The two lists of what is over. */
export type PastTab = 'trash' | 'changes'

/** Which of them the window shows; null while it is closed. */
export const pastWindow: Store<PastTab | null> = createStore<PastTab | null>(null)
