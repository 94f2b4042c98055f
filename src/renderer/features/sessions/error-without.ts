import type { CallError } from '#contract/errors.ts'

/** The error without what it says about fields that were changed since. Null when nothing is left of it. */
export function errorWithout(error: CallError, fields: readonly string[]): CallError | null {
  // Whether sessions overlap depends on the start and the duration together.
  const all =
    error.code === 'overlap' && fields.some((field) => ['date', 'duration'].includes(field))
      ? [...fields, 'time']
      : fields
  const { others = [], ...first } = error
  const left = [first, ...others].filter(({ field }) => field === undefined || !all.includes(field))
  const [next, ...rest] = left
  if (next === undefined) return null
  return {
    code: error.code,
    ...next,
    others: rest.flatMap((other) =>
      other.field === undefined ? [] : [{ ...other, field: other.field }],
    ),
  }
}
