import { BookOpenText, Download, FileUp, Plus, SearchX, Settings2, Trash2 } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { StorySummary } from '#contract/story.ts'
import { formatCount } from '#domain/readable.ts'
import { useCall } from '../../../bridge/queries.ts'
import { Unanswered } from '../../../bridge/unanswered.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { useStore } from '../../../ui/store.ts'
import { storySettingsShown } from '../settings-window.ts'
import { statuses, statusNames } from '../story-words.ts'
import { useStorySettings } from '../use-story-settings.ts'
import { askedOf, bankFilter, bankOrder, emptyBankFilter, inOrder } from './bank-filter.ts'
import { BankFilters } from './bank-filters.tsx'
import { StoryList } from './story-list.tsx'
import '../stories.css'
import './story-bank.css'

const NewStoryDialog = lazy(() =>
  import('./new-story-dialog.tsx').then((module) => ({ default: module.NewStoryDialog })),
)
const DeletedStories = lazy(() =>
  import('./deleted-stories.tsx').then((module) => ({ default: module.DeletedStories })),
)
const StorySettingsDialog = lazy(() =>
  import('../settings-dialog.tsx').then((module) => ({ default: module.StorySettingsDialog })),
)

const unit = { one: 'story', many: 'stories' }

/** All stories: what each is for, how long it takes, and where it stands. */
export function StoryBankScreen({
  onExport,
  onImport,
}: Readonly<{
  onExport: (ids: readonly string[]) => void
  onImport: () => void
}>) {
  const reading = useCall('stories.list', {})
  const { data: all } = reading
  const [isNew, setNew] = useState(false)
  const [hasTrash, setTrash] = useState(false)
  const hasSettings = useStore(storySettingsShown)
  const begin = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      aria-keyshortcuts="Shift+N"
      onClick={() => {
        setNew(true)
      }}
    >
      New story
    </Button>
  )
  const trash = (
    <IconButton
      label="Deleted stories"
      icon={<Trash2 aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => {
        setTrash(true)
      }}
    />
  )
  const windows = (
    <Suspense fallback={null}>
      {isNew && (
        <NewStoryDialog
          onClose={() => {
            setNew(false)
          }}
          onImport={onImport}
        />
      )}
      {hasSettings && <StorySettingsDialog />}
      {hasTrash && (
        <DeletedStories
          onClose={() => {
            setTrash(false)
          }}
        />
      )}
    </Suspense>
  )
  if (all === undefined)
    return (
      <Screen title="Stories">
        <Unanswered readings={[reading]} />
      </Screen>
    )
  if (all.length === 0)
    return (
      <Screen title="Stories">
        <Card>
          <EmptyState
            icon={<BookOpenText />}
            title="No story is written yet"
            actions={
              <>
                {begin}
                <Button icon={<FileUp aria-hidden />} onClick={onImport}>
                  Import Markdown files
                </Button>
                {trash}
              </>
            }
          >
            <p>
              A loop asks for ten to twelve stories from your own work. Each is told in six parts:
              situation, task, action, result, then what you learned and what became of it since.
            </p>
            <p>
              Begin with the work that you are asked about most. An empty story shows what belongs
              into each part; a case study of your level can lend its outline.
            </p>
          </EmptyState>
        </Card>
        {windows}
      </Screen>
    )
  return (
    <Screen
      title="Stories"
      lead={leadOf(all)}
      actions={
        <>
          {trash}
          <Button
            icon={<Settings2 aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => {
              storySettingsShown.set(true)
            }}
          >
            Lengths and pace
          </Button>
          <Button icon={<FileUp aria-hidden />} onClick={onImport}>
            Import
          </Button>
          <Button
            icon={<Download aria-hidden />}
            onClick={() => {
              onExport(all.map(({ id }) => id))
            }}
          >
            Export
          </Button>
          {begin}
        </>
      }
    >
      <Bank all={all} onExport={onExport} />
      {windows}
    </Screen>
  )
}

function Bank({
  all,
  onExport,
}: Readonly<{
  all: readonly StorySummary[]
  onExport: (ids: readonly string[]) => void
}>) {
  const filter = useStore(bankFilter)
  const order = useStore(bankOrder)
  const settings = useStorySettings()
  const asked = askedOf(filter)
  const reading = useCall(
    'stories.list',
    Object.keys(asked).length === 0 ? {} : { filter: asked },
    { keepsLast: true },
  )
  const place = useRef<HTMLDivElement>(null)
  const stories = reading.data && inOrder(reading.data, order)
  return (
    <>
      <BankFilters
        all={all}
        found={stories === undefined ? '' : formatCount(stories.length, unit)}
        onLeave={() => {
          place.current?.querySelector<HTMLElement>('.stories-row-title[tabindex="0"]')?.focus()
        }}
      />
      <Card flush>
        <div ref={place}>
          {stories === undefined ? (
            <Unanswered compact readings={[reading]}>
              <Skeleton lines={8} />
            </Unanswered>
          ) : stories.length === 0 ? (
            <EmptyState
              compact
              icon={<SearchX />}
              title="No story matches"
              actions={
                <Button
                  variant="primary"
                  onClick={() => {
                    bankFilter.set(emptyBankFilter)
                  }}
                >
                  Show all stories
                </Button>
              }
            >
              All of the conditions have to hold at once. The search looks for words from their
              beginning, in every text of a story.
            </EmptyState>
          ) : (
            <StoryList stories={stories} settings={settings} onExport={onExport} />
          )}
        </div>
      </Card>
    </>
  )
}

/** How many stories there are of each status: "12 stories: 4 drafts, 6 ready, 2 rehearsed". */
function leadOf(all: readonly StorySummary[]): string {
  const parts = statuses.flatMap((status) => {
    const count = all.filter((story) => story.status === status).length
    return count === 0 ? [] : [`${count} ${statusNames[status].toLowerCase()}`]
  })
  return `${formatCount(all.length, unit)}: ${parts.join(', ')}`
}
