import type { QuestionFilter } from '#domain/questions.ts'
import { createStore } from '../../ui/store.ts'

/** What the list of questions is narrowed to; it outlives the screen. Null until the person has chosen something. */
export const questionFilter = createStore<QuestionFilter | null>(null)
