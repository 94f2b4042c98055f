import type { CallError } from '#contract/errors.ts'
import type { InputOf } from '#contract/index.ts'
import type { Mock, MockInput } from '#contract/mocks.ts'
import { bridge } from '../../bridge/bridge.ts'
import { createStore, type Store } from '../../ui/store.ts'
import { keepDraft, keptDraft } from './kept-drafts.ts'
import { contentOf, isSameContent } from './scorecard-content.ts'

/** How long typing rests before it is saved, in milliseconds. */
const restMs = 600

export type Saving =
  /** Nothing was typed that is not stored. */
  | Readonly<{ kind: 'saved' }>
  /** Typed and about to be stored. */
  | Readonly<{ kind: 'saving' }>
  /** Refused or failed; what was typed is still here. */
  | Readonly<{ kind: 'failed'; error: CallError }>
  /** Another window saved something else since. */
  | Readonly<{ kind: 'stale'; current: Mock }>

export type ScorecardState = Readonly<{
  content: MockInput
  /** What is stored; null before the first save. */
  stored: Mock | null
  saving: Saving
}>

/** A scorecard that is being typed. It outlives the screen that shows it. */
export type ScorecardEditor = Readonly<{
  state: Store<ScorecardState>
  change: (content: MockInput) => void
  /** Saves what is typed now, without waiting for a rest. */
  flush: () => Promise<void>
  /** Takes what is stored now, unless something was typed that is not. */
  take: (mock: Mock) => void
  /** Settles a conflict: what the other window saved, or what stands here. */
  settle: (choice: 'theirs' | 'mine') => void
  /** After its interview was deleted or undone: what stands here becomes a new one. */
  saveAsNew: () => void
}>

/** Makes the editor of a stored interview, or of a new one that begins with `content`. */
export function scorecardEditor(content: MockInput, stored: Mock | null): ScorecardEditor {
  const editor = crypto.randomUUID()
  const kept = keptDraft(stored?.id ?? 'new')
  const state = createStore<ScorecardState>({
    content: kept?.content ?? content,
    stored,
    saving: { kind: 'saved' },
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null

  const set = (part: Partial<ScorecardState>) => {
    state.set({ ...state.get(), ...part })
  }
  const isDirty = () => {
    const now = state.get()
    return !isSameContent(now.content, now.stored === null ? content : contentOf(now.stored))
  }
  const keep = () => {
    const now = state.get()
    const draft = isDirty() ? { content: now.content, basedOn: now.stored?.revision ?? null } : null
    keepDraft(now.stored?.id ?? 'new', draft)
  }

  const save = async () => {
    const { stored: before, content: sent } = state.get()
    const input: InputOf<'mocks.save'> = {
      mock: sent,
      editor,
      ...(before === null ? {} : { id: before.id, basedOn: before.revision }),
    }
    const answer = await bridge.call('mocks.save', input)
    if (!answer.ok) set({ saving: { kind: 'failed', error: answer.error } })
    else if (answer.value.outcome === 'stale')
      set({ saving: { kind: 'stale', current: answer.value.current } })
    else {
      if (before === null) keepDraft('new', null)
      set({ stored: answer.value.mock, saving: { kind: 'saved' } })
      // What was typed while it was being saved.
      if (isDirty()) schedule(0)
    }
    keep()
  }
  const flush = async () => {
    clearTimeout(timer)
    await running
    const { kind } = state.get().saving
    if (!isDirty() || kind === 'stale') return
    set({ saving: { kind: 'saving' } })
    running = save().finally(() => {
      running = null
    })
    await running
  }
  const schedule = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  if (kept !== null && kept.basedOn !== (stored?.revision ?? null) && stored !== null)
    set({ saving: { kind: 'stale', current: stored } })
  else if (kept !== null && isDirty()) schedule(0)

  return {
    state,
    change: (next) => {
      set({ content: next })
      keep()
      if (state.get().saving.kind === 'stale') return
      if (isDirty()) {
        set({ saving: { kind: 'saving' } })
        schedule(restMs)
      } else set({ saving: { kind: 'saved' } })
    },
    flush,
    take: (mock) => {
      const now = state.get()
      if (running !== null || isDirty() || now.stored?.revision === mock.revision) {
        // The session that it is logged as is no part of what is typed.
        if (now.stored?.revision === mock.revision) set({ stored: mock })
        return
      }
      set({ stored: mock, content: contentOf(mock), saving: { kind: 'saved' } })
    },
    settle: (choice) => {
      const { saving } = state.get()
      if (saving.kind !== 'stale') return
      const { current } = saving
      if (choice === 'theirs')
        set({ stored: current, content: contentOf(current), saving: { kind: 'saved' } })
      else {
        set({ stored: current, saving: { kind: 'saving' } })
        schedule(0)
      }
      keep()
    },
    saveAsNew: () => {
      const { stored: lost } = state.get()
      if (lost !== null) keepDraft(lost.id, null)
      set({ stored: null, saving: { kind: 'saving' } })
      schedule(0)
    },
  }
}
