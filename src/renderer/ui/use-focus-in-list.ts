import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

/**
 * Keeps the keyboard in a list whose rows go away, whoever takes them: where the button with the focus is gone, the one
 * in its place has it, and the list itself, which needs a `tabIndex`, where none is left. Who went on elsewhere is left
 * alone.
 *
 * @param list what is looked for `li button` in
 * @returns what the list is to hear of
 */
export function useFocusInList(list: RefObject<HTMLElement | null>) {
  const had = useRef<Readonly<{ button: Element; at: number }> | null>(null)
  useLayoutEffect(() => {
    if (had.current === null || had.current.button.isConnected) return
    const { at } = had.current
    had.current = null
    if (document.activeElement !== document.body) return
    const buttons = buttonsIn(list.current)
    const next = buttons[Math.min(at, buttons.length - 1)] ?? list.current
    next?.focus()
  })
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const at = buttonsIn(list.current).indexOf(target)
      had.current = at === -1 ? null : { button: target, at }
    },
  }
}

function buttonsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('li button') ?? [])]
}
