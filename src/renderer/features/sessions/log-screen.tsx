import { CalendarDays, FileInput, History, List, Plus, SearchX } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { OutputOf } from '#contract/index.ts'
import type { SessionFilter } from '#contract/sessions.ts'
import { asWeekday } from '#domain/days.ts'
import { formatHours } from '#domain/duration.ts'
import { formatCount } from '#domain/readable.ts'
import { secondsToHours } from '#domain/units.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { useStore } from '../../ui/store.ts'
import { DateField } from '../../ui/text-field.tsx'
import { useCategoriesRead, type Categories } from './categories.ts'
import { FilterBar } from './filter-bar.tsx'
import { askedFilter, emptyFilter, looserThan, type LogFilter } from './log-filter.ts'
import { HeatMapCard } from './heat-map-card.tsx'
import { logFilter, mapShown } from './log-state.ts'
import { PastDialog } from './past-dialog.tsx'
import { pastWindow } from './past-window.ts'
import { openSessionForm } from './session-form-window.ts'
import { SelectableSessions } from './selectable-sessions.tsx'
import { typingRestsMs, useSettled } from '../../ui/use-settled.ts'
import './log-screen.css'

const sessionUnit = { one: 'session', many: 'sessions' }
const dayUnit = { one: 'day', many: 'days' }

type Outline = OutputOf<'sessions.outline'>

/** Every session, newest first, by day, and whatever narrows them. */
export function LogScreen({ onImport }: Readonly<{ onImport: () => void }>) {
  const reading = useCall('sessions.outline', {})
  const { data: outline } = reading
  const { categories, readings } = useCategoriesRead()
  const past = useStore(pastWindow)

  if (outline === undefined || categories === undefined)
    return (
      <Screen title="Log">
        <Unanswered readings={[reading, ...readings]} />
      </Screen>
    )

  if (outline.sessions === 0)
    return (
      <Screen title="Log">
        {past !== null && <PastDialog tab={past} categories={categories} />}
        <Card>
          <EmptyState
            icon={<List />}
            title="Nothing is logged yet"
            actions={
              <>
                <Button
                  variant="primary"
                  icon={<Plus aria-hidden />}
                  onClick={() => {
                    openSessionForm({ kind: 'new' })
                  }}
                >
                  Log the first session
                </Button>
                <Button icon={<FileInput aria-hidden />} aria-haspopup="dialog" onClick={onImport}>
                  Import from a spreadsheet, Toggl, Clockify…
                </Button>
                <PastButton />
              </>
            }
          >
            Every stretch of study becomes a row here, by day, newest first. A session can be logged
            at any time afterwards, and each change can be undone.
          </EmptyState>
        </Card>
      </Screen>
    )
  return <Log all={outline} categories={categories} />
}

function Log({ all, categories }: Readonly<{ all: Outline; categories: Categories }>) {
  const [goTo, setGoTo] = useState<Readonly<{ day: string }> | null>(null)
  const { data: now } = useCall('profile.get', {})
  const weekStartsOn = asWeekday(now?.profile?.weekStartsOn ?? 1)
  const filter = useStore(logFilter)
  const withMap = useStore(mapShown)
  const past = useStore(pastWindow)
  const { shown, error, retry } = useShown(filter)
  const list = useRef<HTMLDivElement>(null)
  return (
    <Screen
      title="Log"
      lead={`${formatCount(all.sessions, sessionUnit)} on ${formatCount(all.days.length, dayUnit)}, ${hoursOf(all)} in all`}
      actions={
        <>
          <Button
            icon={<CalendarDays aria-hidden />}
            aria-expanded={withMap}
            onClick={() => {
              mapShown.set(!withMap)
            }}
          >
            Calendar
          </Button>
          <PastButton />
          <DateField
            className="sessions-go-to"
            label="Go to day"
            title="Go to day"
            value={goTo?.day ?? ''}
            min={all.days.at(-1)?.day}
            max={all.days[0]?.day}
            onValue={(day) => {
              setGoTo(day === '' ? null : { day })
            }}
          />
        </>
      }
    >
      {past !== null && <PastDialog tab={past} categories={categories} />}
      {withMap && now !== undefined && (
        <HeatMapCard today={now.today} weekStartsOn={weekStartsOn} />
      )}
      <FilterBar
        categories={categories}
        today={now?.today}
        found={
          shown === null
            ? null
            : `${formatCount(shown.outline.sessions, sessionUnit)}, ${hoursOf(shown.outline)}`
        }
        onLeave={() => {
          list.current?.querySelector<HTMLElement>('[data-offset][tabindex="0"]')?.focus()
        }}
      />
      <Card flush className="sessions-log">
        {error !== null ? (
          <ErrorState
            compact
            title={error.message}
            actions={<Button onClick={retry}>Try again</Button>}
          >
            {error.hint}
          </ErrorState>
        ) : shown === null ? (
          <div className="sessions-log-wait">
            <Skeleton lines={8} />
          </div>
        ) : shown.outline.sessions === 0 ? (
          <NothingFound filter={filter} />
        ) : (
          <div ref={list}>
            <SelectableSessions
              key={shown.key}
              outline={shown.outline}
              filter={shown.filter}
              categories={categories}
              goTo={goTo}
              weekStartsOn={weekStartsOn}
            />
          </div>
        )}
      </Card>
    </Screen>
  )
}

/** Opens what was deleted and changed. */
function PastButton() {
  return (
    <Button
      icon={<History aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => {
        pastWindow.set('trash')
      }}
    >
      Trash and changes
    </Button>
  )
}

type Shown = Readonly<{ key: string; filter: SessionFilter; outline: Outline }>

/** What the list shows: the latest filter that was answered, so that typing never blanks the list. */
function useShown(filter: LogFilter) {
  const text = useSettled(filter.text, typingRestsMs)
  const asked = useMemo(() => askedFilter({ ...filter, text }), [filter, text])
  const { data: outline, error, retry } = useCall('sessions.outline', inputWith(asked))
  const [shown, setShown] = useState<Shown | null>(null)
  const key = JSON.stringify(asked)
  const isCurrent = shown !== null && shown.key === key && shown.outline === outline
  if (outline !== undefined && !isCurrent) setShown({ key, filter: asked, outline })
  return { shown, error: outline === undefined ? error : null, retry }
}

/** The same question as without a filter where nothing narrows it, so that it is asked once. */
function inputWith(filter: SessionFilter) {
  return Object.keys(filter).length === 0 ? {} : { filter }
}

function hoursOf(outline: Outline): string {
  return formatHours(secondsToHours(outline.seconds))
}

/** Says that nothing matches and takes away, in one press, what may be too much. */
function NothingFound({ filter }: Readonly<{ filter: LogFilter }>) {
  const looser = looserThan(filter)
  return (
    <EmptyState
      icon={<SearchX />}
      title="No session matches"
      actions={
        <>
          {looser.length > 1 &&
            looser.map((part) => (
              <Button
                key={part.id}
                onClick={() => {
                  logFilter.set(part.without)
                }}
              >
                {part.label}
              </Button>
            ))}
          <Button
            variant="primary"
            onClick={() => {
              logFilter.set(emptyFilter)
            }}
          >
            Show all sessions
          </Button>
        </>
      }
    >
      {looser.length > 1
        ? 'All of the conditions have to hold at once. Loosen one of them, or show everything.'
        : filter.text.trim() === ''
          ? 'Take the condition away to see every session again.'
          : 'The search looks for words of the note from their beginning. A shorter word finds more.'}
    </EmptyState>
  )
}
