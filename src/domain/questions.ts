import type { Question, QuestionKind } from '#contract/questions.ts'
import { seededRandom, shuffled } from './seeded-random.ts'

/** The kinds of question with their names, in the order in which they are offered. */
export const questionKindNames: Readonly<Record<QuestionKind, string>> = {
  behavioural: 'Behavioural',
  management: 'Management',
  strategy: 'Strategy',
}

/** Which questions are shown; what is left out does not narrow it. */
export type QuestionFilter = Readonly<{
  principle?: string | undefined
  /** Questions of this level, and those that are for any. */
  level?: string | undefined
  kind?: QuestionKind | undefined
  show?: 'all' | 'own' | 'favourite' | 'new' | 'practised' | undefined
  /** Words of the question, all of them, anywhere; case does not matter. */
  text?: string | undefined
}>

/** The questions that a filter lets through, in their order. */
export function filteredQuestions(
  questions: readonly Question[],
  { principle, level, kind, show = 'all', text = '' }: QuestionFilter,
): readonly Question[] {
  const words = text.toLowerCase().match(/\S+/g) ?? []
  return questions.filter(
    (question) =>
      (principle === undefined || question.principle === principle) &&
      (level === undefined || question.levels.length === 0 || question.levels.includes(level)) &&
      (kind === undefined || question.kind === kind) &&
      shows(question, show) &&
      words.every((word) => question.text.toLowerCase().includes(word)),
  )
}

function shows(question: Question, show: NonNullable<QuestionFilter['show']>): boolean {
  switch (show) {
    case 'all':
      return true
    case 'own':
      return question.own
    case 'favourite':
      return question.favourite
    case 'new':
      return question.drilled === null
    case 'practised':
      return question.drilled !== null
  }
}

/**
 * The order of a drill: questions that were never answered first, then those whose last answer is longest ago.
 * Equals are in an order left to chance that the seed decides, so that a drill can be repeated in a test.
 */
export function drillOrder(questions: readonly Question[], seed: number): readonly Question[] {
  const lastOf = ({ drilled }: Question) => drilled?.lastAt ?? ''
  // Sorting keeps the order of equals.
  return shuffled(seededRandom(seed), questions).toSorted(
    (a, b) => Number(lastOf(a) > lastOf(b)) - Number(lastOf(a) < lastOf(b)),
  )
}
