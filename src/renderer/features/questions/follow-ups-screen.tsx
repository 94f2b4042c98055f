import { BookOpenText } from 'lucide-react'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { createStore, useStore } from '../../ui/store.ts'
import { FollowUpLadder } from './follow-up-ladder.tsx'

/** The story whose ladder is open; it outlives the screen. */
const chosenStory = createStore<string | null>(null)

/** The follow-up ladder of any story, without its editor. */
export function FollowUpsScreen() {
  const reading = useCall('stories.list', {})
  const { data: stories } = reading
  const chosen = useStore(chosenStory)
  const story = stories?.find(({ id }) => id === chosen) ?? stories?.[0]
  return (
    <Screen
      title="Follow-ups"
      lead="Interviewers dig. Answer what each of your stories will be asked next."
      width="narrow"
    >
      {stories === undefined ? (
        <Unanswered readings={[reading]}>
          <Skeleton lines={8} />
        </Unanswered>
      ) : story === undefined ? (
        <EmptyState
          icon={<BookOpenText />}
          title="No stories yet"
          actions={<LinkButton href="#/stories">Go to Stories</LinkButton>}
        >
          Write a story first; its follow-up questions come from what it says and leaves out.
        </EmptyState>
      ) : (
        <Card>
          <Select
            label="Story"
            value={story.id}
            options={stories.map(({ id, title }) => ({
              value: id,
              label: title || 'Untitled story',
            }))}
            onValue={chosenStory.set}
          />
          <FollowUpLadder storyId={story.id} />
        </Card>
      )}
    </Screen>
  )
}
