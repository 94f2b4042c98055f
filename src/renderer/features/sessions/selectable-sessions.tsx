import { useRef, useState } from 'react'
import type { OutputOf } from '#contract/index.ts'
import type { SessionFilter } from '#contract/sessions.ts'
import { useStore } from '../../ui/store.ts'
import { BulkBar } from './bulk-bar.tsx'
import { CategoryDialog, MergeDialog, MoveDialog } from './bulk-dialogs.tsx'
import type { Categories } from './categories.ts'
import { splitting } from './log-state.ts'
import { viewOf } from './selection.ts'
import { SessionList } from './session-list.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { useSelecting } from './use-selecting.ts'

/** The list with what can be done to several sessions at once. A new filter begins a new selection: key it by that. */
export function SelectableSessions({
  outline,
  filter,
  categories,
  goTo,
  weekStartsOn,
}: Readonly<{
  outline: OutputOf<'sessions.outline'>
  filter: SessionFilter
  categories: Categories
  goTo: Readonly<{ day: string }> | null
  weekStartsOn: number
}>) {
  const selecting = useSelecting(filter, outline.sessions)
  const place = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<'category' | 'move' | 'merge' | null>(null)
  const toSplit = useStore(splitting)
  const view = viewOf(selecting.selection)
  const close = () => {
    setAsked(null)
  }
  const done = () => {
    selecting.clear()
    // The bar goes, and with it what had the focus: the list takes it, once the windows have closed.
    setTimeout(() => {
      if (document.activeElement === document.body || document.activeElement === null)
        place.current?.querySelector<HTMLElement>('[data-offset][tabindex="0"]')?.focus()
    }, 50)
  }
  const window = { view, categories, onClose: close, onDone: done }
  return (
    <div ref={place}>
      <SessionList
        outline={outline}
        filter={filter}
        categories={categories}
        goTo={goTo}
        weekStartsOn={weekStartsOn}
        selecting={selecting}
      />
      {selecting.selection.size > 0 && (
        <BulkBar
          view={view}
          all={outline.sessions}
          selecting={{ ...selecting, clear: done }}
          onAsk={setAsked}
        />
      )}
      {asked === 'category' && <CategoryDialog {...window} />}
      {asked === 'move' && <MoveDialog {...window} />}
      {asked === 'merge' && <MergeDialog {...window} />}
      {toSplit !== null && <SplitDialog key={toSplit.id} session={toSplit} />}
    </div>
  )
}
