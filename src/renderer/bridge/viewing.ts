import { createStore } from '../ui/store.ts'

/**
 * Whether a backup is shown in place of the data. For what keeps unsaved text outside of components: texts that belong
 * to the data must neither be laid over a backup nor be forgotten because a backup says the same.
 */
export const backupShown = createStore(false)
