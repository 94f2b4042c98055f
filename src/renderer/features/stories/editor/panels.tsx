import { useState, type ComponentType } from 'react'
import type { Story, StoryPatch } from '#contract/story.ts'
import { typedOf } from '#domain/story-merge.ts'
import { useStore } from '../../../ui/store.ts'
import { shownStory, type Editing } from '../editing/editing.ts'
import './panels.css'

/** What a panel beside the editor is given. */
export type EditorPanelProps = Readonly<{
  /** The story as it shows in the editor: what is typed and not saved yet is in it. */
  story: Story
  /** True while something of it is still to be saved. */
  isUnsaved: boolean
  /** Moves to a field of the editor, by its name in the contract: `parts.action`, `teams`. */
  onGoTo: (field: string) => void
  /** Writes into the editor as if it had been typed there. */
  onEdit: (patch: StoryPatch) => void
}>

/** A panel that stands beside the editor. The app gives them: features do not know each other. */
export type EditorPanel = Readonly<{
  id: string
  label: string
  panel: ComponentType<EditorPanelProps>
}>

/** The panels beside the editor, one at a time. */
export function Panels({
  panels,
  editing,
  onGoTo,
}: Readonly<{
  panels: readonly EditorPanel[]
  editing: Editing
  onGoTo: (field: string) => void
}>) {
  const state = useStore(editing.state)
  const [chosen, setChosen] = useState(panels[0]?.id)
  const current = panels.find(({ id }) => id === chosen) ?? panels[0]
  if (current === undefined) return null
  const Current = current.panel
  const tabId = (id: string) => `stories-panel-tab-${id}`
  return (
    <aside className="stories-aside" aria-label="Beside the story">
      {panels.length > 1 && (
        // The tabs in it take the focus, one at a time.
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
        <div
          role="tablist"
          aria-label="Beside the story"
          className="stories-panel-tabs"
          onKeyDown={(event) => {
            const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
            if (by === 0) return
            event.preventDefault()
            const at = panels.indexOf(current) + by
            const next = panels[(at + panels.length) % panels.length]
            if (next === undefined) return
            setChosen(next.id)
            event.currentTarget.querySelector<HTMLElement>(`#${tabId(next.id)}`)?.focus()
          }}
        >
          {panels.map(({ id, label }) => (
            <button
              key={id}
              id={tabId(id)}
              type="button"
              role="tab"
              aria-selected={id === current.id}
              aria-controls="stories-panel"
              tabIndex={id === current.id ? 0 : -1}
              onClick={() => {
                setChosen(id)
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
      <div
        id="stories-panel"
        className="stories-panel"
        role={panels.length > 1 ? 'tabpanel' : undefined}
        aria-labelledby={panels.length > 1 ? tabId(current.id) : undefined}
      >
        <Current
          story={shownStory(state)}
          isUnsaved={Object.keys(state.typed).length > 0}
          onGoTo={onGoTo}
          onEdit={(patch) => {
            editing.edit(typedOf(patch))
          }}
        />
      </div>
    </aside>
  )
}
