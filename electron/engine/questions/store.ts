import type { OutputOf } from '#contract/index.ts'
import type { OwnQuestion, Question, QuestionKind } from '#contract/questions.ts'
import type { Instant } from '#contract/units.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import type { BankQuestion } from './bank.ts'

/** The own questions that are not in the trash, the latest first, then those of the bank; marks and results with each. */
export function readQuestions(db: ReadableDb, bank: readonly BankQuestion[]): Question[] {
  const own = db
    .all<{
      id: string
      text: string
      kind: QuestionKind
      principle: string | null
      level: string | null
    }>(
      `SELECT id, text, kind, principle, level FROM own_question
       WHERE deleted_at IS NULL ORDER BY created_at DESC, id DESC`,
    )
    .map(({ level, ...question }) => ({
      ...question,
      levels: level === null ? [] : [level],
      own: true,
    }))
  const favourites = new Set(
    db.all<{ id: string }>('SELECT question_id AS id FROM favourite_question').map(({ id }) => id),
  )
  const drilled = new Map(
    db
      .all<{ id: string; times: number; lastAt: Instant; lastRating: number }>(
        // The id decides within a second: UUIDv7 sort by the moment.
        `SELECT question_id AS id, times, at AS lastAt, rating AS lastRating FROM (
           SELECT question_id, at, rating, count(*) OVER (PARTITION BY question_id) AS times,
             row_number() OVER (PARTITION BY question_id ORDER BY at DESC, id DESC) AS place
           FROM question_result)
         WHERE place = 1`,
      )
      .map(({ id, ...result }) => [id, result]),
  )
  const inBank = bank.map((question) => ({
    ...question,
    levels: [...question.levels],
    own: false,
  }))
  return [...own, ...inBank].map((question) => ({
    ...question,
    favourite: favourites.has(question.id),
    drilled: drilled.get(question.id) ?? null,
  }))
}

/** Writes an own question, new or in place of the one that has its id. */
export function writeOwnQuestion(
  db: WritableDb,
  id: string,
  question: OwnQuestion,
  now: Instant,
): void {
  db.run(
    `INSERT INTO own_question (id, text, kind, principle, level, created_at, changed_at)
     VALUES (@id, @text, @kind, @principle, @level, @now, @now)
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, kind = excluded.kind,
       principle = excluded.principle, level = excluded.level, changed_at = excluded.changed_at`,
    { id, ...question, now },
  )
}

/** Deleted questions, the latest first, with when that was. */
export function listTrashedQuestions(db: ReadableDb): OutputOf<'trash.list'>['questions'] {
  return db
    .all<{ id: string; text: string; deletedAt: Instant }>(
      `SELECT id, text, deleted_at AS deletedAt FROM own_question
       WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id`,
    )
    .map(({ deletedAt, ...question }) => ({ question, deletedAt }))
}

export function writeFavourite(
  db: WritableDb,
  id: string,
  favourite: boolean,
  markedAt: string,
): void {
  if (favourite)
    db.run(
      `INSERT INTO favourite_question (question_id, marked_at) VALUES (@id, @markedAt)
       ON CONFLICT DO NOTHING`,
      { id, markedAt },
    )
  else db.run('DELETE FROM favourite_question WHERE question_id = @id', { id })
}

export function writeResult(
  db: WritableDb,
  result: Readonly<{
    id: string
    questionId: string
    at: string
    rating: number
    storyId: string | null
  }>,
): void {
  db.run(
    `INSERT INTO question_result (id, question_id, at, rating, story_id)
     VALUES (@id, @questionId, @at, @rating, @storyId)`,
    result,
  )
}

/** How the answers to a question went, the latest first. */
export function readResults(db: ReadableDb, questionId: string): OutputOf<'questions.results'> {
  return db
    .all<{
      id: string
      at: Instant
      rating: number
      storyId: string | null
      title: string | null
    }>(
      `SELECT question_result.id, at, rating, story.id AS storyId, text AS title
       FROM question_result
       LEFT JOIN story ON story.id = question_result.story_id AND deleted_at IS NULL
       LEFT JOIN story_text ON story_text.story_id = story.id AND field = 'title'
       WHERE question_id = @questionId ORDER BY at DESC, question_result.id DESC`,
      { questionId },
    )
    .map(({ storyId, title, ...result }) => ({
      ...result,
      story: storyId === null ? null : { id: storyId, title: title ?? '' },
    }))
}
