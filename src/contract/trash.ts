import { z } from 'zod'
import { defineCall } from './call.ts'
import { playbookId } from './playbooks.ts'
import { evidence } from './evidence.ts'
import { mockType } from './mocks.ts'
import { rehearsal } from './rehearsals.ts'
import { session } from './sessions.ts'
import { storySummary } from './story.ts'
import { instant, recordId, studyDay } from './units.ts'

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
      /** How many sessions there are in all; `offset` and `limit` are about them alone. */
      total: z.int(),
      days: z.int(),
      sessions: z.array(z.strictObject({ session, deletedAt: instant })),
      /** Always all of them: nobody has thousands. */
      stories: z.array(z.strictObject({ story: storySummary, deletedAt: instant })),
      evidence: z.array(z.strictObject({ evidence, deletedAt: instant })),
      /** Those of stories that are not in the trash themselves. */
      rehearsals: z.array(z.strictObject({ rehearsal, title: z.string(), deletedAt: instant })),
      mocks: z.array(
        z.strictObject({
          mock: z.strictObject({
            id: recordId,
            type: mockType,
            date: studyDay,
            interviewer: z.string(),
          }),
          deletedAt: instant,
        }),
      ),
      questions: z.array(
        z.strictObject({
          question: z.strictObject({ id: recordId, text: z.string() }),
          deletedAt: instant,
        }),
      ),
      /** Checklist items of the person's own. */
      checklistItems: z.array(
        z.strictObject({ item: recordId, level: playbookId, text: z.string(), deletedAt: instant }),
      ),
    }),
  }),
  /** Puts what was deleted back where it was, a story with the figures that it uses. */
  'trash.restore': defineCall({
    kind: 'write',
    changes: [
      'sessions',
      'plan',
      'trash',
      'stories',
      'evidence',
      'rehearsals',
      'mocks',
      'questions',
      'checklist',
      'metrics',
    ],
    undo: 'Put back from trash',
    input: z.strictObject({ ids: z.array(recordId).min(1).max(10_000) }),
    output: z.strictObject({ restored: z.int() }),
  }),
  /** Deletes what is in the trash for good. It can still be undone as long as the history reaches back. */
  'trash.empty': defineCall({
    kind: 'write',
    changes: ['trash', 'rehearsals'],
    undo: 'Empty trash',
    input: z.strictObject({}),
    output: z.strictObject({ deleted: z.int() }),
  }),
}
