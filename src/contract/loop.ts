import { z } from 'zod'
import { defineCall } from './call.ts'
import { storyStatus } from './story.ts'
import { recordId, slug } from './units.ts'

const principles = z
  .array(slug)
  .min(1, 'Choose at least one principle for the round.')
  .max(6, 'A round has 6 principles at most.')
  .refine((list) => new Set(list).size === list.length, 'A principle stands in the round twice.')

/** One interview of the loop, and the principles that it asks about: one story for each. */
export const loopRound = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Give the round a name.')
    .max(80, 'Shorten the name to 80 characters.'),
  principles,
})
export type LoopRound = z.infer<typeof loopRound>

const rounds = z
  .array(loopRound)
  .min(1, 'A loop has one round at least.')
  .max(10, 'A loop has 10 rounds at most.')

/** A wish for the assignment: this story in that round, for one principle of it or (null) for any. Rounds count from 0. */
const wish = z.strictObject({
  round: z.int().min(0).max(9),
  principle: slug.nullable(),
  story: recordId,
})
export type LoopWish = z.infer<typeof wish>

const chosen = z.strictObject({
  id: recordId,
  title: z.string(),
  status: storyStatus,
  as: z.enum(['primary', 'secondary']),
  /** 0 to 1: see `cellStrength` of the domain. */
  strength: z.number(),
})
export type LoopStory = z.infer<typeof chosen>

const slot = z.strictObject({
  round: z.int(),
  principle: slug,
  story: chosen.nullable(),
  locked: z.boolean(),
  /** Why nothing is there; null where a story is. */
  why: z.string().nullable(),
  /** Other stories that serve the principle, the strongest first, and the question that each answers now. */
  alternatives: z.array(
    chosen.extend({ usedFor: z.strictObject({ round: z.int(), principle: slug }).nullable() }),
  ),
})
export type LoopSlot = z.infer<typeof slot>

export const loopPlan = z.strictObject({
  rounds: z.array(loopRound),
  /** True while the rounds are the app's suggestion. */
  isDefault: z.boolean(),
  /** One for each principle of each round, in their order. */
  slots: z.array(slot),
  /** Questions with a story, of all. */
  answered: z.int(),
  /** Sum of the strengths; no other assignment without reuse answers more, or as many with more strength. */
  strength: z.number(),
  /** Locks that could not be kept: the story does not serve what is asked there, or another one is locked to it. */
  unmet: z.array(wish),
  /** The best assignment that is not this one, where there is one: what it changes and what that costs. */
  second: z
    .strictObject({
      answered: z.int(),
      strength: z.number(),
      changes: z.array(
        z.strictObject({
          round: z.int(),
          principle: slug,
          from: recordId.nullable(),
          to: recordId.nullable(),
        }),
      ),
    })
    .nullable(),
  /** Stories that no question uses. */
  spare: z.array(z.strictObject({ id: recordId, title: z.string(), status: storyStatus })),
})
export type LoopPlan = z.infer<typeof loopPlan>

export const loopCalls = {
  /** The rounds that were saved, else the suggested ones. */
  'loop.get': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.strictObject({ rounds: z.array(loopRound), isDefault: z.boolean() }),
  }),
  /**
   * Assigns stories to the questions of a loop, none twice: as many questions as can be, and of those assignments one
   * with the most strength. Locks come before everything, as many as can be kept. Retired stories are left out, drafts
   * too where `tellableOnly`. Without `rounds`: the saved ones. Fails with `invalid-input` where two locks name one
   * story.
   */
  'loop.simulate': defineCall({
    kind: 'read',
    input: z.strictObject({
      rounds: rounds.optional(),
      locks: z.array(wish).max(60).default([]),
      exclude: z.array(wish).max(500).default([]),
      tellableOnly: z.boolean().default(false),
    }),
    output: loopPlan,
  }),
  /** Keeps the rounds; null goes back to the suggested ones. */
  'loop.save': defineCall({
    kind: 'write',
    changes: ['loop'],
    undo: 'Change loop',
    input: z.strictObject({ rounds: rounds.nullable() }),
    output: z.strictObject({ rounds: z.array(loopRound), isDefault: z.boolean() }),
  }),
}
