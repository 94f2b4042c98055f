import { z } from 'zod'
import { defineCall } from './call.ts'

export const demoCalls = {
  /** Fills an empty profile with a believable, reproducible twelve weeks. Fails with `conflict` where there are sessions. */
  'demo.fill': defineCall({
    kind: 'write',
    changes: ['profile', 'sessions', 'plan'],
    undo: 'Fill with sample data',
    input: z.strictObject({}),
    output: z.strictObject({ sessions: z.int() }),
  }),
}
