import { createStore, type Store } from './store.ts'

/** Something that a message offers to do. */
export type ToastAction = Readonly<{ label: string; run: () => void }>

/** A message that appears for a while and can carry actions, such as Undo. */
export type Toast = Readonly<{
  id: number
  message: string
  tone: 'plain' | 'negative'
  actions: readonly ToastAction[]
  /** How long it stays while nobody points at it, in milliseconds. */
  staysMs: number
}>

export type ToastInput = Readonly<{
  message: string
  tone?: Toast['tone']
  action?: ToastAction
  /** A second one, which stands before the first. */
  alsoAction?: ToastAction
}>

const staysMs = 6_000
/** An action needs time to be found and reached. */
const staysWithActionMs = 12_000
const shownAtMost = 3

let nextId = 1
const shown = createStore<readonly Toast[]>([])

/** The toasts on show, oldest first. */
export const toasts: Store<readonly Toast[]> = shown

/** Shows a message; the oldest gives way when there are too many. Returns its id. */
export function showToast({ message, tone = 'plain', action, alsoAction }: ToastInput): number {
  const id = nextId++
  const actions = [alsoAction, action].filter((one) => one !== undefined)
  const toast: Toast = {
    id,
    message,
    tone,
    actions,
    staysMs: actions.length === 0 ? staysMs : staysWithActionMs,
  }
  shown.set([...shown.get(), toast].slice(-shownAtMost))
  return id
}

export function dismissToast(id: number): void {
  shown.set(shown.get().filter((toast) => toast.id !== id))
}
