import type { CallError } from '#contract/errors.ts'
import type { InputOf } from '#contract/index.ts'
import type { Mock, MockInput } from '#contract/mocks.ts'
import { bridge } from '../../bridge/bridge.ts'
import { createStore, type Store } from '../../ui/store.ts'
import { keepDraft, keptDraft } from './kept-drafts.ts'
import { contentOf, isSameContent } from './scorecard-content.ts'

/** How long typing rests before it is saved, in milliseconds. */
const restMs = 600
/** How long typing without a rest goes on before it is saved all the same, in milliseconds. */
const longestMs = 3000

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
  // Known before the first save, so that making that save again cannot make a second interview.
  let id = stored?.id ?? kept?.id ?? newId()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** When what is typed has to be saved at the latest; null while nothing waits. */
  let dueMs: number | null = null
  let queue = Promise.resolve()
  let isRunning = false

  const set = (part: Partial<ScorecardState>) => {
    state.set({ ...state.get(), ...part })
  }
  const isDirty = () => {
    const now = state.get()
    return !isSameContent(now.content, now.stored === null ? content : contentOf(now.stored))
  }
  const keep = () => {
    const now = state.get()
    const draft = isDirty()
      ? { id, content: now.content, basedOn: now.stored?.revision ?? null }
      : null
    keepDraft(now.stored?.id ?? 'new', draft)
  }

  const save = async () => {
    const { stored: before, content: sent } = state.get()
    const input: InputOf<'mocks.save'> = {
      mock: sent,
      editor,
      id,
      ...(before === null ? {} : { basedOn: before.revision }),
    }
    const answer = await bridge.call('mocks.save', input)
    if (!answer.ok) set({ saving: { kind: 'failed', error: answer.error } })
    else if (
      answer.value.outcome === 'stale' &&
      !isSameContent(contentOf(answer.value.current), sent)
    )
      set({ saving: { kind: 'stale', current: answer.value.current } })
    else {
      const { value } = answer
      if (before === null) keepDraft('new', null)
      set({
        stored: value.outcome === 'saved' ? value.mock : value.current,
        saving: { kind: 'saved' },
      })
      // What was typed while it was being saved.
      if (isDirty()) schedule(0)
    }
    keep()
  }
  const saveWhatIsTyped = async () => {
    const { stored: before, saving } = state.get()
    const isNew = before === null && saving.kind !== 'saved'
    if ((!isDirty() && !isNew) || saving.kind === 'stale') return
    set({ saving: { kind: 'saving' } })
    isRunning = true
    await save()
    isRunning = false
  }
  const flush = () => {
    clearTimeout(timer)
    dueMs = null
    // One after the other: each rests on the revision that the one before answered.
    queue = queue.then(saveWhatIsTyped)
    return queue
  }
  const schedule = (ms: number) => {
    clearTimeout(timer)
    dueMs ??= Date.now() + longestMs
    timer = setTimeout(() => void flush(), Math.min(ms, Math.max(0, dueMs - Date.now())))
  }

  if (kept !== null && !isDirty()) keepDraft(stored?.id ?? 'new', null)
  else if (kept !== null && stored !== null && kept.basedOn !== stored.revision)
    set({ saving: { kind: 'stale', current: stored } })
  else if (kept !== null) schedule(0)

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
      if (isRunning || isDirty() || now.stored?.revision === mock.revision) {
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
      id = newId()
      set({ stored: null, saving: { kind: 'saving' } })
      schedule(0)
    },
  }
}

/** A UUIDv7 as the engine makes them: the moment in milliseconds, then chance. */
function newId(): string {
  const moment = Date.now().toString(16).padStart(12, '0')
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${crypto.randomUUID().slice(15)}`
}
