import { Pencil, Star, Trash2 } from 'lucide-react'
import type { Question } from '#contract/questions.ts'
import { questionKindNames } from '#domain/questions.ts'
import { tellOutcome } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Practised } from './practised.tsx'

/** One question with its marks and, for an own one, its ways to change it. */
export function QuestionRow({
  question,
  principleName,
  onEdit,
}: Readonly<{
  question: Question
  /** Given where the heading above does not say it. */
  principleName: string | undefined
  onEdit: (question: Question) => void
}>) {
  const mark = useWrite('questions.mark')
  const remove = useWrite('questions.removeOwn')
  const { id, text, own, favourite, kind, levels, drilled } = question
  const removeIt = async () => {
    tellOutcome(await remove.write({ ids: [id] }), 'Question deleted.')
  }
  const markIt = async () => {
    const answer = await mark.write({ id, favourite: !favourite })
    if (!answer.ok) tellOutcome(answer, '')
  }
  const tags = [
    ...(own ? [principleName ?? questionKindNames[kind]] : []),
    levels.length === 0 ? 'any level' : levels.join(' and '),
  ]
  return (
    <li className="questions-row">
      <div className="questions-row-what">
        <span className="questions-text">{text}</span>
        <span className="questions-tags">{tags.join(', ')}</span>
        {drilled !== null && <Practised id={id} drilled={drilled} />}
      </div>
      <div className="questions-row-actions">
        {own && (
          <>
            <IconButton
              size="s"
              label={`Edit: ${text}`}
              title="Edit"
              icon={<Pencil aria-hidden />}
              onClick={() => {
                onEdit(question)
              }}
            />
            <IconButton
              size="s"
              label={`Delete: ${text}`}
              title="Delete"
              icon={<Trash2 aria-hidden />}
              onClick={() => void removeIt()}
            />
          </>
        )}
        <IconButton
          size="s"
          className="questions-star"
          label={`Favourite: ${text}`}
          title={favourite ? 'Take the star away' : 'Mark as a favourite'}
          aria-pressed={favourite}
          icon={<Star aria-hidden />}
          onClick={() => void markIt()}
        />
      </div>
    </li>
  )
}
