import type { ComponentType } from 'react'
import type { Story, StoryPatch } from '#contract/story.ts'
import { typedOf } from '#domain/story-merge.ts'
import { createStore, useStore } from '../../../ui/store.ts'
import { shownStory, type Editing } from '../editing/editing.ts'
import type { TextRange } from './select-range.ts'
import './panels.css'

/** What a panel beside the editor is given. */
export type EditorPanelProps = Readonly<{
  /** The story as it shows in the editor: what is typed and not saved yet is in it. */
  story: Story
  /** True while something of it is still to be saved. */
  isUnsaved: boolean
  /**
   * Moves to a field of the editor, by its name in the contract: `parts.action`, `teams`. A range of its text, in UTF-16
   * units, is selected.
   */
  onGoTo: (field: string, range?: TextRange) => void
  /** Writes into the editor as if it had been typed there. */
  onEdit: (patch: StoryPatch) => void
}>

/** A panel that stands beside the editor. The app gives them: features do not know each other. */
export type EditorPanel = Readonly<{
  id: string
  label: string
  panel: ComponentType<EditorPanelProps>
}>

/** Whether the window is wide enough for a panel beside the editor; else it would push the editor down. */
const roomyFrom = 1100

/** The panel that is open, for every story; null when all are closed. Undefined until one was chosen. */
const openPanel = createStore<string | null | undefined>(undefined)

/** The panels beside the editor, one at a time, or none. */
export function Panels({
  panels,
  editing,
  onGoTo,
}: Readonly<{
  panels: readonly EditorPanel[]
  editing: Editing
  onGoTo: EditorPanelProps['onGoTo']
}>) {
  const state = useStore(editing.state)
  const chosen = useStore(openPanel)
  const wanted = chosen === undefined && innerWidth >= roomyFrom ? panels[0]?.id : chosen
  const current = panels.find(({ id }) => id === wanted)
  return (
    <aside className="stories-aside" aria-label="Beside the story">
      <div className="stories-panel-tabs">
        {panels.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-expanded={id === current?.id}
            onClick={() => {
              openPanel.set(id === current?.id ? null : id)
            }}
          >
            {label}
          </button>
        ))}
      </div>
      {current !== undefined && (
        <div className="stories-panel">
          <current.panel
            story={shownStory(state)}
            isUnsaved={Object.keys(state.typed).length > 0}
            onGoTo={onGoTo}
            onEdit={(patch) => {
              editing.edit(typedOf(patch))
            }}
          />
        </div>
      )}
    </aside>
  )
}
