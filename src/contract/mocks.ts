import { z } from 'zod'
import { defineCall } from './call.ts'
import { playbookId } from './playbooks.ts'
import { clockTime, instant, recordId, seconds, slug, studyDay } from './units.ts'

const line = z.string().max(300, 'Shorten it to 300 characters.')
/** Text as the person wrote it: never trimmed, never rewritten. */
const prose = z.string().max(50_000, 'Shorten the text to 50,000 characters.')

/** `strategy` and `executive` are rounds of the loop above L6 only. */
export const mockType = z.enum([
  'behavioural',
  'system-design',
  'coding',
  'bar-raiser',
  'hiring-manager',
  'full-loop',
  'strategy',
  'executive',
])
export type MockType = z.infer<typeof mockType>

/** 1 to 5. Of the whole: strong no hire, no hire, mixed, hire, strong hire. Null while it is not rated. */
const rating = z
  .int('A rating is a whole number.')
  .min(1, 'A rating is 1 at least.')
  .max(5, 'A rating is 5 at most.')
  .nullable()

const onlyOnce = (
  rows: readonly Readonly<{ principle: string }>[],
  issues: z.RefinementCtx,
): void => {
  if (new Set(rows.map(({ principle }) => principle)).size !== rows.length)
    issues.addIssue({ code: 'custom', message: 'A principle stands in the list twice.' })
}

/** How one principle was shown: the interviewer's rating and the own one beside it. Never made into one figure. */
export const mockPrinciple = z.strictObject({
  principle: slug,
  rating,
  selfRating: rating,
  /** What was said or done that speaks for the rating. */
  evidence: prose,
})
export type MockPrinciple = z.infer<typeof mockPrinciple>

/** A question that was asked, and the story that answered it; null where there was none. */
export const mockQuestion = z.strictObject({ question: prose, storyId: recordId.nullable() })

/** Everything on a scorecard. All but type and date may be empty. */
export const mockContent = z.strictObject({
  type: mockType,
  date: studyDay,
  interviewer: line,
  overall: rating,
  selfOverall: rating,
  principles: z.array(mockPrinciple).max(50).superRefine(onlyOnce),
  technical: z.strictObject({
    problemSolving: rating,
    code: rating,
    design: rating,
    communication: rating,
  }),
  questions: z.array(mockQuestion).max(50, 'A scorecard has 50 questions at most.'),
  strengths: prose,
  improvements: prose,
  nextFocus: prose,
})
export type MockContent = z.infer<typeof mockContent>
/** A scorecard as it is typed. */
export type MockInput = z.input<typeof mockContent>

export const mock = mockContent.extend({
  id: recordId,
  /** The target level when it was entered. */
  level: playbookId,
  /** The study session that it is logged as; null while it is not, or when that session was deleted. */
  session: z
    .strictObject({ id: recordId, date: studyDay, time: clockTime, durationS: seconds })
    .nullable(),
  /** Names what is stored: another one after every save. */
  revision: recordId,
  createdAt: instant,
  changedAt: instant,
})
export type Mock = z.infer<typeof mock>

export const mockCalls = {
  /** The mock interviews, the latest first. */
  'mocks.list': defineCall({ kind: 'read', input: z.strictObject({}), output: z.array(mock) }),
  /** One of them. Fails with `not-found` when it is gone or in the trash. */
  'mocks.get': defineCall({
    kind: 'read',
    input: z.strictObject({ id: recordId }),
    output: mock,
  }),
  /**
   * Saves a scorecard whole. Small and often: saves of one `editor` that follow each other within five minutes are one
   * undo step.
   *
   * `basedOn` is the revision that the editor shows; without it a new one is made, under `id` where one is given, so
   * that a page that does not know whether its first save arrived can make it again. When something else is stored
   * under that id since, NOTHING is saved and the answer is `stale`, with what is stored: the editor still holds its
   * own. Fails with `invalid-input` for a date in the
   * future, a type that the level does not have, a principle or story that there is not; `not-found` when it is gone.
   */
  'mocks.save': defineCall({
    kind: 'write',
    changes: ['mocks'],
    undo: 'Save mock interview',
    mergeBy: ['editor'],
    input: z.strictObject({
      id: recordId.optional(),
      basedOn: recordId.optional(),
      mock: mockContent,
      editor: z.string().min(1).max(60).optional(),
    }),
    output: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('saved'), mock }),
      z.strictObject({ outcome: z.literal('stale'), current: mock }),
    ]),
  }),
  /** Moves mock interviews to the trash. Their study sessions stay. */
  'mocks.remove': defineCall({
    kind: 'write',
    changes: ['mocks', 'trash'],
    undo: 'Delete mock interview',
    input: z.strictObject({ ids: z.array(recordId).min(1).max(10_000) }),
    output: z.strictObject({ removed: z.int() }),
  }),
  /**
   * Logs a mock interview as a study session of its date that counts one mock interview. Fails with `conflict` when
   * it is logged already, and like `sessions.log`.
   */
  'mocks.logSession': defineCall({
    kind: 'write',
    changes: ['mocks', 'sessions', 'plan'],
    undo: 'Log mock interview as session',
    input: z.strictObject({
      id: recordId,
      category: slug,
      duration: z.string().max(40, 'Write a duration such as 90, 1h30, 1:30, 90m or 1.5h.'),
      /** Local start; without it now, or noon for a date that has passed. */
      time: clockTime.optional(),
      acceptOverlap: z.boolean().default(false),
    }),
    output: z.strictObject({ mock }),
  }),
  /**
   * Says which session a mock interview already is, so that it is not counted twice; null unties the two. A session
   * counts at least as many mock interviews as are tied to it.
   */
  'mocks.tieSession': defineCall({
    kind: 'write',
    changes: ['mocks', 'sessions', 'plan'],
    undo: 'Tie mock interview to session',
    input: z.strictObject({ id: recordId, sessionId: recordId.nullable() }),
    output: z.strictObject({ mock }),
  }),
}
