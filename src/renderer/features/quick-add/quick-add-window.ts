import { createStore, type Store } from '../../ui/store.ts'
import { showToast } from '../../ui/toasts.ts'

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

/** Opens the window with the line that was left, or with another one; the one that was left can then be had back. */
export function openQuickAdd(line?: string): void {
  const left = quickAddLine.get()
  if (line !== undefined) quickAddLine.set(line)
  if (line !== undefined && left.trim() !== '' && left !== line)
    showToast({
      message: 'Another line took the place of the one that was left in quick add.',
      action: {
        label: 'Bring it back',
        run: () => {
          quickAddLine.set(left)
        },
      },
    })
  quickAddShown.set(true)
}

/** Keeps a line that was left elsewhere, unless quick add holds one already. */
export function keepLine(line: string): void {
  if (quickAddLine.get().trim() === '') quickAddLine.set(line)
}

export function closeQuickAdd(): void {
  quickAddShown.set(false)
}
