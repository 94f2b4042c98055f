import { CircleCheck, CircleX } from 'lucide-react'
import type { Playbook } from '#contract/playbooks.ts'
import { useCall, useCalls } from '../../bridge/queries.ts'
import { Card, Section } from '../../ui/card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import './level-lessons.css'

type Lesson = Playbook['questionHandling'][number]

/**
 * What to do when a question is asked above or below one's level: the lessons of every playbook, each with a weak
 * and a strong approach. On the Questions page and beside the story editor.
 */
export function LevelLessons() {
  const levels = useCall('playbooks.list', {}).data?.playbooks ?? []
  const books = useCalls(
    'playbooks.get',
    levels.map(({ id }) => ({ id })),
  )
  const lessons = books.flatMap(({ data }) => data?.questionHandling ?? [])
  const isPending = levels.length === 0 || books.some(({ pending }) => pending)
  return (
    <Section
      title="When the question is not at your level"
      lead="Two lessons of the playbooks: say what you have really done, and neither reach above it nor wave it away."
    >
      {isPending ? (
        <Skeleton lines={6} />
      ) : (
        <div className="lessons">
          {lessons.map((lesson) => (
            <LessonCard key={`${lesson.candidateLevel} ${lesson.id}`} lesson={lesson} />
          ))}
        </div>
      )}
    </Section>
  )
}

function LessonCard({ lesson }: Readonly<{ lesson: Lesson }>) {
  const { candidateLevel, questionLevel, question, weak, strong, why } = lesson
  return (
    <Card title={`At ${candidateLevel}, asked a question of ${questionLevel}`} className="lesson">
      <p className="lesson-question">“{question}”</p>
      <div className="lesson-answers">
        <section className="lesson-answer" data-kind="weak">
          <h3>
            <CircleX aria-hidden /> Weak: {weak.label}
          </h3>
          <p>{weak.answer}</p>
        </section>
        <section className="lesson-answer" data-kind="strong">
          <h3>
            <CircleCheck aria-hidden /> Strong: {strong.label}
          </h3>
          <p>{strong.answer}</p>
        </section>
      </div>
      <p className="lesson-why">
        <strong>Why.</strong> {why}
      </p>
    </Card>
  )
}
