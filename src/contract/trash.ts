import { z } from 'zod'
import { defineCall } from './call.ts'
import { session } from './sessions.ts'
import { instant, recordId } from './units.ts'

/** How long deleted things can be put back, in days. */
export const trashDays = 30

export const trashCalls = {
  /** What was deleted in the last 30 days, the latest first. */
  'trash.list': defineCall({
    kind: 'read',
    input: z.strictObject({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      total: z.int(),
      days: z.int(),
      sessions: z.array(z.strictObject({ session, deletedAt: instant })),
    }),
  }),
  /** Puts deleted sessions back where they were. */
  'trash.restore': defineCall({
    kind: 'write',
    changes: ['sessions', 'plan', 'trash'],
    undo: 'Put back from trash',
    input: z.strictObject({ ids: z.array(recordId).min(1).max(10_000) }),
    output: z.strictObject({ restored: z.int() }),
  }),
  /** Deletes what is in the trash for good. It can still be undone as long as the history reaches back. */
  'trash.empty': defineCall({
    kind: 'write',
    changes: ['trash'],
    undo: 'Empty trash',
    input: z.strictObject({}),
    output: z.strictObject({ deleted: z.int() }),
  }),
}
