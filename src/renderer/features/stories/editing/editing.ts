import type { CallError, Result } from '#contract/errors.ts'
import type { InputOf, OutputOf } from '#contract/index.ts'
import type { Story } from '#contract/story.ts'
import { patched } from '#domain/story-content.ts'
import {
  only,
  patchOf,
  rebased,
  stillTyped,
  underneath,
  valueOf,
  type StoryKey,
  type StoryValue,
  type Typed,
} from '#domain/story-merge.ts'
import { createStore, type Store } from '../../../ui/store.ts'
import { refusedFields } from './refused-fields.ts'

/** How long typing rests before it is saved, and how long it may go on unsaved, in milliseconds. */
const restsMs = 600
const atMostMs = 2_500
/** How long after a failure the next attempt is made by itself, in milliseconds. */
const retryMs = 5_000

/** A story that is being edited. */
export type EditingState = Readonly<{
  /** As it was last read or saved. */
  story: Story
  /** What was typed since, in place of what the story says. */
  typed: Typed
  /** Text of number and month fields that is none yet, by the field's name: kept as it was typed. */
  unreadable: Readonly<Record<string, string>>
  /** Fields that were changed elsewhere as well: what was typed waits until the person has chosen. */
  conflicts: readonly StoryKey[]
  /** Fields that the engine refused, and why; the others are saved all the same. */
  refused: Readonly<Partial<Record<StoryKey, string>>>
  saving: 'saved' | 'waiting' | 'saving' | 'failed' | 'gone'
  /** Why the latest attempt failed. */
  error: CallError | null
}>

/** What of an editor outlives the page, while it is not saved. */
export type KeptDraft = Readonly<
  Pick<EditingState, 'typed' | 'unreadable' | 'conflicts'> & {
    /** What stood in the typed fields when they were read last. */
    before: Typed
  }
>

export type EditingPorts = Readonly<{
  read: (id: string) => Promise<Result<Story>>
  save: (input: InputOf<'stories.save'>) => Promise<Result<OutputOf<'stories.save'>>>
  /** Keeps what is not saved yet, at once; null when everything is. */
  keep: (draft: KeptDraft | null) => void
}>

export type Editing = Readonly<{
  state: Store<EditingState>
  /** Takes over what was typed; it is saved once typing rests. */
  edit: (typed: Typed) => void
  /** Keeps text that is no value yet; null takes it away. */
  keepUnreadable: (field: string, text: string | null) => void
  /** Settles a field that was changed in two places. */
  choose: (key: StoryKey, which: 'mine' | 'theirs' | 'both') => void
  /** Saves what is typed now; resolves once that is answered. */
  flush: () => Promise<void>
  /** Reads the story again, after whatever is under way. */
  refresh: () => Promise<void>
}>

/** What a field shows: what was typed, else what the story says. */
export function shownIn<K extends StoryKey>({ typed, story }: EditingState, key: K): StoryValue<K> {
  // Own keys of a typed story hold values of their fields.
  return Object.hasOwn(typed, key) ? (typed[key] as StoryValue<K>) : valueOf(story, key)
}

/** The whole story as it shows, what is not saved yet included. */
export function shownStory({ story, typed }: EditingState): Story {
  return { ...story, ...patched(story, patchOf(typed)) }
}

/** Whether something is typed that is not in the story yet. */
export function isUnsaved({ typed, unreadable }: EditingState): boolean {
  return Object.keys(typed).length > 0 || Object.keys(unreadable).length > 0
}

/**
 * Edits one story: saves small and often, and keeps what cannot be saved. Reads and saves follow each other, never
 * side by side, so that an answer that comes late can not be taken for a change by somebody else.
 */
