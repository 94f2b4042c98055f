import { useEffect, useState } from 'react'
import { createStore } from '../../ui/store.ts'

/** The checklist item or the indicator whose details a page opens when it is shown next. */
export const evidenceToOpen = createStore<string | null>(null)

/** What the page was asked to open, taken once: coming back later opens nothing. */
export function useEvidenceToOpen(): string | null {
  const [asked] = useState(() => evidenceToOpen.get())
  useEffect(() => {
    evidenceToOpen.set(null)
  }, [])
  return asked
}
