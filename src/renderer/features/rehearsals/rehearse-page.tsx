import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useParams } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import type { Rehearsal } from '#contract/rehearsals.ts'
import type { StorySettings } from '#contract/story-settings.ts'
import type { Story, StoryFormat } from '#contract/story.ts'
import { secondsText } from '#domain/rehearsals/compare.ts'
import { countdownLeft, spokenMs } from '#domain/rehearsals/run.ts'
import { formatsOn } from '#domain/spoken.ts'
import { useCall } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { AlertDialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState, Notice } from '../../ui/states.tsx'
import type { CueKind } from './cue.tsx'
import { EarlierCard } from './earlier-card.tsx'
import { FullScreen } from './full-screen.tsx'
import { ReviewView } from './review-view.tsx'
import { RunningView } from './running-view.tsx'
import { SetupView } from './setup-view.tsx'
import { useEscape } from './use-escape.ts'
import { useRehearsal } from './use-rehearsal.ts'
import { useRunKeys } from './use-run-keys.ts'
import { rehearseAddress, titleOf } from './words.ts'

const leavePage = () => {
  navigate('/practice')
}

/** Rehearses a story over the whole window. */
export function RehearsePage() {
  const { storyId } = useParams<{ storyId: string }>()
  const story = useCall('stories.get', { id: storyId })
  const rehearsals = useCall('rehearsals.list', { story: storyId })
  const settings = useCall('stories.settings', {})
  const failed = story.error ?? rehearsals.error ?? settings.error
  if (story.data !== undefined && rehearsals.data !== undefined && settings.data !== undefined)
    return (
      <Rehearse
        key={storyId}
        story={story.data}
        settings={settings.data}
        rehearsals={rehearsals.data}
      />
    )
  return (
    <FullScreen label="Rehearse a story" view="none">
      <Head title="Rehearse a story" onClose={leavePage} />
      <div className="rehearse-body" aria-busy={failed === null}>
        {failed === null ? (
          <Skeleton lines={6} />
        ) : (
          <ErrorState
            title={failed.message}
            actions={<Button onClick={leavePage}>Back to Practice</Button>}
          >
            {failed.hint}
          </ErrorState>
        )}
      </div>
    </FullScreen>
  )
}

function Head({
  title,
  note,
  onClose,
}: Readonly<{ title: string; note?: string; onClose: () => void }>) {
  useEscape(onClose)
  return (
    <header className="rehearse-head">
      <div className="rehearse-head-titles">
        <h1>{title}</h1>
        {note !== undefined && <span className="rehearse-head-note">{note}</span>}
      </div>
      <IconButton label="Leave (Esc)" icon={<X aria-hidden />} onClick={onClose} />
    </header>
  )
}

type Saved = Readonly<{ kept: Rehearsal; before: readonly Rehearsal[] }>

