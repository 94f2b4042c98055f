import { useEffect, useState, useSyncExternalStore } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { StoryKey, StoryValue } from '#domain/story-merge.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { backupShown, draftsOfWhatIsShown } from '../../../bridge/viewing.ts'
import { createEditing, isUnsaved, shownIn, type Editing } from './editing.ts'
import { keepDraft, randomName, takeOverDrafts } from './kept-drafts.ts'

type Opened = { readonly editing: Editing; users: number }

/** Stories that are edited on this page, and those that were left before all of it was saved. */
const shownEditings = draftsOfWhatIsShown<Opened>()

bridge.onChange((nouns) => {
  if (nouns.includes('stories')) void refreshAll(nouns.includes('backups'))
})
bridge.onConnection((connected) => {
  if (connected) for (const { editing } of shownEditings().values()) void editing.flush()
})
backupShown.subscribe(() => {
  if (backupShown.get()) return
  for (const { editing } of shownEditings().values()) void editing.refresh().then(editing.flush)
})

/**
 * Reads the stories of the editors again. What is typed must not be laid over a backup's story: where another one than
 * is shown may have taken the place of the data (`mayBeOther`), what is there is asked first.
 */
async function refreshAll(mayBeOther: boolean): Promise<void> {
  const wasBackup = backupShown.get()
  const editings = [...shownEditings().values()]
  if (mayBeOther && editings.length > 0) {
    const state = await bridge.call('backups.state', {})
    if (!state.ok || (state.value.viewing !== null) !== wasBackup) return
  }
  for (const { editing } of editings) void editing.refresh()
}

// The last moment at which a page is told that it goes.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void flushAll()
})
globalThis.addEventListener('pagehide', () => void flushAll())

/** Saves whatever is typed in any editor. */
export async function flushAll(): Promise<void> {
  await Promise.all(
    [...shownEditings().values()].flatMap(({ editing }) =>
      isUnsaved(editing.state.get()) ? [editing.flush()] : [],
    ),
  )
}

async function open(id: string, opened: Map<string, Opened>): Promise<Editing | CallError> {
  const known = opened.get(id)
  if (known !== undefined) {
    known.users += 1
    void known.editing.refresh()
    return known.editing
  }
  const [answer, kept] = await Promise.all([bridge.call('stories.get', { id }), takeOverDrafts(id)])
  const sinceOpened = opened.get(id)
  if (sinceOpened !== undefined) {
    sinceOpened.users += 1
    return sinceOpened.editing
  }
  if (!answer.ok) return answer.error
  const editing = createEditing(answer.value, kept, randomName(), {
    read: (story) => bridge.call('stories.get', { id: story }),
    save: (input) => bridge.call('stories.save', input),
    keep: (draft) => {
      keepDraft(id, draft)
    },
  })
  opened.set(id, { editing, users: 1 })
  if (kept !== null) void editing.flush()
  return editing
}

/** Leaves an editor. What is not saved yet goes on being saved; then it is forgotten. */
function leave(id: string, opened: Map<string, Opened>) {
  const known = opened.get(id)
  if (known === undefined) return
  known.users -= 1
  const forget = () => {
    if (known.users === 0 && !isUnsaved(known.editing.state.get())) opened.delete(id)
  }
  void known.editing.flush().then(forget)
}

/** The editor of a story while a component shows it; undefined while it is being opened. */
export function useEditing(id: string): Editing | CallError | undefined {
  const [found, setFound] = useState<Readonly<{ id: string; editing: Editing | CallError }>>()
  useEffect(() => {
    let left = false
    let users = 0
    const opened = shownEditings()
    const begin = async () => {
      const editing = await open(id, opened)
      if ('state' in editing) users += 1
      if (left && users > 0) leave(id, opened)
      else if (!left) setFound({ id, editing })
    }
    void begin()
    return () => {
      left = true
      if (users > 0) leave(id, opened)
    }
  }, [id])
  return found?.id === id ? found.editing : undefined
}

/** What a field shows; the component is drawn again only when that changes. */
export function useShown<K extends StoryKey>(editing: Editing, key: K): StoryValue<K> {
  return useSyncExternalStore(editing.state.subscribe, () => shownIn(editing.state.get(), key))
}
