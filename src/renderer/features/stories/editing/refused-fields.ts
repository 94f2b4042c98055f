import type { CallError } from '#contract/errors.ts'
import type { StoryKey, Typed } from '#domain/story-merge.ts'

/**
 * The fields of a save that the engine refused, each with what is wrong and what to do. Null when the refusal is about
 * something else.
 */
export function refusedFields(
  error: CallError,
  sent: Typed,
): Readonly<Partial<Record<StoryKey, string>>> | null {
  if (error.code !== 'invalid-input') return null
  const keys = Object.keys(sent) as StoryKey[]
  const refused = [error, ...(error.others ?? [])].flatMap(({ field = '', message, hint }) => {
    const name = field.replace(/^patch\./, '')
    const key = keys.find((candidate) => name === candidate || name.startsWith(`${candidate}.`))
    return key === undefined
      ? []
      : [[key, hint === undefined ? message : `${message} ${hint}`] as const]
  })
  return refused.length === 0 ? null : Object.fromEntries(refused)
}
