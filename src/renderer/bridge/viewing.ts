import { createStore } from '../ui/store.ts'

/**
 * Whether a backup is shown in place of the data. For what keeps unsaved text outside of components: texts that belong
 * to the data must neither be laid over a backup nor be forgotten because a backup says the same.
 */
export const backupShown = createStore(false)

/**
 * Drafts of what is stored, by its id: those of the data, or, while a backup is shown, others that are forgotten when
 * one leaves it. A draft that began from the data must not be laid over a backup, and one that began from a backup must
 * not be taken for something typed into the data. Ask again at each use.
 */
export function draftsOfWhatIsShown<Draft>(): () => Map<string, Draft> {
  const ofData = new Map<string, Draft>()
  let ofBackup = new Map<string, Draft>()
  backupShown.subscribe(() => {
    ofBackup = new Map()
  })
  return () => (backupShown.get() ? ofBackup : ofData)
}
