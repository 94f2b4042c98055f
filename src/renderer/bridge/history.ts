import type { Result } from '#contract/errors.ts'
import { dismissToast, showToast, type ToastAction } from '../ui/toasts.ts'
import { bridge } from './bridge.ts'

/** The offers to undo that are on show: the change that each takes back, and its toast. */
const offers = new Map<number, number>()

/** Takes back the latest change, or the one named, and says which it was. */
export async function undo(change?: number): Promise<void> {
  const latest = change ?? Math.max(...offers.keys())
  withdrawOffer(latest)
  const answer = await bridge.call('history.undo', change === undefined ? {} : { change })
  if (answer.ok) showToast({ message: `Undone: ${asPart(answer.value.label)}.` })
  else showToast({ message: [answer.error.message, answer.error.hint ?? ''].join(' ').trim() })
}

/** Makes the change that was taken back last again and says which it was. */
export async function redo(): Promise<void> {
  const answer = await bridge.call('history.redo', {})
  showToast({
    message: answer.ok ? `Redone: ${asPart(answer.value.label)}.` : answer.error.message,
  })
}

/**
 * Says what was just done and offers to take it back. With the id that the engine's answer carries (`answer.change`)
 * exactly that is taken back, whatever was changed since, here or in the terminal; without it the latest change.
 * `alsoAction` is offered beside it.
 */
export function offerUndo(message: string, change?: number, alsoAction?: ToastAction): void {
  const toast = showToast({
    message,
    action: { label: 'Undo', run: () => void undo(change) },
    ...(alsoAction === undefined ? {} : { alsoAction }),
  })
  if (change !== undefined) offers.set(change, toast)
}

/** Says what came of a write: with a way back where it was done, or why it was not. */
export function tellOutcome(answer: Result<unknown>, message: string): void {
  if (answer.ok) offerUndo(message, answer.change)
  else
    showToast({
      message: [answer.error.message, answer.error.hint ?? ''].join(' ').trim(),
      tone: 'negative',
    })
}

function withdrawOffer(change: number) {
  const toast = offers.get(change)
  offers.delete(change)
  if (toast !== undefined) dismissToast(toast)
}

/** A label of the undo menu within a sentence: "Log session" becomes "log session". */
function asPart(label: string): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`
}
