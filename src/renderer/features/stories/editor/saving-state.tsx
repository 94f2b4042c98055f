import { CircleCheck, CloudOff, LoaderCircle, Pencil } from 'lucide-react'
import { storyFields } from '#domain/story-fields.ts'
import { patched } from '#domain/story-content.ts'
import { patchOf, valueOf, type StoryKey } from '#domain/story-merge.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/states.tsx'
import { useStore } from '../../../ui/store.ts'
import { showToast } from '../../../ui/toasts.ts'
import { shownStory, type Editing, type EditingState } from '../editing/editing.ts'
import { newStory } from '../new-story.ts'
import './saving-state.css'

/** Whether what is typed is saved, in a word. */
export function SavingLine({ editing }: Readonly<{ editing: Editing }>) {
  const state = useStore(editing.state)
  const { icon, text, tone } = lineOf(state)
  return (
    <output className="stories-saving" data-tone={tone}>
      {icon}
      {text}
    </output>
  )
}

function lineOf({ saving, conflicts, refused, unreadable }: EditingState) {
  if (saving === 'failed' || saving === 'gone')
    return { icon: <CloudOff aria-hidden />, text: 'Not saved', tone: 'negative' }
  // A tag that is half typed is no field that waits.
  const waiting = Object.keys(unreadable).filter((field) => field !== 'tag')
  const open = conflicts.length + Object.keys(refused).length + waiting.length
  if (saving === 'saving')
    return { icon: <LoaderCircle aria-hidden />, text: 'Saving', tone: 'neutral' }
  if (open > 0)
    return {
      icon: <Pencil aria-hidden />,
      text: `Saved but for ${open === 1 ? 'one field' : `${open} fields`}`,
      tone: 'caution',
    }
  if (saving === 'waiting')
    return { icon: <LoaderCircle aria-hidden />, text: 'Saving', tone: 'neutral' }
  return { icon: <CircleCheck aria-hidden />, text: 'Saved', tone: 'neutral' }
}

/** What keeps the text from being saved, and the ways out of it. It stays in sight. */
export function SavingTrouble({
  editing,
  onShowConflicts,
}: Readonly<{ editing: Editing; onShowConflicts: () => void }>) {
  const state = useStore(editing.state)
  const { saving, error, conflicts } = state
  const copy = async () => {
    const done = await navigator.clipboard.writeText(asText(state)).then(
      () => true,
      () => false,
    )
    showToast(
      done
        ? { message: 'The text of the story is in the clipboard.' }
        : {
            message: 'The text could not be copied. Select it in the field instead.',
            tone: 'negative',
          },
    )
  }
  return (
    <>
      {saving === 'failed' && error !== null && (
        <Notice
          tone="negative"
          role="alert"
          icon={<CloudOff aria-hidden />}
          actions={
            <>
              <Button size="s" onClick={() => void copy()}>
                Copy the text
              </Button>
              <Button size="s" onClick={() => void editing.flush()}>
                Try again
              </Button>
            </>
          }
        >
          <strong>Not saved.</strong> {error.message} {error.hint} What you type stays here, and is
          kept on this computer until it can be saved.
        </Notice>
      )}
      {saving === 'gone' && (
        <Notice
          tone="negative"
          role="alert"
          icon={<CloudOff aria-hidden />}
          actions={
            <>
              <Button size="s" onClick={() => void copy()}>
                Copy the text
              </Button>
              <Button size="s" onClick={() => void newStory(contentOf(state))}>
                Save as a new story
              </Button>
            </>
          }
        >
          <strong>This story was deleted.</strong> Undo, or put it back from the trash, to go on
          writing. What you typed since is kept.
        </Notice>
      )}
      {conflicts.length > 0 && (
        <Notice
          tone="caution"
          actions={
            <Button size="s" onClick={onShowConflicts}>
              Show both texts
            </Button>
          }
        >
          {conflicts.map(labelOf).join(', ')}: changed here and elsewhere. What you typed there
          waits for your choice.
        </Notice>
      )}
    </>
  )
}

/** The fields that were changed in two places, each with both texts. */
export function Conflicts({ editing }: Readonly<{ editing: Editing }>) {
  const { conflicts } = useStore(editing.state)
  return conflicts.map((key) => <Conflict key={key} editing={editing} field={key} />)
}

function labelOf(field: StoryKey): string {
  return storyFields.find((candidate) => candidate.field === field)?.label ?? field
}

/** A field that was changed here and elsewhere, with both texts. */
function Conflict({ editing, field }: Readonly<{ editing: Editing; field: StoryKey }>) {
  const { story, typed } = useStore(editing.state)
  const known = storyFields.find((candidate) => candidate.field === field)
  const label = labelOf(field)
  const theirs = known?.textOf(story) ?? ''
  const mine = known?.textOf(patched(story, patchOf(typed))) ?? ''
  const isText = typeof valueOf(story, field) === 'string' && field !== 'title'
  const side = (name: string, text: string, which: 'mine' | 'theirs') => (
    <div className="stories-conflict-side">
      <h3>{name}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls, by the keyboard too */}
      <section dir="auto" tabIndex={0} aria-label={`${label}: ${name.toLowerCase()}`}>
        {text === '' ? <span className="stories-faint">Empty</span> : text}
      </section>
      <Button
        size="s"
        aria-label={`${label}: keep ${name.toLowerCase()}`}
        onClick={() => {
          editing.choose(field, which)
        }}
      >
        Keep this
      </Button>
    </div>
  )
  return (
    <section className="stories-conflict" role="alert" aria-label={`${label} was changed twice`}>
      <h2>{label} was changed here and elsewhere</h2>
      <p>
        Another window, the terminal or an undo changed this field while you were typing in it.
        Choose which text to keep. The other one stays among the versions or goes.
      </p>
      <div className="stories-conflict-sides">
        {side('What you typed', mine, 'mine')}
        {side('What is saved', theirs, 'theirs')}
      </div>
      {isText && (
        <Button
          size="s"
          onClick={() => {
            editing.choose(field, 'both')
          }}
        >
          Keep both, one below the other
        </Button>
      )}
    </section>
  )
}

/** What is shown of a story, without what is kept about it. */
function contentOf(state: EditingState) {
  const { id, status, version, dismissals, missing, createdAt, changedAt, ...content } =
    shownStory(state)
  return content
}

/** All that the editor shows, as text for somewhere else. */
function asText(state: EditingState): string {
  const story = shownStory(state)
  return storyFields
    .map(({ label, textOf }) => [label, textOf(story)] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}\n${text}`)
    .join('\n\n')
}
