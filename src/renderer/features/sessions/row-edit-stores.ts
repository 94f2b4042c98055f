import { useSyncExternalStore } from 'react'
import { backupShown } from '../../bridge/viewing.ts'
import { createStore, type Store } from '../../ui/store.ts'
import { showToast } from '../../ui/toasts.ts'
import { typedFrom, type RowField, type RowTyped } from './row-edit.ts'

const storageKey = 'loopready.row-edits'

/**
 * What was typed into each row that is being edited, by the session's id. It outlives the row, which is drawn only
 * while it is in sight, the screen, and the page when it is loaded again.
 */
const edits: Store<ReadonlyMap<string, RowTyped>> = createStore(remembered())

edits.subscribe(() => {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(edits.get())))
  } catch {
    // Without storage what was typed lives as long as the page does.
  }
})

function remembered(): ReadonlyMap<string, RowTyped> {
  try {
    return typedFrom(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'))
  } catch {
    return new Map()
  }
}

/**
 * What was typed into the row of a session; undefined while it is not being edited, and while a backup is shown, whose
 * rows are no fields: what was typed waits for the data. (Every row is drawn anew when that changes.)
 */
export function useRowEdit(id: string): RowTyped | undefined {
  return useSyncExternalStore(edits.subscribe, () =>
    backupShown.get() ? undefined : edits.get().get(id),
  )
}

/** Where the cursor is or is to be; it follows the session when the list moves it to another place. */
let focus: RowCursor | null = null

/** The field that has the cursor, and what is selected in it; null before anything in it was. */
export type RowCursor = Readonly<{
  id: string
  field: RowField
  selected: readonly [number, number] | null
}>

/** Turns a row into fields, as it was left where it was begun before, and puts the cursor into one. */
export function beginRowEdit(id: string, field: RowField): void {
  if (backupShown.get()) {
    showToast({ message: 'A backup is shown, which can only be read. Nothing was changed.' })
    return
  }
  focus = { id, field, selected: null }
  const before = edits.get()
  edits.set(new Map(before).set(id, { ...before.get(id) }))
}

export function typeInRow(id: string, typed: RowTyped): void {
  edits.set(new Map(edits.get()).set(id, { ...edits.get().get(id), ...typed }))
}

/** Turns the fields into a row again and forgets what was typed. */
export function endRowEdit(id: string): void {
  if (focus?.id === id) focus = null
  const left = new Map(edits.get())
  left.delete(id)
  edits.set(left)
}

/** Where in a row the cursor is, or is to be; null where it is elsewhere. */
export function cursorIn(id: string): RowCursor | null {
  return focus?.id === id ? focus : null
}

/** Says what is selected in the field that has the cursor. */
export function noteSelection(id: string, selected: readonly [number, number]): void {
  if (focus?.id === id) focus = { ...focus, selected }
}

/** Says where the cursor went; null when it left the row. */
export function noteFocus(id: string, field: RowField | null): void {
  if (field !== null) focus = { id, field, selected: null }
  else if (focus?.id === id) focus = null
}
