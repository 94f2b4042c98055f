import { Pause, Play, Square, Trash2, TriangleAlert } from 'lucide-react'
import { workedAfter } from '#domain/timer-focus.ts'
import type { Timer } from '#contract/timer.ts'
import { usePlanCategories, type PlanCategory } from '../../bridge/plan-categories.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { useStore } from '../../ui/store.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { discardTimer, pauseTimer, resumeTimer, startTimer, stopTimer } from './actions.ts'
import { useCategoryName } from './category-name.ts'
import { clockText } from './clock-text.ts'
import { FocusStatus } from './focus-status.tsx'
import { awayPutOff, timerQuestion } from './questions.ts'
import { chosenCategory, useSuggestedCategory } from './suggestion.ts'
import { TimerNote } from './timer-note.tsx'
import { useHeartbeat } from './use-heartbeat.ts'
import { useSecondsSince, useTimer, type TimerNow } from './use-timer.ts'
import './timer-bar.css'

const clockWarning =
  'The computer’s clock was set back while the timer ran. Look whether the time is right before you log it.'

/** The timer, over every screen: what it is for, how long it ran, and all that can be done with it. */
export function TimerBar() {
  useHeartbeat()
  const found = useTimer()
  const categories = usePlanCategories()
  if (found === undefined || categories === undefined)
    return <section className="timer-bar" aria-label="Timer" />
  const { timer } = found
  return (
    <section className="timer-bar" aria-label="Timer" data-state={timer?.state ?? 'none'}>
      {timer === null ? (
        <Idle categories={categories} />
      ) : (
        <Present timer={timer} found={found} categories={categories} />
      )}
    </section>
  )
}

function Idle({ categories }: Readonly<{ categories: readonly PlanCategory[] }>) {
  const suggested = useSuggestedCategory(categories)
  const chosen = useStore(chosenCategory)
  const isInPlan = categories.some(({ slug }) => slug === chosen)
  const category = (isInPlan ? chosen : suggested) ?? ''
  return (
    <>
      <Button
        size="s"
        icon={<Play aria-hidden />}
        aria-keyshortcuts="T"
        title="Start the timer (T)"
        onClick={() => void startTimer(category)}
      >
        Start timer
      </Button>
      <Select
        className="timer-bar-category"
        label="Time a session of"
        hideLabel
        name="timer-category"
        value={category}
        options={optionsOf(categories)}
        onValue={chosenCategory.set}
      />
    </>
  )
}

function Present({
  timer,
  found,
  categories,
}: Readonly<{ timer: Timer; found: TimerNow; categories: readonly PlanCategory[] }>) {
  const name = useCategoryName(timer)
  const isRunning = timer.state === 'running'
  const isOfPlan = categories.some(({ slug }) => slug === timer.planCategory)
  const options = optionsOf(categories)
  return (
    <>
      <Elapsed found={found} timer={timer} />
      {timer.focus !== null && (
        <FocusStatus
          key={timer.id}
          timer={timer}
          focus={timer.focus}
          answeredAtMs={found.answeredAtMs}
        />
      )}
      {isRunning ? (
        <Button
          size="s"
          icon={<Pause aria-hidden />}
          aria-keyshortcuts="T"
          title="Pause the timer (T)"
          onClick={() => void pauseTimer()}
        >
          Pause
        </Button>
      ) : (
        <Button
          size="s"
          icon={<Play aria-hidden />}
          aria-keyshortcuts="T"
          title="Resume the timer (T)"
          onClick={() => void resumeTimer()}
        >
          Resume
        </Button>
      )}
      <Button
        size="s"
        variant="primary"
        icon={<Square aria-hidden />}
        aria-keyshortcuts="Shift+T"
        title="Stop the timer and log the session (Shift+T)"
        onClick={() => void stopTimer()}
      >
        Stop
      </Button>
      <Select
        className="timer-bar-category"
        label="Timer for"
        hideLabel
        title="Choosing another category asks whether it was that all along, or is from now on"
        name="timer-category"
        value={isOfPlan ? (timer.planCategory ?? '') : timer.category}
        options={isOfPlan ? options : [{ value: timer.category, label: name }, ...options]}
        onValue={(category) => {
          const chosen = categories.find(({ slug }) => slug === category)
          timerQuestion.set({ kind: 'category', category, name: chosen?.name ?? category })
        }}
      />
      <TimerNote key={timer.id} note={timer.note} />
      {timer.clockSetBack && (
        <span className="timer-bar-clock" title={clockWarning}>
          <TriangleAlert aria-hidden />
          <VisuallyHidden>{clockWarning}</VisuallyHidden>
        </span>
      )}
      {timer.away !== null && (
        <Button
          size="s"
          className="timer-bar-away"
          onClick={() => {
            awayPutOff.set(null)
          }}
        >
          Time away
        </Button>
      )}
      <IconButton
        size="s"
        label="Discard the timer"
        icon={<Trash2 aria-hidden />}
        onClick={() => void discardTimer()}
      />
    </>
  )
}

/** The only part that is drawn anew every second. */
function Elapsed({ timer, found }: Readonly<{ timer: Timer; found: TimerNow }>) {
  const isRunning = timer.state === 'running'
  const passedS = useSecondsSince(found.answeredAtMs, isRunning)
  return (
    <span className="timer-bar-elapsed" role="timer" aria-label="Time worked">
      <span className="timer-bar-dot" aria-hidden />
      <span className="ui-number">{clockText(workedAfter(timer, passedS))}</span>
      {!isRunning && <span className="timer-bar-paused">paused</span>}
    </span>
  )
}

function optionsOf(categories: readonly PlanCategory[]) {
  return categories.map(({ slug, name, position }) => ({
    value: slug,
    label: name,
    category: position,
  }))
}
