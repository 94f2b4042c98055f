import type { Session } from '#contract/sessions.ts'
import { createStore, type Store } from '../../ui/store.ts'
import { emptyFilter, type LogFilter } from './log-filter.ts'

/** What narrows the log; it stays while other screens show. */
export const logFilter: Store<LogFilter> = createStore(emptyFilter)

/** Whether the choices beyond the search text are in sight. */
export const moreFilters: Store<boolean> = createStore(false)

/** How often the search was asked for by its key; the field takes the focus each time. */
export const searchWanted: Store<number> = createStore(0)

/** Puts the cursor into the search of the log, now or as soon as the screen shows. */
export function focusLogSearch(): void {
  searchWanted.set(searchWanted.get() + 1)
}

/** The session that is to be split; null while that window is closed. */
export const splitting: Store<Session | null> = createStore<Session | null>(null)

/** Whether the calendar stands above the list. */
export const mapShown: Store<boolean> = createStore(true)
