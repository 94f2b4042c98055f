import type { Story } from '#contract/story.ts'

type FollowUps = Story['followUps']

/** What was typed and is not stored yet, by question; null takes the question away. */
export type TypedAnswers = Readonly<Record<string, string | null>>

/** The story's follow-up questions with what was typed laid over them: answers in their place, new questions last. */
export function withAnswers(followUps: FollowUps, typed: TypedAnswers): FollowUps {
  const known = new Set(followUps.map(({ question }) => question))
  const added = Object.entries(typed)
    .filter(([question]) => !known.has(question))
    .map(([question, answer]) => ({ question, answer }))
  const laid = followUps.map(({ question, answer }) => ({
    question,
    // Null is an answer too: that there is none.
    answer: Object.hasOwn(typed, question) ? (typed[question] ?? null) : answer,
  }))
  return [...laid, ...added].flatMap(({ question, answer }) =>
    answer === null ? [] : [{ question, answer }],
  )
}

/** What differs between two states of the follow-up questions: the new answer of each, null where it is gone. */
export function changedAnswers(
  before: FollowUps,
  after: FollowUps,
): readonly (readonly [question: string, answer: string | null])[] {
  const was = new Map(before.map(({ question, answer }) => [question, answer]))
  const is = new Map(after.map(({ question, answer }) => [question, answer]))
  return [
    ...after.flatMap(({ question, answer }) =>
      was.get(question) === answer ? [] : [[question, answer] as const],
    ),
    ...before.flatMap(({ question }) => (is.has(question) ? [] : [[question, null] as const])),
  ]
}
