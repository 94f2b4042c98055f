import { useEffect, useRef } from 'react'

/** What can be done while a story is told. */
export type RunActions = Readonly<{
  mark: () => void
  unmark: () => void
  pause: () => void
  toggleCue: () => void
  finish: () => void
}>

/**
 * The keys of a running rehearsal. Space always means the next part, even where a button has the focus: nobody looks
 * for the focus while telling a story. Buttons answer to Enter. A key that is held down counts once.
 */
export function useRunKeys(actions: RunActions, enabled: boolean): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      const run = actionOf(event, latest.current)
      if (run === undefined) return
      event.preventDefault()
      if (!event.repeat) run()
    }
    // A button is pressed when Space comes up again.
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === ' ') event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('keyup', onKeyUp)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('keyup', onKeyUp)
    }
  }, [enabled])
}

function actionOf(event: KeyboardEvent, actions: RunActions): (() => void) | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  switch (event.key) {
    case ' ':
      return actions.mark
    case 'Backspace':
      return actions.unmark
    default:
      return {
        p: actions.pause,
        h: actions.toggleCue,
        f: actions.finish,
      }[event.key.toLowerCase()]
  }
}
