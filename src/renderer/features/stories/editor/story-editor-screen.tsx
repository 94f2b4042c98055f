import { ArrowLeft, Download, History, Trash2 } from 'lucide-react'
import { lazy, Suspense, useRef, useState, type ComponentType } from 'react'
import { flushSync } from 'react-dom'
import { navigate } from 'wouter/use-hash-location'
import { useParams } from 'wouter'
import type { CallError } from '#contract/errors.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { useStore } from '../../../ui/store.ts'
import type { Editing } from '../editing/editing.ts'
import { useEditing, useShown } from '../editing/open-editings.ts'
import { removeStories } from '../new-story.ts'
import { storySettingsShown } from '../settings-window.ts'
import { titleOf } from '../story-words.ts'
import { useStorySettings } from '../use-story-settings.ts'
import { ChecklistCard } from './checklist-card.tsx'
import { AboutCard, ScopeCard } from './facts-cards.tsx'
import { FollowUpsCard } from './follow-ups-card.tsx'
import { goToField } from './go-to-field.ts'
import { OverviewPanel } from './overview-panel.tsx'
import { Panels, type EditorPanel } from './panels.tsx'
import { PartsCard } from './parts-card.tsx'
import { Conflicts, SavingLine, SavingTrouble } from './saving-state.tsx'
import type { TextRange } from './select-range.ts'
import { StatusField, StatusRefusal, useStatus } from './status-field.tsx'
import { TellingsCard } from './tellings-card.tsx'
import '../stories.css'
import './story-editor.css'

const VersionsDialog = lazy(() =>
  import('../versions/versions-dialog.tsx').then((module) => ({ default: module.VersionsDialog })),
)
const StorySettingsDialog = lazy(() =>
  import('../settings-dialog.tsx').then((module) => ({ default: module.StorySettingsDialog })),
)

/** The figures of a story, as another feature shows them. */
export type ResultsProps = Readonly<{
  /** Ids of the evidence ledger, in the order of the story. */
  ids: readonly string[]
  onIds: (ids: readonly string[]) => void
  error: string | undefined
}>

export type StoryEditorProps = Readonly<{
  /** Shown beside the editor, after its own overview. */
  panels: readonly EditorPanel[]
  results: ComponentType<ResultsProps>
  onExport: (id: string) => void
}>

/** Writes one story; its address names it. */
export function StoryEditorScreen(props: StoryEditorProps) {
  const { id = '' } = useParams()
  const editing = useEditing(id)
  if (editing === undefined)
    return (
      <Screen title="Story">
        <Skeleton lines={8} />
      </Screen>
    )
  if (!('state' in editing)) return <NoStory error={editing} />
  return <Editor key={id} id={id} editing={editing} {...props} />
}

function NoStory({ error }: Readonly<{ error: CallError }>) {
  return (
    <Screen title="Story">
      <ErrorState
        title={error.message}
        actions={
          <Button
            variant="primary"
            onClick={() => {
              navigate('/stories')
            }}
          >
            Back to the stories
          </Button>
        }
      >
        {error.hint}
      </ErrorState>
    </Screen>
  )
}

const jumps = [
  ['title', 'About'],
  ['parts.situation', 'Story'],
  ['results', 'Results'],
  ['peopleLed', 'Scope'],
  ['formats', 'Told in'],
  ['followUpsCard', 'Follow-ups'],
  ['checklistItems', 'Checklist'],
] as const

function Editor({
  id,
  editing,
  panels,
  results: Results,
  onExport,
}: StoryEditorProps & Readonly<{ id: string; editing: Editing }>) {
  const settings = useStorySettings()
  const title = useShown(editing, 'title')
  const results = useShown(editing, 'results')
  const { refused } = useStore(editing.state)
  const [preview, setPreview] = useState(false)
  const [hasVersions, setVersions] = useState(false)
  const hasSettings = useStore(storySettingsShown)
  const status = useStatus(editing)
  const main = useRef<HTMLDivElement>(null)
  const conflicts = useRef<HTMLDivElement>(null)
  const goTo = (field: string, range?: TextRange) => {
    // In the preview there is nothing to type in.
    flushSync(() => {
      setPreview(false)
    })
    goToField(main.current, field, range)
  }
  const openVersions = async () => {
    await editing.flush()
    setVersions(true)
  }
  const remove = async () => {
    await editing.flush()
    if (await removeStories([id])) navigate('/stories')
  }
  return (
    <div className="ui-screen stories-editor">
      <header className="stories-editor-bar">
        <div className="stories-editor-head">
          <IconButton
            label="Back to the stories"
            icon={<ArrowLeft aria-hidden />}
            onClick={() => {
              navigate('/stories')
            }}
          />
          <h1 dir="auto">{titleOf({ title })}</h1>
          <SavingLine editing={editing} />
          <StatusField editing={editing} onStatus={(next) => void status.change(next)} />
          <Button icon={<History aria-hidden />} onClick={() => void openVersions()}>
            Versions
          </Button>
          <IconButton
            label="Save as a Markdown file"
            icon={<Download aria-hidden />}
            onClick={() => {
              onExport(id)
            }}
          />
          <IconButton
            label="Delete the story"
            icon={<Trash2 aria-hidden />}
            onClick={() => void remove()}
          />
        </div>
        <nav className="stories-jumps" aria-label="Parts of the editor">
          {jumps.map(([field, label]) => (
            <button
              key={field}
              type="button"
              onClick={() => {
                goTo(field)
              }}
            >
              {label}
            </button>
          ))}
        </nav>
        <SavingTrouble
          editing={editing}
          onShowConflicts={() => {
            conflicts.current?.scrollIntoView({ block: 'start' })
            conflicts.current?.querySelector('button')?.focus({ preventScroll: true })
          }}
        />
      </header>
      <div ref={conflicts} className="stories-conflicts">
        <Conflicts editing={editing} />
      </div>
      {status.refusal !== null && <StatusRefusal refusal={status.refusal} onGoTo={goTo} />}
      <div className="stories-editor-body">
        <div ref={main} className="stories-editor-main">
          <AboutCard editing={editing} />
          <PartsCard
            editing={editing}
            settings={settings}
            preview={preview}
            onPreview={setPreview}
          />
          <div data-field="results" tabIndex={-1} className="stories-results">
            <Results
              ids={results}
              error={refused.results}
              onIds={(ids) => {
                editing.edit({ results: [...ids] })
              }}
            />
          </div>
          <ScopeCard editing={editing} />
          <div data-field="formats" tabIndex={-1} className="stories-results">
            <TellingsCard
              editing={editing}
              settings={settings}
              preview={preview}
              onSettings={() => {
                storySettingsShown.set(true)
              }}
            />
          </div>
          <div data-field="followUpsCard" tabIndex={-1} className="stories-results">
            <FollowUpsCard editing={editing} />
          </div>
          <ChecklistCard editing={editing} />
        </div>
        <Panels
          panels={[{ id: 'overview', label: 'Overview', panel: OverviewPanel }, ...panels]}
          editing={editing}
          onGoTo={goTo}
        />
      </div>
      <Suspense fallback={null}>
        {hasVersions && (
          <VersionsDialog
            id={id}
            onClose={() => {
              setVersions(false)
            }}
          />
        )}
        {hasSettings && <StorySettingsDialog />}
      </Suspense>
    </div>
  )
}
