import type { OwnQuestionInput, Question } from '#contract/questions.ts'
import { draftsOfWhatIsShown } from '../../bridge/viewing.ts'
import { createStore, type Store } from '../../ui/store.ts'

const storageKey = 'loopready.question-draft'
const empty: OwnQuestionInput = { text: '', kind: 'behavioural', principle: null, level: null }

/** What was typed for a new question; it outlives the window that it is typed in, and the page. */
const newDraft = createStore<OwnQuestionInput>(remembered())
newDraft.subscribe(() => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(newDraft.get()))
  } catch {
    // Without storage the draft lives as long as the page does.
  }
})

const editDrafts = draftsOfWhatIsShown<Store<OwnQuestionInput>>()

/** The draft of an own question, or of a new one. */
export function draftOf(question: Question | null): Store<OwnQuestionInput> {
  if (question === null) return newDraft
  const { id, text, kind, principle, levels } = question
  const known = editDrafts().get(id)
  if (known !== undefined) return known
  const made = createStore<OwnQuestionInput>({ text, kind, principle, level: levels[0] ?? null })
  editDrafts().set(id, made)
  return made
}

/** Forgets a draft that was saved. */
export function forgetDraft(question: Question | null): void {
  if (question === null) newDraft.set(empty)
  else editDrafts().delete(question.id)
}

function remembered(): OwnQuestionInput {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    return typeof found === 'object' && found !== null ? { ...empty, ...found } : empty
  } catch {
    return empty
  }
}
