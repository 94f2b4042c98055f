import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FieldError } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useStore } from '../../../ui/store.ts'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'
import { starterQuestions } from '../story-words.ts'

type FollowUp = Readonly<{ question: string; answer: string }>

/** The questions that come after the story, one rung after the other, each with its answer. */
export function FollowUpsCard({ editing }: Readonly<{ editing: Editing }>) {
  const followUps = useShown(editing, 'followUps')
  const { refused } = useStore(editing.state)
  const list = useRef<HTMLOListElement>(null)
  const set = (next: readonly FollowUp[]) => {
    editing.edit({ followUps: [...next] })
  }
  const focusOn = (at: number) => {
    requestAnimationFrame(() => {
      list.current?.children[at]?.querySelector<HTMLElement>('input')?.focus()
    })
  }
  const add = (question: string) => {
    set([...followUps, { question, answer: '' }])
    focusOn(followUps.length)
  }
  const move = (from: number, by: 1 | -1) => {
    const to = from + by
    const moved = followUps[from]
    if (moved === undefined || to < 0 || to >= followUps.length) return
    set(followUps.toSpliced(from, 1).toSpliced(to, 0, moved))
    focusOn(to)
  }
  const remove = (at: number) => {
    set(followUps.toSpliced(at, 1))
    focusOn(Math.max(0, at - 1))
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(at, event.key === 'ArrowUp' ? -1 : 1)
  }
  const offered = starterQuestions.filter((question) =>
    followUps.every((other) => other.question !== question),
  )
  return (
    <Card
      title="Follow-up questions"
      lead="What they will ask next, each question deeper than the one before. Alt and an arrow key move a question."
    >
      {followUps.length > 0 && (
        <ol ref={list} className="stories-ladder" data-field="followUps">
          {followUps.map(({ question, answer }, at) => (
            // Questions may be the same, and are edited in place: their place is their key.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its fields are what is interactive
            <li key={at} onKeyDown={(event) => onKeyDown(event, at)}>
              <span className="stories-rung" aria-hidden>
                {at + 1}
              </span>
              <div>
                <TextField
                  label={`Question ${at + 1}`}
                  hideLabel
                  dir="auto"
                  placeholder="Question"
                  value={question}
                  onValue={(text) => {
                    set(followUps.with(at, { question: text, answer }))
                  }}
                />
                <TextArea
                  label={`Answer to question ${at + 1}`}
                  hideLabel
                  dir="auto"
                  placeholder="Your answer"
                  value={answer}
                  onValue={(text) => {
                    set(followUps.with(at, { question, answer: text }))
                  }}
                />
              </div>
              <div className="stories-ladder-actions">
                <IconButton
                  size="s"
                  label={`Move question ${at + 1} up`}
                  title="Move up (Alt+Up)"
                  icon={<ArrowUp aria-hidden />}
                  disabled={at === 0}
                  onClick={() => {
                    move(at, -1)
                  }}
                />
                <IconButton
                  size="s"
                  label={`Move question ${at + 1} down`}
                  title="Move down (Alt+Down)"
                  icon={<ArrowDown aria-hidden />}
                  disabled={at === followUps.length - 1}
                  onClick={() => {
                    move(at, 1)
                  }}
                />
                <IconButton
                  size="s"
                  label={`Remove question ${at + 1}`}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => {
                    remove(at)
                  }}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      {refused.followUps !== undefined && <FieldError>{refused.followUps}</FieldError>}
      <div className="stories-starters">
        <Button
          size="s"
          icon={<Plus aria-hidden />}
          onClick={() => {
            add('')
          }}
        >
          Add a question
        </Button>
        {offered.map((question) => (
          <Chip
            key={question}
            aria-label={`Add: ${question}`}
            onClick={() => {
              add(question)
            }}
          >
            <Plus aria-hidden />
            {question}
          </Chip>
        ))}
      </div>
    </Card>
  )
}
