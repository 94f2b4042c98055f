import { CircleDot, Eye, EyeOff, Flag, Pause, Play, StepForward, Undo2 } from 'lucide-react'
import type { StorySettings } from '#contract/story-settings.ts'
import type { Story } from '#contract/story.ts'
import { partBudgets } from '#domain/rehearsals/budgets.ts'
import { clockText } from '#domain/rehearsals/compare.ts'
import { countdownLeft, partIndex, partTimes, spokenMs, type Run } from '#domain/rehearsals/run.ts'
import { formatSeconds } from '#domain/spoken.ts'
import { partNames, partOrder } from '#domain/story-fields.ts'
import { Badge, Kbd } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { Cue, type CueKind } from './cue.tsx'
import { PaceBar } from './pace-bar.tsx'
import type { RunActions } from './use-run-keys.ts'
import './running-view.css'

/** The rehearsal while it goes on: time left, the part that is told, the pace and the text. */
export function RunningView({
  story,
  shares,
  run,
  nowMs,
  cue,
  isRecording,
  willRecord,
  actions,
}: Readonly<{
  story: Story
  shares: StorySettings['shares']
  run: Run
  nowMs: number
  cue: CueKind
  isRecording: boolean
  /** Whether recording is switched on, whatever became of it here. */
  willRecord: boolean
  actions: RunActions
}>) {
  const countdown = countdownLeft(run, nowMs)
  const isPaused = run.pausedAtMs !== null
  const current = partIndex(run)
  const part = partOrder[current] ?? 'situation'
  const next = partOrder[current + 1]
  const budget = partBudgets(formatSeconds[run.format], shares)[part]
  const told = partTimes(run, nowMs)[current]?.ms ?? 0
  const leftMs = formatSeconds[run.format] * 1000 - spokenMs(run, nowMs)
  // As on a kitchen timer: zero shows when the time is up and not a second before.
  const leftSeconds = Math.ceil(leftMs / 1000) * 1000

  return (
    <div className="rehearse-running">
      <div className="rehearse-now">
        <div className="rehearse-part">
          <p className="rehearse-part-name">{partNames[part]}</p>
          <p className="rehearse-part-time" data-over={told > budget || undefined}>
            {clockText(told)} of {clockText(budget)}
          </p>
          <p className="rehearse-part-next">
            {next === undefined ? 'The last part' : `Then ${partNames[next]}`}
          </p>
        </div>
        <div className="rehearse-left" data-over={leftMs < 0 || undefined}>
          <p className="rehearse-left-label" id="rehearse-left">
            {leftMs < 0 ? 'Over time' : 'Time left'}
          </p>
          <p className="rehearse-left-time" role="timer" aria-labelledby="rehearse-left">
            {leftMs < 0 ? `+${clockText(-leftSeconds)}` : clockText(leftSeconds)}
          </p>
          <p className="rehearse-badges">
            {isPaused && <Badge tone="caution">Paused</Badge>}
            {isRecording && countdown === 0 && (
              <Badge tone="negative" icon={<CircleDot aria-hidden />}>
                {isPaused ? 'Recording paused' : 'Recording'}
              </Badge>
            )}
            {/* After a reload, and where the microphone was not given. */}
            {willRecord && !isRecording && <Badge>Not recorded</Badge>}
          </p>
        </div>
      </div>
      <PaceBar run={run} nowMs={nowMs} shares={shares} />
      {countdown > 0 ? (
        <output className="rehearse-countdown">
          <VisuallyHidden>Starts in </VisuallyHidden>
          {countdown}
        </output>
      ) : (
        <Cue story={story} run={run} cue={cue} />
      )}
      <output className="ui-hidden">
        {countdown > 0 ? '' : isPaused ? 'Paused' : `${partNames[part]}, ${clockText(budget)}`}
        {leftMs < 0 ? '. Time is up.' : ''}
      </output>
      <fieldset className="rehearse-keys" aria-label="Rehearsal">
        <Button
          variant="primary"
          disabled={countdown > 0}
          icon={next === undefined ? <Flag aria-hidden /> : <StepForward aria-hidden />}
          onClick={actions.mark}
        >
          {next === undefined ? 'Finish' : 'Next part'} <Kbd>Space</Kbd>
        </Button>
        <Button icon={<Undo2 aria-hidden />} disabled={current === 0} onClick={actions.unmark}>
          Take mark back <Kbd>Backspace</Kbd>
        </Button>
        <Button
          icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          disabled={countdown > 0}
          onClick={actions.pause}
        >
          {isPaused ? 'Go on' : 'Pause'} <Kbd>P</Kbd>
        </Button>
        <Button
          icon={cue === 'none' ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
          onClick={actions.toggleCue}
        >
          {cue === 'none' ? 'Show text' : 'Hide text'} <Kbd>H</Kbd>
        </Button>
        {next !== undefined && (
          <Button icon={<Flag aria-hidden />} disabled={countdown > 0} onClick={actions.finish}>
            Finish <Kbd>F</Kbd>
          </Button>
        )}
      </fieldset>
    </div>
  )
}
