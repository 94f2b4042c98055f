import { useEffect } from 'react'
import { showToast } from '../../ui/toasts.ts'

/** How long nothing more is said of it after it was said, in milliseconds. */
const quietMs = 6_000

/**
 * While a backup is looked at, fields of the screens take no text, so that nothing is typed that could not be saved.
 * Those that search still do, and so do windows, which say by themselves that nothing can be saved.
 */
export function useReadOnlyFields(isReadOnly: boolean): void {
  useEffect(() => {
    if (!isReadOnly) return
    let saidMs = Number.NEGATIVE_INFINITY
    const refuse = (event: InputEvent) => {
      const { target } = event
      if (!(target instanceof Element) || target.closest('main') === null) return
      if (target.matches('[type=search], [role=searchbox]')) return
      event.preventDefault()
      const now = performance.now()
      if (now - saidMs < quietMs) return
      saidMs = now
      showToast({ message: 'A backup is shown, which can only be read. Nothing was changed.' })
    }
    document.addEventListener('beforeinput', refuse, { capture: true })
    return () => {
      document.removeEventListener('beforeinput', refuse, { capture: true })
    }
  }, [isReadOnly])
}
