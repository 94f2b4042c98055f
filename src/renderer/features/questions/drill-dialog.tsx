import { useEffect, useRef, useState } from 'react'
import type { Principle } from '#contract/playbooks.ts'
import type { Question } from '#contract/questions.ts'
import { ratingNames } from '#domain/mocks.ts'
import { questionKindNames } from '#domain/questions.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Badge, Kbd } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field.tsx'
import { DrillStories } from './drill-stories.tsx'

type Rated = Readonly<{ rating: number; change: number | undefined }>

/**
 * One question after the other: say the answer aloud, reveal the stories that fit, rate it, go on. By the keyboard:
 * Space reveals, 1 to 5 rate, N goes on, Escape ends. A rating that is changed takes the first one back.
 */
export function DrillDialog({
  order,
  principles,
  onClose,
}: Readonly<{
  /** The questions in the order of the drill, as they were when it began. */
  order: readonly Question[]
  principles: readonly Principle[]
  onClose: () => void
}>) {
  const [at, setAt] = useState(0)
  const [isRevealed, setRevealed] = useState(false)
  const [storyId, setStoryId] = useState<string | null>(null)
  const [rated, setRated] = useState<Rated | null>(null)
  const [done, setDone] = useState<readonly number[]>([])
  const [failed, setFailed] = useState<string | null>(null)
  const { write, pending } = useWrite('questions.rate')
  const question = order[at]

  const rate = async (rating: number) => {
    if (question === undefined || pending || rated?.rating === rating) return
    if (rated?.change !== undefined) await bridge.call('history.undo', { change: rated.change })
    const answer = await write({ id: question.id, rating, storyId })
    setFailed(answer.ok ? null : [answer.error.message, answer.error.hint ?? ''].join(' ').trim())
    if (answer.ok) setRated({ rating, change: answer.change })
  }
  const next = () => {
    if (rated !== null) setDone([...done, rated.rating])
    setAt(at + 1)
    setRevealed(false)
    setStoryId(null)
    setRated(null)
    setFailed(null)
  }

  const act = useRef<(event: KeyboardEvent) => boolean>(() => false)
  useEffect(() => {
    act.current = ({ key, target }) => {
      if (question === undefined) return false
      if (/^[1-5]$/.test(key)) void rate(Number(key))
      else if (key === 'n' || key === 'N') next()
      else if (key === ' ' && !isControl(target)) setRevealed(true)
      else return false
      return true
    }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (act.current(event)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
    }
  }, [])

  if (question === undefined)
    return (
      <Dialog
        open
        title="Drill finished"
        onClose={onClose}
        footer={
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        }
      >
        <p>
          {order.length === 1 ? 'That was the one question' : `Those were all ${order.length}`}{' '}
          questions that the filter lets through. {summaryOf(done)}
        </p>
      </Dialog>
    )
  const principle = principles.find(({ id }) => id === question.principle)
  return (
    <Dialog
      open
      size="l"
      title={`Drill: question ${at + 1} of ${order.length}`}
      description="Answer aloud first. Then reveal the stories that fit, and rate how it went."
      onClose={onClose}
      footer={
        <>
          <span className="questions-keys">
            <Kbd>Space</Kbd> reveal <Kbd>1</Kbd>–<Kbd>5</Kbd> rate <Kbd>N</Kbd> next <Kbd>Esc</Kbd>{' '}
            end
          </span>
          <Button variant={rated === null ? 'secondary' : 'primary'} onClick={next}>
            {rated === null ? 'Skip' : 'Next question'}
          </Button>
        </>
      }
    >
      <div className="questions-drill">
        <div className="questions-drill-tags">
          <Badge tone="accent">{principle?.name ?? questionKindNames[question.kind]}</Badge>
          {question.own && <Badge>Your own</Badge>}
          {question.drilled !== null && (
            <span>
              Last time: {question.drilled.lastRating}{' '}
              {ratingNames[question.drilled.lastRating - 1]?.toLowerCase()}
            </span>
          )}
        </div>
        <p className="questions-drill-text" aria-live="polite">
          {question.text}
        </p>
        {isRevealed ? (
          <DrillStories
            // The bank knows what it asks for; named, it weighs more than what the words let guess.
            question={
              principle === undefined ? question.text : `${question.text} (${principle.name})`
            }
            chosen={storyId}
            onChoose={setStoryId}
          />
        ) : (
          <div>
            <Button
              data-autofocus
              aria-keyshortcuts="Space"
              onClick={() => {
                setRevealed(true)
              }}
            >
              Reveal stories
            </Button>
          </div>
        )}
        <fieldset className="questions-drill-rate">
          <legend className="ui-label">How did it go?</legend>
          <div className="questions-drill-buttons">
            {ratingNames.map((name, index) => (
              <Button
                key={name}
                aria-pressed={rated?.rating === index + 1}
                aria-keyshortcuts={String(index + 1)}
                variant={rated?.rating === index + 1 ? 'primary' : 'secondary'}
                onClick={() => void rate(index + 1)}
              >
                {index + 1} {name}
              </Button>
            ))}
          </div>
          <output className="questions-drill-kept">
            {rated === null ? '' : `Kept: ${rated.rating} ${ratingNames[rated.rating - 1]}.`}
          </output>
          {failed !== null && (
            <div role="alert">
              <FieldError>Not kept: {failed}</FieldError>
            </div>
          )}
        </fieldset>
      </div>
    </Dialog>
  )
}

/** Whether a key press belongs to a control that has its own meaning for Space. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, input, a, select') !== null
}

function summaryOf(ratings: readonly number[]): string {
  if (ratings.length === 0) return 'None was rated.'
  const weak = ratings.filter((rating) => rating < 3).length
  return `${ratings.length} rated, ${weak === 0 ? 'none' : weak} of them weak. The results are kept, and what was asked longest ago comes first the next time.`
}
