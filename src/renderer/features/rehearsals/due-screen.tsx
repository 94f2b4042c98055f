import { CalendarClock, Mic, Play } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { DueStory } from '#contract/rehearsals.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useStore } from '../../ui/store.ts'
import { keptRun } from './kept-run.ts'
import { RecordingsCard } from './recordings-card.tsx'
import { rehearseAddress, titleOf } from './words.ts'
import './due-screen.css'

const stories = { one: 'story', many: 'stories' }
const days = { one: 'day', many: 'days' }

/** Which stories to rehearse today, and why; those of later days, and any other. */
export function DueScreen() {
  const reading = useCall('rehearsals.due', {})
  const { data } = reading
  const run = useStore(keptRun)
  if (data === undefined)
    return (
      <Screen title="Rehearse">
        <Unanswered readings={[reading]} />
      </Screen>
    )
  const now = data.stories.filter(({ state }) => state !== 'later')
  const later = data.stories.filter(({ state }) => state === 'later')
  return (
    <Screen title="Rehearse" lead={leadOf(now.length, data.daysLeft)}>
      {run !== null && (
        <Notice
          tone="caution"
          actions={
            <Button
              size="s"
              onClick={() => {
                navigate(rehearseAddress(run.story))
              }}
            >
              Go on with it
            </Button>
          }
        >
          A rehearsal is going on.
        </Notice>
      )}
      <div className="rehearse-columns">
        <div className="rehearse-column">
          <Card
            title="To rehearse today"
            lead="Never rehearsed first, then what has waited longest. Your ratings set the days."
          >
            {now.length > 0 ? (
              <DueList label="To rehearse today" due={now} />
            ) : (
              <NothingDue hasStories={data.stories.length > 0} drafts={data.drafts} />
            )}
          </Card>
          {later.length > 0 && (
            <Card title="On later days" lead="You can rehearse them at any time.">
              <DueList label="On later days" due={later} />
            </Card>
          )}
        </div>
        <div className="rehearse-column">
          <OtherStory due={data.stories} />
          <RecordingsCard />
        </div>
      </div>
    </Screen>
  )
}

function leadOf(due: number, daysLeft: number | null): string {
  const what = due === 0 ? 'Nothing is due today' : `${formatCount(due, stories)} to rehearse today`
  if (daysLeft === null) return `${what}.`
  return daysLeft === 0
    ? `${what}. The interview is today.`
    : `${what}. ${formatCount(daysLeft, days)} to the interview.`
}

const states: Readonly<Record<DueStory['state'], Readonly<{ tone: Tone; label: string }>>> = {
  never: { tone: 'accent', label: 'New' },
  due: { tone: 'caution', label: 'Due' },
  later: { tone: 'neutral', label: 'Later' },
}

function DueList({ label, due }: Readonly<{ label: string; due: readonly DueStory[] }>) {
  return (
    <ul className="rehearse-due" aria-label={label}>
      {due.map((entry) => (
        <li key={entry.story.id}>
          <div className="rehearse-due-what">
            <p className="rehearse-due-title">
              <span dir="auto">{titleOf(entry.story)}</span>{' '}
              <Badge tone={states[entry.state].tone}>
                {entry.state === 'later' ? formatDay(entry.dueOn) : states[entry.state].label}
              </Badge>
            </p>
            <p className="rehearse-due-reason">{entry.reason}</p>
          </div>
          <Button
            size="s"
            variant={entry.state === 'later' ? 'secondary' : 'primary'}
            icon={<Play aria-hidden />}
            aria-label={`Rehearse ${titleOf(entry.story)}`}
            onClick={() => {
              navigate(rehearseAddress(entry.story.id))
            }}
          >
            Rehearse
          </Button>
        </li>
      ))}
    </ul>
  )
}

function NothingDue({ hasStories, drafts }: Readonly<{ hasStories: boolean; drafts: number }>) {
  const toStories = (
    <Button
      onClick={() => {
        navigate('/stories')
      }}
    >
      Go to Stories
    </Button>
  )
  if (hasStories)
    return (
      <EmptyState compact icon={<CalendarClock />} title="Nothing is due today">
        The next ones stand below with their days.
      </EmptyState>
    )
  if (drafts > 0)
    return (
      <EmptyState compact icon={<Mic />} title="No story is ready yet" actions={toStories}>
        {formatCount(drafts, { one: 'draft is', many: 'drafts are' })} waiting. Mark a story as
        ready and it stands here; any draft can be rehearsed under “Another story”.
      </EmptyState>
    )
  return (
    <EmptyState compact icon={<Mic />} title="There are no stories yet" actions={toStories}>
      Write a story and mark it as ready. Then this page says when to rehearse it.
    </EmptyState>
  )
}

/** Drafts can be rehearsed too: telling one is how it gets better. */
function OtherStory({ due }: Readonly<{ due: readonly DueStory[] }>) {
  const { data } = useCall('stories.list', { filter: { statuses: ['draft', 'retired'] } })
  const [chosen, setChosen] = useState('')
  const others = (data ?? []).filter(({ id }) => due.every(({ story }) => story.id !== id))
  if (others.length === 0) return null
  return (
    <Card title="Another story" lead="Drafts and retired stories are never due.">
      <div className="rehearse-other">
        <Select
          label="Story"
          value={others.some(({ id }) => id === chosen) ? chosen : ''}
          placeholder="Choose a story"
          options={others.map((story) => ({
            value: story.id,
            label: `${titleOf(story)} (${story.status})`,
          }))}
          onValue={setChosen}
        />
        <Button
          icon={<Play aria-hidden />}
          disabled={others.every(({ id }) => id !== chosen)}
          onClick={() => {
            navigate(rehearseAddress(chosen))
          }}
        >
          Rehearse it
        </Button>
      </div>
    </Card>
  )
}
