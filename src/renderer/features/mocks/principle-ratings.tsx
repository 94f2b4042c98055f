import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { MockInput } from '#contract/mocks.ts'
import type { Principle } from '#contract/playbooks.ts'
import { ratingNames } from '#domain/mocks.ts'
import { errorAt } from '../../bridge/field-errors.ts'
import { useCall } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Rating } from '../../ui/rating.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { principleIn, withPrinciple } from './scorecard-content.ts'

type Props = Readonly<{
  content: MockInput
  error: CallError | null
  onContent: (next: MockInput) => void
}>

/** Both ratings of every principle, and the evidence where something is said. */
export function PrincipleRatings({ content, error, onContent }: Props) {
  const { data: principles } = useCall('playbooks.principles', {})
  if (principles === undefined) return <Skeleton lines={8} />
  return (
    <ul className="mocks-principles">
      {principles.map((principle) => (
        <PrincipleRow
          key={principle.id}
          principle={principle}
          content={content}
          error={error}
          onContent={onContent}
        />
      ))}
    </ul>
  )
}

function PrincipleRow({
  principle: { id, name },
  content,
  error,
  onContent,
}: Props & Readonly<{ principle: Principle }>) {
  const [isOpened, setOpened] = useState(false)
  const said = principleIn(content, id)
  const hasEvidence =
    isOpened || said.rating !== null || said.selfRating !== null || said.evidence !== ''
  const at = content.principles.findIndex((row) => row.principle === id)
  return (
    <li className="mocks-principle">
      <span className="mocks-principle-name">{name}</span>
      <div className="mocks-principle-ratings">
        <div className="mocks-principle-rating">
          <span aria-hidden>Interviewer</span>
          <Rating
            label={`${name}, by the interviewer`}
            hideLabel
            names={ratingNames}
            value={said.rating}
            onValue={(rating) => {
              onContent(withPrinciple(content, id, { rating }))
            }}
          />
        </div>
        <div className="mocks-principle-rating">
          <span aria-hidden>You</span>
          <Rating
            label={`${name}, by yourself`}
            hideLabel
            names={ratingNames}
            value={said.selfRating}
            onValue={(selfRating) => {
              onContent(withPrinciple(content, id, { selfRating }))
            }}
          />
        </div>
      </div>
      {hasEvidence ? (
        <TextArea
          className="mocks-principle-evidence"
          label={`Evidence for ${name}`}
          hideLabel
          rows={1}
          placeholder="Evidence: what was said or done"
          value={said.evidence}
          error={errorAt(error, `mock.principles.${at}.evidence`)}
          onValue={(evidence) => {
            onContent(withPrinciple(content, id, { evidence }))
          }}
        />
      ) : (
        <Button
          variant="quiet"
          size="s"
          className="mocks-principle-add"
          aria-label={`Add evidence for ${name}`}
          onClick={() => {
            setOpened(true)
          }}
        >
          Add evidence
        </Button>
      )}
    </li>
  )
}
