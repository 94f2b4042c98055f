import type { Principle } from '#contract/playbooks.ts'
import type { Question } from '#contract/questions.ts'
import { questionKindNames } from '#domain/questions.ts'

/** Questions under one heading. */
export type QuestionGroup = Readonly<{ name: string; questions: readonly Question[] }>

/** The questions by headings: the person's own, each principle in its order, then the other kinds. */
export function grouped(
  questions: readonly Question[],
  principles: readonly Principle[],
): readonly QuestionGroup[] {
  const name = ({ own, principle, kind }: Question) =>
    own
      ? 'Your own'
      : (principles.find(({ id }) => id === principle)?.name ?? questionKindNames[kind])
  const order = [
    'Your own',
    ...principles.map((principle) => principle.name),
    ...Object.values(questionKindNames),
  ]
  const byName = Map.groupBy(questions, name)
  return order.flatMap((heading) => {
    const found = byName.get(heading)
    return found === undefined ? [] : [{ name: heading, questions: found }]
  })
}
