import { useId } from 'react'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'

/** The stories that fit a question, the best first, to say which one was told. */
export function DrillStories({
  question,
  chosen,
  onChoose,
}: Readonly<{
  question: string
  chosen: string | null
  onChoose: (storyId: string | null) => void
}>) {
  const name = useId()
  const reading = useCall('stories.find', { question, limit: 5 })
  const { data } = reading
  const principles = useCall('playbooks.principles', {}).data ?? []
  if (data === undefined)
    return (
      <Unanswered compact readings={[reading]}>
        <Skeleton lines={3} />
      </Unanswered>
    )
  if (data.found.length === 0)
    return (
      <EmptyState compact title="No story of yours fits this question yet">
        Rate what you said all the same; a low rating shows where a story is missing.
      </EmptyState>
    )
  const why = ({ principles: served, words }: (typeof data.found)[number]) =>
    [
      ...served.map(({ id, primary }) => {
        const full = principles.find((row) => row.id === id)?.name ?? id
        return primary ? `${full} (primary)` : full
      }),
      ...(words.length > 0 ? [`says ${words.map((word) => `“${word}”`).join(', ')}`] : []),
    ].join(', ')
  return (
    <fieldset className="questions-stories">
      <legend className="ui-label">Stories that fit, the best first. Which did you tell?</legend>
      {data.found.map((entry) => (
        // Its text is the title and why it fits.
        // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the text stands a level deeper
        <label key={entry.story.id} className="questions-story">
          <input
            type="radio"
            name={name}
            checked={chosen === entry.story.id}
            onChange={() => {
              onChoose(entry.story.id)
            }}
          />
          <span>
            <span className="questions-story-title">{entry.story.title || 'Untitled story'}</span>
            <span className="questions-tags">{why(entry)}</span>
          </span>
        </label>
      ))}
      <label className="questions-story">
        <input
          type="radio"
          name={name}
          checked={chosen === null}
          onChange={() => {
            onChoose(null)
          }}
        />
        <span>None of these</span>
      </label>
    </fieldset>
  )
}
