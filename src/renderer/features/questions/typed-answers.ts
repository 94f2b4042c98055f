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
    answer: answerIn(typed, question, answer),
  }))
  return [...laid, ...added].flatMap(({ question, answer }) =>
    answer === null ? [] : [{ question, answer }],
  )
}

/** The typed answer where there is one, else the stored one. */
export function answerIn(typed: TypedAnswers, question: string, stored: string): string | null {
  const answer = typed[question]
  return answer === undefined ? stored : answer
}
