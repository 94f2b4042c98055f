import type { CallError } from '#contract/errors.ts'

/** The message that stands beside a field: what is wrong and what to do. Undefined when nothing is. */
export function errorAt(error: CallError | null, field: string): string | undefined {
  if (error === null) return undefined
  const found = error.field === field ? error : error.others?.find((other) => other.field === field)
  if (found === undefined) return undefined
  return found.hint === undefined ? found.message : `${found.message} ${found.hint}`
}

/** The message that belongs to no field on show, for the foot of the form. Null when there is none. */
export function errorElsewhere(error: CallError | null, shown: readonly string[]): string | null {
  if (error === null) return null
  if (error.field !== undefined && shown.includes(error.field)) return null
  return error.hint === undefined ? error.message : `${error.message} ${error.hint}`
}
