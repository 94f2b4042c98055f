import { ChevronDown, Plus, X } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Story } from '#contract/story.ts'
import {
  followUpsOf,
  followUpTopics,
  type FollowUp,
  type FollowUpTopic,
} from '#domain/follow-ups.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useStore } from '../../ui/store.ts'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { answersOf } from './answer-saving.ts'
import { changedAnswers, withAnswers } from './typed-answers.ts'
import './follow-up-ladder.css'

export type FollowUpPanelProps = Readonly<{
  /** The story as it stands, with what is typed and not saved yet. */
  story: Story
  /** Writes the answers into the story. */
  onEdit: (patch: Readonly<{ followUps: Story['followUps'] }>) => void
  /** A line under the heading: whether the answers are saved. */
  status?: ReactNode
}>

/**
 * The follow-up questions that a story invites, topic by topic and step by step deeper, with the answers that are
 * kept with it. A panel beside the story editor, which keeps and saves what is typed.
 */
export function FollowUpPanel({ story, onEdit, status }: FollowUpPanelProps) {
  const [own, setOwn] = useState('')
  const figures = useCall(
    'evidence.list',
    { ids: [...story.results] },
    { enabled: story.results.length > 0 },
  ).data
  const ladder = useMemo(() => {
    const inOrder = story.results.flatMap((id) => figures?.find((row) => row.id === id) ?? [])
    return followUpsOf(story, inOrder)
  }, [story, figures])

  const answer = (question: string, text: string | null) => {
    onEdit({ followUps: withAnswers(story.followUps, { [question]: text }) })
  }
  const answerTo = (question: string) =>
    story.followUps.find((row) => row.question === question)?.answer ?? ''
  const asked = new Set(ladder.map(({ question }) => question))
  const others = story.followUps.filter(({ question }) => !asked.has(question))
  const answered = ladder.filter(({ question }) => answerTo(question).trim() !== '').length
  const add = () => {
    const question = own.trim()
    if (question === '') return
    if (story.followUps.every((row) => row.question !== question) && !asked.has(question))
      answer(question, '')
    setOwn('')
  }
  return (
    <section className="ladder" aria-label="Follow-up questions">
      <header className="ladder-head">
        <h2>Follow-up questions</h2>
        <p>
          What an interviewer may ask next, from what this story says and leaves out.{' '}
          <output>
            {answered} of {ladder.length} answered.
          </output>
        </p>
        {status}
      </header>
      {[...Map.groupBy(ladder, ({ topic }) => topic)].map(([topic, rungs]) => (
        <Topic key={topic} topic={topic} rungs={rungs} answerTo={answerTo} onAnswer={answer} />
      ))}
      <div className="ladder-topic">
        <h3>Your own</h3>
        {others.length === 0 && (
          <EmptyState compact title="None yet">
            Add what you were really asked.
          </EmptyState>
        )}
        {others.map(({ question, answer: text }) => (
          <div key={question} className="ladder-own">
            <TextArea
              label={question}
              value={text}
              onValue={(next) => {
                answer(question, next)
              }}
            />
            <IconButton
              size="s"
              label={`Remove: ${question}`}
              title="Remove"
              icon={<X aria-hidden />}
              onClick={() => {
                answer(question, null)
              }}
            />
          </div>
        ))}
        <form
          className="ladder-add"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextField label="Another question" value={own} onValue={setOwn} />
          <Button type="submit" icon={<Plus aria-hidden />} disabled={own.trim() === ''}>
            Add
          </Button>
        </form>
      </div>
    </section>
  )
}

/** The same for a story that no editor shows: it reads the story and saves the answers by itself. */
export function FollowUpLadder({ storyId }: Readonly<{ storyId: string }>) {
  const reading = useCall('stories.get', { id: storyId })
  const { data: story } = reading
  const saving = answersOf(storyId)
  const { typed, error: notSaved } = useStore(saving.state)
  useEffect(
    () => () => {
      void saving.flush()
    },
    [saving],
  )
  if (story === undefined)
    return (
      <Unanswered compact readings={[reading]}>
        <Skeleton lines={8} />
      </Unanswered>
    )
  const shown = { ...story, followUps: withAnswers(story.followUps, typed) }
  return (
    <FollowUpPanel
      key={storyId}
      story={shown}
      onEdit={({ followUps }) => {
        for (const [question, answer] of changedAnswers(shown.followUps, followUps))
          saving.answer(question, answer)
      }}
      status={
        notSaved === null ? (
          Object.keys(typed).length > 0 && <p>Saving…</p>
        ) : (
          <div role="alert" className="ladder-error">
            <FieldError>
              Not saved: {notSaved.message} {notSaved.hint} What you typed is kept.
            </FieldError>
            <Button size="s" onClick={() => void saving.flush()}>
              Try again
            </Button>
          </div>
        )
      }
    />
  )
}

/** One topic: the first question, each deeper one once it is asked for, and all that have an answer. */
function Topic({
  topic,
  rungs,
  answerTo,
  onAnswer,
}: Readonly<{
  topic: FollowUpTopic
  rungs: readonly FollowUp[]
  answerTo: (question: string) => string
  onAnswer: (question: string, answer: string | null) => void
}>) {
  const [depth, setDepth] = useState(1)
  const deepest = rungs.findLastIndex(({ question }) => answerTo(question).trim() !== '') + 1
  const shown = Math.max(depth, deepest)
  return (
    <div className="ladder-topic">
      <h3>
        {followUpTopics[topic]}
        <span className="ladder-depth">
          {Math.min(shown, rungs.length)} of {rungs.length}
        </span>
      </h3>
      {rungs.slice(0, shown).map(({ question, because, depth: step }) => (
        <div key={question} className="ladder-rung" data-depth={step}>
          <TextArea
            label={question}
            hint={because}
            value={answerTo(question)}
            onValue={(answer) => {
              // Without an answer a question of ours need not be stored.
              onAnswer(question, answer === '' ? null : answer)
            }}
          />
        </div>
      ))}
      {shown < rungs.length && (
        <Button
          size="s"
          variant="quiet"
          className="ladder-deeper"
          icon={<ChevronDown aria-hidden />}
          aria-label={`Dig deeper: ${followUpTopics[topic]}`}
          onClick={() => {
            setDepth(shown + 1)
          }}
        >
          Dig deeper
        </Button>
      )}
    </div>
  )
}