function Rehearse({
  story,
  settings,
  rehearsals,
}: Readonly<{ story: Story; settings: StorySettings; rehearsals: readonly Rehearsal[] }>) {
  const [chosenFormat, setFormat] = useState<StoryFormat | null>(null)
  const [chosenCue, setCue] = useState<CueKind | null>(null)
  const [isHidden, setHidden] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const wasPaused = useRef(false)
  // Until the list has it, which is a moment later.
  const [saved, setSaved] = useState<Saved | null>(null)
  const rehearsal = useRehearsal(story.id, (kept) => {
    setSaved({ kept, before: rehearsals })
    setShown(kept.id)
  })
  const { run, nowMs } = rehearsal
  const review =
    rehearsals.find(({ id }) => id === shown) ??
    (saved?.before === rehearsals && saved.kept.id === shown ? saved.kept : null)

  // One that was switched off meanwhile is chosen no longer; a rehearsal that is going on keeps its own.
  const format =
    chosenFormat !== null && settings.formats.includes(chosenFormat)
      ? chosenFormat
      : firstFormat(story, formatsOn(settings), rehearsals)
  const told = run?.format ?? format
  const cue = chosenCue ?? (story.formats[told].trim() === '' ? 'parts' : 'text')
  const leave = () => {
    if (run === null) return leavePage()
    // Whoever has not said a word yet has nothing to lose.
    if (countdownLeft(run, Date.now()) > 0) return rehearsal.drop()
    wasPaused.current = run.pausedAtMs !== null
    if (!wasPaused.current) rehearsal.pause()
    setAsking(true)
  }
  const stay = () => {
    setAsking(false)
    if (!wasPaused.current) rehearsal.pause()
  }
  const actions = {
    mark: rehearsal.mark,
    unmark: rehearsal.unmark,
    pause: rehearsal.pause,
    toggleCue: () => {
      if (chosenCue === 'none') setCue(null)
      else setHidden(!isHidden)
    },
    finish: () => void rehearsal.finish(),
  }
  useRunKeys(actions, run !== null && !isAsking && rehearsal.error === null)

  return (
    <FullScreen
      label={`Rehearse ${titleOf(story)}`}
      view={run !== null ? 'running' : review === null ? 'setup' : review.id}
    >
      <Head title={titleOf(story)} onClose={leave} />
      <div className="rehearse-body" data-running={run !== null || undefined}>
        {rehearsal.error !== null && (
          <Notice
            tone="negative"
            role="alert"
            actions={
              <>
                <Button size="s" onClick={() => void rehearsal.finish()}>
                  Save again
                </Button>
                <Button size="s" onClick={rehearsal.pause}>
                  Go on telling
                </Button>
              </>
            }
          >
            The rehearsal was not saved. {rehearsal.error.message} {rehearsal.error.hint} Its times
            are still here.
          </Notice>
        )}
        {run !== null ? (
          <RunningView
            story={story}
            shares={settings.shares}
            run={run}
            nowMs={nowMs}
            cue={isHidden ? 'none' : cue}
            isRecording={rehearsal.isRecording}
            willRecord={rehearsal.willRecord}
            actions={actions}
          />
        ) : (
          <>
            <OtherRun story={rehearsal.other?.story ?? null} />
            {review === null ? (
              <SetupView
                story={story}
                settings={settings}
                format={format}
                cue={cue}
                willRecord={rehearsal.willRecord}
                pending={rehearsal.isOpening}
                onFormat={setFormat}
                onCue={setCue}
                onStart={() => void rehearsal.start(format)}
              />
            ) : (
              <ReviewView
                story={story}
                rehearsal={review}
                tolerancePercent={settings.tolerancePercent}
                onAgain={() => {
                  setShown(null)
                }}
              />
            )}
            <EarlierCard
              story={story.id}
              rehearsals={rehearsals}
              tolerancePercent={settings.tolerancePercent}
              shown={shown}
              onOpen={setShown}
            />
          </>
        )}
      </div>
      <AlertDialog
        open={isAsking}
        title="Leave this rehearsal?"
        confirmLabel="Leave"
        cancelLabel="Go on"
        danger
        onCancel={stay}
        onConfirm={() => {
          setAsking(false)
          rehearsal.drop()
          leavePage()
        }}
      >
        {run !== null && `You have told ${secondsText(spokenMs(run, nowMs))} of it. `}
        Nothing of it will be kept. It waits while you decide.
      </AlertDialog>
    </FullScreen>
  )
}

/** Says that another story is being rehearsed, as starting this one would end that. */
function OtherRun({ story }: Readonly<{ story: string | null }>) {
  if (story === null) return null
  return (
    <Notice
      tone="caution"
      actions={
        <Button
          size="s"
          onClick={() => {
            navigate(rehearseAddress(story))
          }}
        >
          Go on with it
        </Button>
      }
    >
      Another story is being rehearsed. Starting this one ends that rehearsal without keeping it.
    </Notice>
  )
}

/**
 * Of the formats that are on: what the last rehearsal had, else two minutes where that has a text, else the shortest
 * that has one, else two minutes, else the shortest.
 */
function firstFormat(
  story: Story,
  on: readonly StoryFormat[],
  rehearsals: readonly Rehearsal[],
): StoryFormat {
  const last = rehearsals[0]?.format
  if (last !== undefined && on.includes(last)) return last
  const written = on.filter((format) => story.formats[format].trim() !== '')
  const preferred = (among: readonly StoryFormat[]) =>
    among.find((format) => format === '2min') ?? among[0]
  return preferred(written) ?? preferred(on) ?? '2min'
}
