import { dismissActionToasts, showToast } from '../ui/toasts.ts'
import { bridge } from './bridge.ts'

/** Takes back the latest change and says which it was. */
export function undo(): Promise<void> {
  return step('history.undo', 'Undone')
}

/** Makes the change that was taken back last again and says which it was. */
export function redo(): Promise<void> {
  return step('history.redo', 'Redone')
}

async function step(name: 'history.undo' | 'history.redo', done: string) {
  dismissActionToasts()
  const answer = await bridge.call(name, {})
  if (answer.ok) {
    const label = answer.value.label
    showToast({ message: `${done}: ${label.charAt(0).toLowerCase()}${label.slice(1)}.` })
  } else showToast({ message: answer.error.message })
}

/**
 * Says what was just done and offers to take it back. An older offer goes: undo always takes back the latest change,
 * which would no longer be the one that it spoke of.
 */
export function offerUndo(message: string): void {
  dismissActionToasts()
  showToast({ message, action: { label: 'Undo', run: () => void undo() } })
}
