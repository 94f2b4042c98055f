import type { Backup } from '#contract/backups.ts'
import { createStore } from '../../ui/store.ts'

/** The backup that is about to be restored; null while its window is closed. */
export const restoreWindow = createStore<Backup | null>(null)

/** Whether the person has read what happened to a damaged file, as far as this page goes: then a line stays. */
export const recoveryRead = createStore(false)
