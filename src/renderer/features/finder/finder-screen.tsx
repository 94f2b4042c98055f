import { Search, SearchX } from 'lucide-react'
import { useDeferredValue } from 'react'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { createStore, useStore } from '../../ui/store.ts'
import { TextField } from '../../ui/text-field.tsx'
import './finder.css'

/** What is asked stays while the window is open. */
const question = createStore('')

const examples = [
  'Tell me about a time you disagreed with your manager.',
  'When did you have to deliver with fewer people than you needed?',
  'Describe a failure that was yours.',
]

/** An interview question in, the stories that could answer it out, the best first. */
export function FinderScreen({ storyPath }: Readonly<{ storyPath: (id: string) => string }>) {
  const typed = useStore(question)
  const asked = useDeferredValue(typed.trim())
  return (
    <Screen
      title="Find a story"
      lead="Type a question as an interviewer would ask it. Nothing leaves this computer."
      width="narrow"
    >
      <Card>
        <TextField
          label="Interview question"
          type="search"
          data-autofocus
          maxLength={1000}
          value={typed}
          onValue={question.set}
        />
        {asked === '' && (
          <EmptyState compact icon={<Search />} title="No question yet">
            <p>Stories are ranked by the principles that a question speaks of, and by its words.</p>
            <ul className="finder-examples">
              {examples.map((example) => (
                <li key={example}>
                  <Button
                    size="s"
                    onClick={() => {
                      question.set(example)
                    }}
                  >
                    {example}
                  </Button>
                </li>
              ))}
            </ul>
          </EmptyState>
        )}
      </Card>
      {asked !== '' && <Answers asked={asked} storyPath={storyPath} />}
    </Screen>
  )
}

function Answers({
  asked,
  storyPath,
}: Readonly<{ asked: string; storyPath: (id: string) => string }>) {
  const reading = useCall('stories.find', { question: asked, limit: 20 })
  const { data } = reading
  const { data: principles } = useCall('playbooks.principles', {})
  const nameOf = (id: string) => principles?.find((row) => row.id === id)?.name ?? id
  if (data === undefined)
    return (
      <Unanswered readings={[reading]}>
        <Skeleton lines={4} />
      </Unanswered>
    )
  return (
    <Card
      title="Stories that could answer it"
      lead={
        data.principles.length === 0
          ? 'The question speaks of no principle, so its words alone decide.'
          : `It speaks of ${data.principles
              .slice(0, 3)
              .map(({ id, words }) => `${nameOf(id)} (${words.slice(0, 3).join(', ')})`)
              .join('; ')}.`
      }
    >
      {data.found.length === 0 ? (
        <EmptyState compact icon={<SearchX />} title="No story fits this question">
          <p>
            That is worth knowing before the interview: write one that serves
            {data.principles[0] ? ` ${nameOf(data.principles[0].id)}` : ' it'}, or ask in other
            words.
          </p>
        </EmptyState>
      ) : (
        <ol className="finder-list" aria-label="Stories found">
          {data.found.map(({ story, principles: served, words }) => (
            <li key={story.id}>
              <a href={`#${storyPath(story.id)}`}>
                {story.title.trim() === '' ? 'Untitled story' : story.title}
              </a>
              <span className="finder-why">
                <Badge>{story.status}</Badge>
                {served.map(({ id, primary }) => (
                  <Badge key={id} tone={primary ? 'accent' : 'neutral'}>
                    {`${nameOf(id)}, ${primary ? 'primary' : 'secondary'}`}
                  </Badge>
                ))}
                {words.length > 0 && <span>{`Words: ${words.join(', ')}`}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
