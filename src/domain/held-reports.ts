import type { CallError } from '#contract/errors.ts'

/** How many built reports a shell holds: the one that is looked at, the one that is being saved, and one to spare. */
export const heldReportsAtMost = 3

/** What a shell says of a report that it does not hold, or no more. */
export const reportNotHeld: CallError = {
  code: 'not-found',
  message: 'This report is not held any more.',
  hint: 'Build it again.',
}
