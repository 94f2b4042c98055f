import { createStore, type Store } from '../../ui/store.ts'

/** An import that was asked for; with a file where one was dropped on the window. */
export type ImportStart = Readonly<{ file: File | null }>

const shown = createStore<ImportStart | null>(null)

/** The import whose window is open; null while it is closed. */
export const importWindow: Store<ImportStart | null> = shown

/** Opens the window, or brings a dropped file to the one that is open. */
export function openImport(file: File | null = null): void {
  shown.set({ file })
}

export function closeImport(): void {
  shown.set(null)
}
