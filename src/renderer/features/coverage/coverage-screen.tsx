import { Grid3x3, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Coverage } from '#contract/coverage.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { CoverageMatrix, type CoverageWays } from './coverage-matrix.tsx'
import './coverage.css'

const MinimumsDialog = lazy(() =>
  import('./minimums-dialog.tsx').then((module) => ({ default: module.MinimumsDialog })),
)

/** Which principles the stories carry, which they do not, and what hangs on a single one. */
export function CoverageScreen({ storyPath, onNewStory }: CoverageWays) {
  const reading = useCall('coverage.get', {})
  const { data } = reading
  const [isEditing, setEditing] = useState(false)
  if (data === undefined)
    return (
      <Screen title="Coverage">
        <Unanswered readings={[reading]} />
      </Screen>
    )
  return (
    <Screen
      title="Coverage"
      lead={leadOf(data)}
      actions={
        <Button
          onClick={() => {
            setEditing(true)
          }}
        >
          Change minimums
        </Button>
      }
    >
      {data.stories.length === 0 && (
        <Card>
          <EmptyState
            icon={<Grid3x3 />}
            title="No story covers a principle yet"
            actions={
              <Button
                variant="primary"
                icon={<Plus aria-hidden />}
                onClick={() => {
                  onNewStory(null)
                }}
              >
                New story
              </Button>
            }
          >
            <p>
              Choose a primary principle in a story, and two or three secondary ones. Eleven stories
              with four principles each reach all the minimums below.
            </p>
          </EmptyState>
        </Card>
      )}
      <SinglePoints coverage={data} storyPath={storyPath} />
      <CoverageMatrix coverage={data} storyPath={storyPath} onNewStory={onNewStory} />
      {isEditing && (
        <Suspense fallback={null}>
          <MinimumsDialog
            rows={data.rows}
            onClose={() => {
              setEditing(false)
            }}
          />
        </Suspense>
      )}
    </Screen>
  )
}

function leadOf({ totals }: Coverage): string {
  const { wanted, there, covered, principles } = totals
  return `${covered} of ${principles} principles have their minimum; ${there} of ${wanted} places are filled.`
}

function SinglePoints({
  coverage: { single },
  storyPath,
}: Readonly<{ coverage: Coverage }> & Pick<CoverageWays, 'storyPath'>) {
  if (single.length === 0) return null
  return (
    <Card
      title="Single points of failure"
      lead="Where one story carries a principle alone, a question too many about it leaves you with nothing."
    >
      <ul className="coverage-single">
        {single.map(({ story, message }) => (
          <li key={story}>
            <a href={`#${storyPath(story)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
