import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { MockInput } from '#contract/mocks.ts'
import { errorAt } from '../../bridge/field-errors.ts'
import { useCall } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-field.tsx'

type Questions = MockInput['questions']

/** The questions that were asked, each with the story that answered it. */
export function AskedQuestions({
  questions,
  error,
  onQuestions,
}: Readonly<{
  questions: Questions
  error: CallError | null
  onQuestions: (next: Questions) => void
}>) {
  const stories = useCall('stories.list', {}).data ?? []
  const list = useRef<HTMLOListElement>(null)
  const change = (at: number, part: Partial<Questions[number]>) => {
    onQuestions(questions.map((row, index) => (index === at ? { ...row, ...part } : row)))
  }
  const add = () => {
    onQuestions([...questions, { question: '', storyId: null }])
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>('li:last-child textarea')?.focus()
    })
  }
  const optionsFor = (storyId: string | null) => [
    { value: '', label: 'No story' },
    ...stories.map((story) => ({ value: story.id, label: story.title || 'Untitled story' })),
    ...(storyId !== null && !stories.some(({ id }) => id === storyId)
      ? [{ value: storyId, label: 'A story that was deleted' }]
      : []),
  ]
  return (
    <>
      {questions.length > 0 && (
        <ol ref={list} className="mocks-questions">
          {questions.map(({ question, storyId }, at) => (
            // Rows have no identity but their place.
            <li key={at} className="mocks-question">
              <TextArea
                label={`Question ${at + 1}`}
                rows={1}
                value={question}
                error={errorAt(error, `mock.questions.${at}.question`)}
                onValue={(text) => {
                  change(at, { question: text })
                }}
              />
              <Select
                label="Story told"
                value={storyId ?? ''}
                options={optionsFor(storyId)}
                error={errorAt(error, `mock.questions.${at}.storyId`)}
                onValue={(id) => {
                  change(at, { storyId: id === '' ? null : id })
                }}
              />
              <IconButton
                className="mocks-question-remove"
                label={`Remove question ${at + 1}`}
                icon={<X aria-hidden />}
                onClick={() => {
                  onQuestions(questions.filter((_, index) => index !== at))
                }}
              />
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button icon={<Plus aria-hidden />} disabled={questions.length >= 50} onClick={add}>
          Add question
        </Button>
      </div>
    </>
  )
}
