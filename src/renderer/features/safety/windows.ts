import type { Backup } from '#contract/backups.ts'
import { createStore } from '../../ui/store.ts'

/** The backup that is about to be restored, and the passphrase where it was just typed. */
export type ToRestore = Readonly<{ backup: Backup; passphrase: string | null }>

/** What is about to be restored; null while its window is closed. */
export const restoreWindow = createStore<ToRestore | null>(null)

/** Opens the window that restores a backup. */
export function askToRestore(backup: Backup, passphrase: string | null = null): void {
  restoreWindow.set({ backup, passphrase })
}

/** Whether the person has read what happened to a damaged file, as far as this page goes: then a line stays. */
export const recoveryRead = createStore(false)

/** Whether the person has read, since this page was loaded, that the data is on a network drive. */
export const networkDriveRead = createStore(false)
