import { Pencil, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import type { Mock } from '#contract/mocks.ts'
import { mockTypeNames, overallNames } from '#domain/mocks.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { LogAsSession } from './log-as-session.tsx'
import { useDeleteMock } from './use-delete-mock.ts'

const tones: readonly Tone[] = ['negative', 'negative', 'caution', 'positive', 'positive']

/** The interviews, the latest first. */
export function MockList({ mocks }: Readonly<{ mocks: readonly Mock[] }>) {
  const list = useRef<HTMLUListElement>(null)
  const remove = useDeleteMock()
  return (
    <Card flush>
      <ul
        ref={list}
        className="mocks-list"
        aria-label="Mock interviews, latest first"
        tabIndex={-1}
      >
        {mocks.map((mock) => (
          <li key={mock.id} className="mocks-row">
            <div className="mocks-row-what">
              <a className="mocks-row-title" href={`#/practice/mocks/${mock.id}`}>
                {mockTypeNames[mock.type]}
              </a>
              <span className="mocks-row-when">
                {formatDay(mock.date)}
                {mock.interviewer !== '' && `, ${mock.interviewer}`}
              </span>
              {mock.nextFocus.trim() !== '' && (
                <span className="mocks-row-focus">Next: {mock.nextFocus}</span>
              )}
            </div>
            <div className="mocks-row-ratings">
              <Overall mock={mock} />
              <span className="mocks-row-small">{ratedText(mock)}</span>
            </div>
            <div className="mocks-row-actions">
              <LogAsSession mock={mock} size="s" />
              <LinkButton
                size="s"
                variant="quiet"
                icon={<Pencil aria-hidden />}
                href={`#/practice/mocks/${mock.id}`}
                aria-label={`Edit ${nameOf(mock)}`}
              >
                Edit
              </LinkButton>
              <IconButton
                size="s"
                label={`Delete ${nameOf(mock)}`}
                icon={<Trash2 aria-hidden />}
                onClick={() => {
                  list.current?.focus()
                  void remove(mock)
                }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Overall({ mock: { overall, selfOverall } }: Readonly<{ mock: Mock }>) {
  return (
    <span className="mocks-overall">
      {overall === null ? (
        <Badge>Not rated</Badge>
      ) : (
        <Badge tone={tones[overall - 1] ?? 'neutral'}>
          {overall} {overallNames[overall - 1]}
        </Badge>
      )}
      <span className="mocks-row-small">
        {selfOverall === null
          ? 'no rating of your own'
          : `you: ${selfOverall} ${overallNames[selfOverall - 1]?.toLowerCase()}`}
      </span>
    </span>
  )
}

function ratedText({ principles, questions }: Mock): string {
  const rated = principles.filter(({ rating }) => rating !== null).length
  const told = questions.filter(({ storyId }) => storyId !== null).length
  return [
    formatCount(rated, { one: 'principle rated', many: 'principles rated' }),
    ...(questions.length > 0
      ? [
          `${formatCount(questions.length, { one: 'question', many: 'questions' })}, ${formatCount(told, { one: 'story', many: 'stories' })} told`,
        ]
      : []),
  ].join(', ')
}

function nameOf({ type, date }: Mock): string {
  return `${mockTypeNames[type].toLowerCase()} mock interview of ${formatDay(date)}`
}
