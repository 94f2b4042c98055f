import { createStore, type Store } from '../../ui/store.ts'

const storageKey = 'loopready.quick-add'

/** Whether the quick add window is open. */
export const quickAddShown: Store<boolean> = createStore(false)

/** The line as typed; it outlives the window, and the page when it is loaded again. */
export const quickAddLine: Store<string> = createStore(remembered())

quickAddLine.subscribe(() => {
  try {
    sessionStorage.setItem(storageKey, quickAddLine.get())
  } catch {
    // Without storage the line lives as long as the page does.
  }
})

function remembered(): string {
  try {
    return sessionStorage.getItem(storageKey) ?? ''
  } catch {
    return ''
  }
}

/** Opens the window with the line that was left, or with another one. */
export function openQuickAdd(line?: string): void {
  if (line !== undefined) quickAddLine.set(line)
  quickAddShown.set(true)
}

export function closeQuickAdd(): void {
  quickAddShown.set(false)
}
