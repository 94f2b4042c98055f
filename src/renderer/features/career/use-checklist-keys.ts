import { useState, type KeyboardEvent, type RefObject } from 'react'
import type { ChecklistRow, ChecklistState } from '#contract/checklist.ts'
import { checklistStates } from '#domain/checklist.ts'

/**
 * The list as one stop of the Tab key: arrows, Home and End move between items, 0 to 3 set the state of the one that
 * has the focus. The digits stop here, where elsewhere they lead to another screen.
 */
export function useChecklistKeys(
  list: RefObject<HTMLElement | null>,
  rows: readonly ChecklistRow[],
  onState: (row: ChecklistRow, state: ChecklistState) => Promise<void>,
) {
  const [last, setLast] = useState<string | null>(null)
  const known = rows.some(({ item }) => item === last)
  const current = known ? last : (rows[0]?.item ?? null)
  const buttonOf = (item: string) =>
    list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"]`)

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
    const at = rows.findIndex(({ item }) => item === target.dataset['item'])
    const row = rows[at]
    if (row === undefined) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key]
    const state = /^[0-3]$/.test(key) ? checklistStates[Number(key)] : undefined
    if (to === undefined && state === undefined) return
    event.preventDefault()
    const next = to === undefined ? undefined : rows[to]
    if (next !== undefined) buttonOf(next.item)?.focus()
    if (state !== undefined && !event.repeat) void set(row, state, rows[at + 1] ?? rows[at - 1])
  }
  const set = async (row: ChecklistRow, state: ChecklistState, neighbour?: ChecklistRow) => {
    await onState(row, state)
    // Where a filter takes the item out of sight, its neighbour takes the focus.
    setTimeout(() => {
      if (document.activeElement === document.body && neighbour !== undefined)
        buttonOf(neighbour.item)?.focus()
    }, 200)
  }
  return { current, focus: setLast, onKeyDown }
}