export function createEditing(
  story: Story,
  kept: KeptDraft | null,
  editor: string,
  { read, save, keep }: EditingPorts,
): Editing {
  const state = createStore<EditingState>(begun(story, kept))
  let wantsRead = false
  let wantsSave = false
  let working: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsavedSinceMs: number | null = null

  const change = (part: Partial<EditingState>) => {
    const next = { ...state.get(), ...part }
    state.set(next)
    keep(
      isUnsaved(next)
        ? {
            typed: next.typed,
            before: underneath(next.typed, next.story),
            unreadable: next.unreadable,
            conflicts: next.conflicts,
          }
        : null,
    )
  }

  const saveIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const work = () => {
    working ??= workThrough().finally(() => {
      working = null
    })
    return working
  }
  const workThrough = async () => {
    while (wantsRead || wantsSave)
      if (wantsRead) {
        wantsRead = false
        await readNow()
      } else {
        wantsSave = false
        await saveNow()
      }
  }

  const readNow = async () => {
    const answer = await read(story.id)
    if (answer.ok) {
      layOver(answer.value)
      if (isWaiting(state.get())) saveIn(restsMs)
    } else if (answer.error.code === 'not-found') change({ saving: 'gone', error: answer.error })
  }

  /** Takes over the story as it stands now; what is typed stays on top of it. */
  const layOver = (now: Story) => {
    const { story: old, typed, conflicts: known, refused, saving } = state.get()
    const { typed: left, conflicts: added } = rebased(typed, underneath(typed, old), now)
    const conflicts = [...new Set([...known, ...added])].filter((key) => Object.hasOwn(left, key))
    const settled = saving === 'gone' || saving === 'saved'
    change({
      story: now,
      typed: left,
      conflicts,
      refused,
      ...(settled ? { saving: Object.keys(left).length > 0 ? 'waiting' : 'saved' } : {}),
      ...(saving === 'gone' ? { error: null } : {}),
    })
  }

  const saveNow = async () => {
    clearTimeout(timer)
    unsavedSinceMs = null
    const { story: base, typed, conflicts, refused } = state.get()
    const sent = only(typed, (key) => !conflicts.includes(key) && !Object.hasOwn(refused, key))
    if (Object.keys(sent).length === 0) {
      change({ saving: Object.keys(typed).length > 0 ? 'waiting' : 'saved' })
      return
    }
    change({ saving: 'saving' })
    const patch = patchOf(sent)
    const answer = await save({ id: story.id, patch, basedOn: base.version, editor })
    if (!answer.ok) return failedWith(answer.error, sent)
    if (answer.value.outcome === 'stale') {
      layOver(answer.value.current)
      change({ saving: 'waiting', error: null })
      wantsSave = isWaiting(state.get())
      return
    }
    const { version, changedAt, missing } = answer.value
    const saved = { ...base, ...patched(base, patch), version, changedAt, missing }
    // Typing may have gone on meanwhile.
    const left = stillTyped(state.get().typed, saved)
    change({
      story: saved,
      typed: left,
      error: null,
      saving: Object.keys(left).length > 0 ? 'waiting' : 'saved',
    })
  }

  const failedWith = (error: CallError, sent: Typed) => {
    const refused = refusedFields(error, sent)
    if (refused !== null) {
      change({ refused: { ...state.get().refused, ...refused }, saving: 'waiting', error: null })
      wantsSave = isWaiting(state.get())
    } else if (error.code === 'not-found') change({ saving: 'gone', error })
    else {
      change({ saving: 'failed', error })
      saveIn(retryMs)
    }
  }

  const flush = async () => {
    wantsSave = true
    await work()
  }

  return {
    state,
    edit(added) {
      const { story: base, typed: before, refused, saving } = state.get()
      const typed = { ...before, ...added }
      // What is under way to the engine may be taken back by typing: only its answer tells what is still to be saved.
      const left = saving === 'saving' ? typed : stillTyped(typed, base)
      const keys = Object.keys(added)
      change({
        typed: left,
        refused: Object.fromEntries(Object.entries(refused).filter(([key]) => !keys.includes(key))),
        conflicts: state.get().conflicts.filter((key) => Object.hasOwn(left, key)),
        ...(saving === 'saved' ? { saving: 'waiting' } : {}),
      })
      if (state.get().saving === 'gone') return
      const now = performance.now()
      unsavedSinceMs ??= now
      saveIn(Math.max(0, Math.min(restsMs, unsavedSinceMs + atMostMs - now)))
    },
    keepUnreadable(field, text) {
      const { [field]: _, ...others } = state.get().unreadable
      change({ unreadable: text === null ? others : { ...others, [field]: text } })
    },
    choose(key, which) {
      const { story: now, typed, conflicts } = state.get()
      const theirs = valueOf(now, key)
      const { [key]: mine, ...others } = typed
      const settled =
        which === 'theirs' ? {} : { [key]: which === 'both' ? joined(theirs, mine) : mine }
      change({
        typed: { ...others, ...settled },
        conflicts: conflicts.filter((other) => other !== key),
      })
      void flush()
    },
    flush,
    async refresh() {
      wantsRead = true
      await work()
    },
  }
}

/** Whether there is something that the next attempt can save. */
function isWaiting({ typed, conflicts, refused, saving }: EditingState): boolean {
  if (saving === 'gone') return false
  const savable = only(typed, (key) => !conflicts.includes(key) && !Object.hasOwn(refused, key))
  return Object.keys(savable).length > 0
}

function begun(story: Story, kept: KeptDraft | null): EditingState {
  const { typed, conflicts: added } = rebased(kept?.typed ?? {}, kept?.before ?? {}, story)
  const known = kept?.conflicts ?? []
  return {
    story,
    typed,
    unreadable: kept?.unreadable ?? {},
    conflicts: [...new Set([...known, ...added])].filter((key) => Object.hasOwn(typed, key)),
    refused: {},
    saving: Object.keys(typed).length > 0 ? 'waiting' : 'saved',
    error: null,
  }
}

/** Both texts under each other, or both lists without what stands in them twice. */
function joined(theirs: unknown, mine: unknown): unknown {
  if (typeof theirs === 'string' && typeof mine === 'string') return `${theirs}\n\n${mine}`
  if (!Array.isArray(theirs) || !Array.isArray(mine)) return mine
  const entries = [...theirs, ...mine].map((entry) => [JSON.stringify(entry), entry] as const)
  return [...new Map<string, unknown>(entries).values()]
}
