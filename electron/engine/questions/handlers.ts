import type { Question } from '#contract/questions.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { missingStories } from '../mocks/store.ts'
import { checkAll, refuse } from '../refusal.ts'
import { moveToTrash } from '../trash/move.ts'
import {
  readQuestions,
  readResults,
  writeFavourite,
  writeOwnQuestion,
  writeResult,
} from './store.ts'

const gone = {
  code: 'not-found',
  message: 'This question is no longer there.',
  hint: 'It may have been deleted elsewhere; look in the trash, or undo.',
} as const

export const questionHandlers: HandlersFor<'questions'> = {
  'questions.list': ({ db, library }) => readQuestions(db, library.questions),

  'questions.saveOwn': (context, { id: given, question }) => {
    const { db, clock, library, newId } = context
    const before = given === undefined ? undefined : requireQuestion(context, given)
    if (before && !before.own) refuse(gone)
    checkAll(
      () => {
        const { principle } = question
        const isKnown = library.principles.some(({ id }) => id === principle)
        if (principle !== null && principle !== before?.principle && !isKnown)
          refuse({
            code: 'invalid-input',
            field: 'question.principle',
            message: `There is no principle “${principle}”.`,
          })
      },
      () => {
        const { level } = question
        if (level !== null && level !== before?.levels[0] && !library.get(level))
          refuse({
            code: 'invalid-input',
            field: 'question.level',
            message: `There is no level “${level}”.`,
          })
      },
    )
    const id = given ?? newId()
    const isSame =
      before?.text === question.text &&
      before.kind === question.kind &&
      before.principle === question.principle &&
      (before.levels[0] ?? null) === question.level
    if (!isSame) writeOwnQuestion(db, id, question, wallClockNow(clock, 0).startedAt)
    return { question: requireQuestion(context, id) }
  },

  'questions.removeOwn': ({ db, clock }, { ids }) => {
    const removed = moveToTrash(db, 'own_question', ids, wallClockNow(clock, 0).startedAt)
    if (removed === 0) refuse(gone)
    return { removed }
  },

  'questions.mark': (context, { id, favourite }) => {
    requireQuestion(context, id)
    writeFavourite(context.db, id, favourite, wallClockNow(context.clock, 0).startedAt)
    return { question: requireQuestion(context, id) }
  },

  'questions.rate': (context, { id, rating, storyId }) => {
    const { db, clock, newId } = context
    requireQuestion(context, id)
    if (storyId !== null && missingStories(db, [storyId]).length > 0)
      refuse({
        code: 'invalid-input',
        field: 'storyId',
        message: 'This story is no longer in the bank.',
        hint: 'Choose another, or none.',
      })
    writeResult(db, {
      id: newId(),
      questionId: id,
      at: wallClockNow(clock, 0).startedAt,
      rating,
      storyId,
    })
    return { question: requireQuestion(context, id) }
  },

  'questions.results': ({ db }, { id }) => readResults(db, id),
}

function requireQuestion({ db, library }: ReadContext, id: string): Question {
  return readQuestions(db, library.questions).find((row) => row.id === id) ?? refuse(gone)
}
