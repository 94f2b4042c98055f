import type { CallError } from '#contract/errors.ts'
import type { Session } from '#contract/sessions.ts'
import { createStore, type Store } from '../../ui/store.ts'

/** What has to be answered before a timer's time can be logged. */
export type TimerQuestion =
  /** Something else was logged at that time; `accept` logs it all the same. */
  | Readonly<{ kind: 'overlap'; error: CallError; accept: () => void }>
  /** More was worked than a session can hold. */
  | Readonly<{ kind: 'worked'; error: CallError }>
  /** Another category was chosen: for what comes now, or for all of it. */
  | Readonly<{ kind: 'category'; category: string; name: string }>

/** The question that is open; null while there is none. */
export const timerQuestion: Store<TimerQuestion | null> = createStore<TimerQuestion | null>(null)

/** A session that the timer has logged and that the person wants to add to; the app opens its form. */
export const sessionToAmend: Store<Session | null> = createStore<Session | null>(null)

/** The stretch away, by its beginning, that the person has left open for now; null when none. */
export const awayPutOff: Store<string | null> = createStore<string | null>(null)
