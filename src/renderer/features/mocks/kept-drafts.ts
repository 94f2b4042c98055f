import type { MockInput } from '#contract/mocks.ts'
import { backupShown } from '../../bridge/viewing.ts'

/** What was typed and is not saved yet, under which id, and the revision that it was typed over; null for a new one. */
export type KeptDraft = Readonly<{ id: string; content: MockInput; basedOn: string | null }>

const prefix = 'loopready.scorecard.'

/** The draft that a page before this one could not save. `key` is the interview's id, or `new`. */
export function keptDraft(key: string): KeptDraft | null {
  if (backupShown.get()) return null
  try {
    const found: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    // Nobody but this file writes it.
    return typeof found === 'object' && found !== null && 'content' in found
      ? (found as KeptDraft)
      : null
  } catch {
    return null
  }
}

/** Keeps a draft for as long as it is not saved; null forgets it. */
export function keepDraft(key: string, draft: KeptDraft | null): void {
  if (backupShown.get()) return
  try {
    if (draft === null) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, JSON.stringify(draft))
  } catch {
    // Without storage the draft lives as long as the page does.
  }
}
