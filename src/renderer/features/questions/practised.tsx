import { useState } from 'react'
import type { Question } from '#contract/questions.ts'
import type { StudyDay } from '#contract/units.ts'
import { ratingNames } from '#domain/mocks.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'

type Drilled = NonNullable<Question['drilled']>

/** How often a question was answered and how it went last; opened, every result with the story that was told. */
export function Practised({ id, drilled }: Readonly<{ id: string; drilled: Drilled }>) {
  const [isOpen, setOpen] = useState(false)
  const results = useCall('questions.results', { id }, { enabled: isOpen }).data
  const { times, lastAt, lastRating } = drilled
  return (
    <details
      className="questions-tags questions-practised"
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
      }}
    >
      <summary>
        practised {formatCount(times, { one: 'time', many: 'times' })}, last {dayOf(lastAt)}:{' '}
        {named(lastRating)}
      </summary>
      <ol>
        {results?.map(({ id: result, at, rating, story }) => (
          <li key={result}>
            {dayOf(at)}: {named(rating)}
            {story !== null && `, with “${story.title || 'Untitled story'}”`}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** The day of a result. It is of the instant in UTC: near enough for what was practised when. */
function dayOf(instant: string): string {
  return formatDay(instant.slice(0, 10) as StudyDay)
}

function named(rating: number): string {
  return `${rating} ${ratingNames[rating - 1]?.toLowerCase() ?? ''}`
}
