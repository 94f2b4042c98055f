import type { CallError } from '#contract/errors.ts'
import type { Reading } from './queries.ts'

/** What tells whether a read has an answer. */
export type Answerable = Pick<Reading<unknown>, 'data' | 'error' | 'retry'>

/**
 * The reads that failed and have nothing to show. One that failed with an earlier answer on show is not among them,
 * and neither is one that was not asked.
 */
export function failedOf(
  readings: readonly Answerable[],
): readonly (Answerable & Readonly<{ error: CallError }>)[] {
  return readings.flatMap((reading) =>
    reading.error === null || reading.data !== undefined
      ? []
      : [{ ...reading, error: reading.error }],
  )
}
