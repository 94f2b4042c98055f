import type { QuickAdd } from '#contract/quick-add.ts'

/** Whether a text is more likely a session than anything else: it starts with a number or names a part of one. */
export function startsLikeSession(text: string, reading: QuickAdd | undefined): boolean {
  if (text.trim() === '') return false
  if (/^\s*\d/.test(text)) return true
  return (
    reading?.chips.some(({ kind }) => ['duration', 'category', 'count'].includes(kind)) ?? false
  )
}
