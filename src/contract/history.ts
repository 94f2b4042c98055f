import { z } from 'zod'
import { defineCall, nouns } from './call.ts'

const step = z.strictObject({ label: z.string() })

export const historyCalls = {
  /** What undo and redo would do now; null when there is nothing. */
  'history.peek': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.strictObject({ undo: step.nullable(), redo: step.nullable() }),
  }),
  /** The latest changes, newest first: what was done, when, and whether it was taken back. */
  'history.list': defineCall({
    kind: 'read',
    input: z.strictObject({ limit: z.int().min(1).max(1000).default(100) }),
    output: z.array(
      z.strictObject({
        change: z.int(),
        label: z.string(),
        madeAt: z.string(),
        undone: z.boolean(),
      }),
    ),
  }),
  /**
   * Takes back the latest change, whichever shell made it, or the one named: a toast's "Undo" takes back its own
   * change even when the terminal made another since. Fails with `nothing-to-undo`, or `conflict` when a later
   * change rests on it.
   */
  'history.undo': defineCall({
    kind: 'write',
    changes: nouns,
    undo: null,
    input: z.strictObject({ change: z.int().positive().optional() }),
    output: step,
  }),
  /** Makes the change that was taken back last again. Fails with `nothing-to-undo`. */
  'history.redo': defineCall({
    kind: 'write',
    changes: nouns,
    undo: null,
    input: z.strictObject({}),
    output: step,
  }),
}
