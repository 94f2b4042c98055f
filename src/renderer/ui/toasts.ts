import { createStore, type Store } from './store.ts'

/** A message that appears for a while and can carry one action, such as Undo. */
export type Toast = Readonly<{
  id: number
  message: string
  tone: 'plain' | 'negative'
  action?: Readonly<{ label: string; run: () => void }>
  /** How long it stays while nobody points at it, in milliseconds. */
  staysMs: number
}>

export type ToastInput = Readonly<{
  message: string
  tone?: Toast['tone']
  action?: Toast['action']
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
export function showToast({ message, tone = 'plain', action }: ToastInput): number {
  const id = nextId++
  const toast: Toast = {
    id,
    message,
    tone,
    ...(action === undefined ? {} : { action }),
    staysMs: action === undefined ? staysMs : staysWithActionMs,
  }
  shown.set([...shown.get(), toast].slice(-shownAtMost))
  return id
}

export function dismissToast(id: number): void {
  shown.set(shown.get().filter((toast) => toast.id !== id))
}
