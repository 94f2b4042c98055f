import { CircleCheck } from 'lucide-react'
import type { LoopPlan, LoopWish } from '#contract/loop.ts'
import { trimmedDecimals } from '#domain/readable.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { admitted, noWishes, type Wishes } from './loop-wishes.ts'
import { titleOf } from './round-card.tsx'

/** What the assignment leaves open, what it would cost to do otherwise, and what is left over. */
export function LoopOutcome({
  plan,
  wishes,
  nameOf,
  storyPath,
  onWishes,
}: Readonly<{
  plan: LoopPlan
  wishes: Wishes
  nameOf: (principle: string) => string
  storyPath: (id: string) => string
  onWishes: (wishes: Wishes) => void
}>) {
  const open = plan.slots.filter(({ story }) => story === null)
  const titles = new Map(
    [
      ...plan.spare,
      ...plan.slots.flatMap(({ story, alternatives }) => [
        ...(story ? [story] : []),
        ...alternatives,
      ]),
    ].map(({ id, title }) => [id, titleOf(title)]),
  )
  const said = (id: string | null) => (id === null ? 'nothing' : (titles.get(id) ?? 'a story'))
  const place = (round: number, principle: string | null) =>
    `${plan.rounds[round]?.name ?? 'A round'}: ${principle === null ? 'any question' : nameOf(principle)}`
  const wish = ({ round, principle, story }: LoopWish) =>
    `${said(story)} for ${place(round, principle)}`
  return (
    <div className="loop-outcome">
      <Card
        title="Uncovered"
        {...(open.length > 0 ? { lead: 'The reasons stand at the questions.' } : {})}
      >
        {open.length === 0 ? (
          <EmptyState compact icon={<CircleCheck />} title="Every question has a story">
            <p>None is used twice, and no other assignment is stronger.</p>
          </EmptyState>
        ) : (
          <ul className="loop-list">
            {open.map(({ round, principle }) => (
              <li key={`${round} ${principle}`}>
                <strong>{place(round, principle)}</strong>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {plan.unmet.length > 0 && (
        <Notice tone="caution">{`Cannot be kept: ${plan.unmet.map(wish).join('; ')}.`}</Notice>
      )}
      {plan.second && (
        <Card
          title="Second best"
          lead={`${plan.second.answered} of ${plan.slots.length} questions, strength ${trimmedDecimals(plan.second.strength)} instead of ${trimmedDecimals(plan.strength)}.`}
        >
          <ul className="loop-list">
            {plan.second.changes.map(({ round, principle, from, to }) => (
              <li key={`${round} ${principle}`}>
                <strong>{place(round, principle)}</strong>
                <span className="loop-faint">{`${said(to)} instead of ${said(from)}`}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {wishes.exclude.length > 0 && (
        <Card title="Kept away">
          <ul className="loop-list">
            {wishes.exclude.map((each) => (
              <li key={`${each.round} ${each.principle ?? ''} ${each.story}`}>
                <span>{wish(each)}</span>
                <Button
                  size="s"
                  aria-label={`Let in again: ${wish(each)}`}
                  onClick={() => {
                    onWishes(admitted(wishes, each))
                  }}
                >
                  Let in again
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {(wishes.locks.length > 0 || wishes.exclude.length > 0) && (
        <Button
          onClick={() => {
            onWishes({ ...noWishes, tellableOnly: wishes.tellableOnly })
          }}
        >
          Forget all locks
        </Button>
      )}
      <Card title="Not used" lead="Stories in reserve for follow-up questions.">
        {plan.spare.length === 0 ? (
          <p className="loop-faint">None.</p>
        ) : (
          <ul className="loop-list">
            {plan.spare.map(({ id, title, status }) => (
              <li key={id}>
                <a href={`#${storyPath(id)}`}>{titleOf(title)}</a>
                <span className="loop-faint">{status}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}
