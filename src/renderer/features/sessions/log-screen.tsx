import { List, Plus } from 'lucide-react'
import { useState } from 'react'
import { formatHours } from '#domain/duration.ts'
import { formatCount } from '#domain/readable.ts'
import { secondsToHours } from '#domain/units.ts'
import { useCall } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { DateField } from '../../ui/text-field.tsx'
import { useCategories } from './categories.ts'
import { openSessionForm } from './session-form-window.ts'
import { SessionList } from './session-list.tsx'
import './log-screen.css'

const sessionUnit = { one: 'session', many: 'sessions' }
const dayUnit = { one: 'day', many: 'days' }

/** Every session, newest first, by day. */
export function LogScreen() {
  const { data: outline, error, retry } = useCall('sessions.outline', {})
  const categories = useCategories()
  const [goTo, setGoTo] = useState<Readonly<{ day: string }> | null>(null)

  if (outline === undefined || categories === undefined)
    return (
      <Screen title="Log">
        {error === null ? (
          <Card>
            <Skeleton lines={8} />
          </Card>
        ) : (
          <ErrorState title={error.message} actions={<Button onClick={retry}>Try again</Button>}>
            {error.hint}
          </ErrorState>
        )}
      </Screen>
    )

  if (outline.sessions === 0)
    return (
      <Screen title="Log">
        <Card>
          <EmptyState
            icon={<List />}
            title="Nothing is logged yet"
            actions={
              <Button
                variant="primary"
                icon={<Plus aria-hidden />}
                onClick={() => {
                  openSessionForm({ kind: 'new' })
                }}
              >
                Log the first session
              </Button>
            }
          >
            Every stretch of study becomes a row here, by day, newest first. A session can be logged
            at any time afterwards, and each change can be undone.
          </EmptyState>
        </Card>
      </Screen>
    )

  const oldest = outline.days.at(-1)?.day
  return (
    <Screen
      title="Log"
      lead={`${formatCount(outline.sessions, sessionUnit)} on ${formatCount(outline.days.length, dayUnit)}, ${formatHours(secondsToHours(outline.seconds))} in all`}
      actions={
        <DateField
          className="sessions-go-to"
          label="Go to day"
          value={goTo?.day ?? ''}
          min={oldest}
          max={outline.days[0]?.day}
          onValue={(day) => {
            setGoTo(day === '' ? null : { day })
          }}
        />
      }
    >
      <Card flush className="sessions-log">
        <SessionList outline={outline} categories={categories} goTo={goTo} />
      </Card>
    </Screen>
  )
}
