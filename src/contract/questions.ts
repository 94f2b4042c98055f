import { z } from 'zod'
import { defineCall } from './call.ts'
import { playbookId } from './playbooks.ts'
import { instant, recordId, slug } from './units.ts'

/** What a question asks for. */
export const questionKind = z.enum(['behavioural', 'management', 'strategy'])
export type QuestionKind = z.infer<typeof questionKind>

/** A file of the question bank, `data/questions/*.yaml`: questions in groups that share their tags. */
export const questionFile = z.strictObject({
  schemaVersion: z.literal(1),
  groups: z
    .array(
      z.strictObject({
        kind: questionKind,
        /** Id of a Leadership Principle; management and strategy questions may have none. */
        principle: slug.optional(),
        /** The levels at which it is asked. */
        levels: z.array(playbookId).min(1),
        questions: z
          .array(
            z.strictObject({
              /** Never changes: marks and results refer to it. */
              id: slug,
              text: z.string().trim().min(10).max(400),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})

/** Names a question: a slug in the bank, a UUIDv7 of the person's own. */
const questionId = z.string().min(1).max(60)

const drillRating = z
  .int('A rating is a whole number.')
  .min(1, 'A rating is 1 at least.')
  .max(5, 'A rating is 5 at most.')

export const question = z.strictObject({
  id: questionId,
  text: z.string(),
  kind: questionKind,
  principle: slug.nullable(),
  /** The levels at which it is asked; empty is any. */
  levels: z.array(playbookId),
  own: z.boolean(),
  favourite: z.boolean(),
  /** How often it was answered in a drill, when last, and how that was rated, 1 to 5; null before the first time. */
  drilled: z
    .strictObject({ times: z.int().positive(), lastAt: instant, lastRating: drillRating })
    .nullable(),
})
export type Question = z.infer<typeof question>

/** What a person enters as a question of their own. */
export const ownQuestion = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, 'Write the question.')
    .max(2000, 'Shorten the question to 2,000 characters.'),
  kind: questionKind,
  principle: slug.nullable(),
  /** Null: at any level. */
  level: playbookId.nullable(),
})
export type OwnQuestion = z.infer<typeof ownQuestion>
export type OwnQuestionInput = z.input<typeof ownQuestion>

export const questionCalls = {
  /** All questions: the own ones, the latest first, then the bank in its order. */
  'questions.list': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.array(question),
  }),
  /** Adds a question of one's own, or changes the one of `id`. Fails with `not-found` when that is gone. */
  'questions.saveOwn': defineCall({
    kind: 'write',
    changes: ['questions'],
    undo: 'Save question',
    input: z.strictObject({ id: recordId.optional(), question: ownQuestion }),
    output: z.strictObject({ question }),
  }),
  /** Moves own questions to the trash. Their results stay. */
  'questions.removeOwn': defineCall({
    kind: 'write',
    changes: ['questions', 'trash'],
    undo: 'Delete question',
    input: z.strictObject({ ids: z.array(recordId).min(1).max(10_000) }),
    output: z.strictObject({ removed: z.int() }),
  }),
  /** Marks a question as a favourite, or takes the mark away. */
  'questions.mark': defineCall({
    kind: 'write',
    changes: ['questions'],
    undo: 'Mark question',
    input: z.strictObject({ id: questionId, favourite: z.boolean() }),
    output: z.strictObject({ question }),
  }),
  /** Keeps how an answer went in a drill, and with which story. */
  'questions.rate': defineCall({
    kind: 'write',
    changes: ['questions'],
    undo: 'Rate answer',
    input: z.strictObject({
      id: questionId,
      rating: drillRating,
      storyId: recordId.nullable().default(null),
    }),
    output: z.strictObject({ question }),
  }),
  /** How the answers to a question went, the latest first. */
  'questions.results': defineCall({
    kind: 'read',
    input: z.strictObject({ id: questionId }),
    output: z.array(
      z.strictObject({
        id: recordId,
        at: instant,
        rating: drillRating,
        /** The story that was used, with its title now; null where none was, or it is gone. */
        story: z.strictObject({ id: recordId, title: z.string() }).nullable(),
      }),
    ),
  }),
}
