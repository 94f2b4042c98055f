import { only, type StoryKey } from '#domain/story-merge.ts'
import { backupShown } from '../../../bridge/viewing.ts'
import type { KeptDraft } from './editing.ts'

/*
 * What is typed and not saved yet, in the browser's own storage: written at every key, so that a crash between two
 * saves loses nothing. Each window has entries of its own; those of a window that is no more are taken over by the
 * next that opens the story.
 */

const prefix = 'loopready.story-draft.'

/** Names this window for as long as it shows this page. */
const thisWindow = randomName()
const windowBefore = rememberWindow()

// Held until the page goes, by whatever way: others can tell by it that this window lives.
void globalThis.navigator?.locks?.request(lockOf(thisWindow), () => new Promise(() => {}))

/** A name that nothing else has. */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '-',
  )
}

/** Keeps what is not saved of a story; null forgets it. */
export function keepDraft(storyId: string, draft: KeptDraft | null): void {
  if (backupShown.get()) return
  const key = keyOf(storyId, thisWindow)
  try {
    if (draft === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Without storage the draft lives as long as the page does.
  }
}

/**
 * What windows that are no more have left unsaved of a story, as one: the newest of a field counts. It is this
 * window's from now on. Null when nothing was left.
 */
export async function takeOverDrafts(storyId: string): Promise<KeptDraft | null> {
  if (backupShown.get()) return null
  const living = await livingWindows()
  const keys = storedKeys().filter((key) => {
    const window = key.slice(keyOf(storyId, '').length)
    if (!key.startsWith(keyOf(storyId, ''))) return false
    return window === thisWindow || window === windowBefore || !living.has(window)
  })
  const drafts = keys.map(readDraft).filter((draft) => draft !== null)
  const merged = drafts.length === 0 ? null : drafts.reduce(mergedDrafts)
  keepDraft(storyId, merged)
  for (const key of keys)
    if (key !== keyOf(storyId, thisWindow))
      try {
        localStorage.removeItem(key)
      } catch {
        // It stays and is found again the next time.
      }
  return merged
}

/** One draft out of two: what both hold is the second one's. */
export function mergedDrafts(one: KeptDraft, other: KeptDraft): KeptDraft {
  const typed = { ...one.typed, ...other.typed }
  return {
    typed,
    before: { ...one.before, ...other.before },
    unreadable: { ...one.unreadable, ...other.unreadable },
    conflicts: [...new Set([...one.conflicts, ...other.conflicts])],
  }
}

/** Reads what is stored, and nothing that is not a draft. */
export function draftFrom(stored: string | null): KeptDraft | null {
  try {
    const found: unknown = JSON.parse(stored ?? 'null')
    if (typeof found !== 'object' || found === null) return null
    const { typed, before, unreadable, conflicts } = found as Partial<KeptDraft>
    if (typeof typed !== 'object' || typeof before !== 'object') return null
    return {
      typed,
      before: only(before, (key) => Object.hasOwn(typed, key)),
      unreadable: typeof unreadable === 'object' ? unreadable : {},
      conflicts: Array.isArray(conflicts) ? (conflicts as readonly StoryKey[]) : [],
    }
  } catch {
    return null
  }
}

function readDraft(key: string): KeptDraft | null {
  try {
    return draftFrom(localStorage.getItem(key))
  } catch {
    return null
  }
}

function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function keyOf(storyId: string, window: string): string {
  return `${prefix}${storyId}.${window}`
}

function lockOf(window: string): string {
  return `loopready.window.${window}`
}

/** The windows of this app that are there now. */
async function livingWindows(): Promise<ReadonlySet<string>> {
  try {
    const { held = [] } = await navigator.locks.query()
    return new Set(held.map(({ name = '' }) => name.slice(lockOf('').length)))
  } catch {
    return new Set()
  }
}

/** The name that this tab had before the page was loaded again. */
function rememberWindow(): string | null {
  try {
    const before = sessionStorage.getItem('loopready.window')
    sessionStorage.setItem('loopready.window', thisWindow)
    return before
  } catch {
    return null
  }
}
