import type { CallError } from '#contract/errors.ts'
import { bridge } from '../../bridge/bridge.ts'
import { backupShown, draftsOfWhatIsShown } from '../../bridge/viewing.ts'
import { createStore, type Store } from '../../ui/store.ts'
import { withAnswers, type TypedAnswers } from './typed-answers.ts'

/** How long typing rests before an answer is saved, in milliseconds. */
const restMs = 700
/** How long typing without a rest goes on before it is saved all the same, in milliseconds. */
const longestMs = 3000
const prefix = 'loopready.answers.'

export type AnswerState = Readonly<{
  typed: TypedAnswers
  error: CallError | null
}>

export type AnswerSaving = Readonly<{
  state: Store<AnswerState>
  /** Keeps an answer; null takes its question away. */
  answer: (question: string, answer: string | null) => void
  flush: () => Promise<void>
}>

const openAnswers = draftsOfWhatIsShown<AnswerSaving>()

/** What is typed as answers for a story. It outlives the panel that shows it, and the page where saving failed. */
export function answersOf(storyId: string): AnswerSaving {
  const open = openAnswers()
  const known = open.get(storyId)
  if (known !== undefined) return known
  const made = answerSaving(storyId)
  open.set(storyId, made)
  return made
}

function answerSaving(storyId: string): AnswerSaving {
  const editor = crypto.randomUUID()
  // What is typed waits for its own story: a backup neither shows nor takes it.
  const isOfBackup = backupShown.get()
  const state = createStore<AnswerState>({
    typed: isOfBackup ? {} : remembered(storyId),
    error: null,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  /** When what is typed has to be saved at the latest; null while nothing waits. */
  let dueMs: number | null = null
  let queue = Promise.resolve()

  const save = async () => {
    if (isOfBackup || backupShown.get()) return
    const sent = state.get().typed
    if (Object.keys(sent).length === 0) return
    const found = await bridge.call('stories.get', { id: storyId })
    if (!found.ok) {
      state.set({ ...state.get(), error: found.error })
      return
    }
    // Again where an editor beside the panel has saved in between.
    let story = found.value
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const followUps = withAnswers(story.followUps, sent)
      const answer = await bridge.call('stories.save', {
        id: storyId,
        patch: { followUps },
        basedOn: story.version,
        editor,
      })
      if (!answer.ok) {
        state.set({ ...state.get(), error: answer.error })
        return
      }
      if (answer.value.outcome === 'stale') {
        story = answer.value.current
        continue
      }
      const { typed } = state.get()
      const left = Object.entries(typed).filter(([question, text]) => sent[question] !== text)
      state.set({ typed: Object.fromEntries(left), error: null })
      remember(storyId, state.get().typed)
      if (left.length > 0) schedule(0)
      return
    }
    schedule(restMs)
  }
  const flush = () => {
    clearTimeout(timer)
    dueMs = null
    // One after the other: each rests on the version that the one before answered.
    queue = queue.then(save)
    return queue
  }
  const schedule = (ms: number) => {
    clearTimeout(timer)
    dueMs ??= Date.now() + longestMs
    timer = setTimeout(() => void flush(), Math.min(ms, Math.max(0, dueMs - Date.now())))
  }
  const saveWhatWaits = () => {
    if (Object.keys(state.get().typed).length > 0) schedule(0)
  }
  saveWhatWaits()
  // Also what was typed in the last moment before a backup was shown.
  backupShown.subscribe(saveWhatWaits)
  addEventListener('pagehide', () => void flush())
  return {
    state,
    flush,
    answer: (question, text) => {
      state.set({ ...state.get(), typed: { ...state.get().typed, [question]: text } })
      if (!isOfBackup) remember(storyId, state.get().typed)
      schedule(restMs)
    },
  }
}

function remembered(storyId: string): AnswerState['typed'] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(prefix + storyId) ?? 'null')
    // Nobody but this file writes it.
    return typeof found === 'object' && found !== null ? (found as AnswerState['typed']) : {}
  } catch {
    return {}
  }
}

function remember(storyId: string, typed: AnswerState['typed']): void {
  try {
    if (Object.keys(typed).length === 0) localStorage.removeItem(prefix + storyId)
    else localStorage.setItem(prefix + storyId, JSON.stringify(typed))
  } catch {
    // Without storage the answers live as long as the page does.
  }
}
