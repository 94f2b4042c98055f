import type { OutputOf } from '#contract/index.ts'
import type { Mock, MockContent, MockPrinciple, MockType } from '#contract/mocks.ts'
import type { Instant, Seconds, StudyDay } from '#contract/units.ts'
import { wallClockOfInstant } from '../local-time.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

type Row = Readonly<{
  id: string
  type: MockType
  level: string
  date: StudyDay
  interviewer: string
  overall: number | null
  selfOverall: number | null
  problemSolving: number | null
  code: number | null
  design: number | null
  communication: number | null
  strengths: string
  improvements: string
  nextFocus: string
  sessionId: string | null
  startedAt: Instant | null
  timeZone: string | null
  durationS: Seconds | null
  revision: string
  createdAt: Instant
  changedAt: Instant
}>

/** The mock interviews that are not in the trash, the latest first; with an id that one alone. */
export function readMocks(db: ReadableDb, id: string | null = null): Mock[] {
  const rows = db.all<Row>(
    `SELECT mock.id, type, level, date, interviewer, overall, self_overall AS selfOverall,
       problem_solving AS problemSolving, code, design, communication, strengths, improvements,
       next_focus AS nextFocus, session.id AS sessionId, session.started_at AS startedAt,
       session.time_zone AS timeZone, session.duration_s AS durationS, revision,
       mock.created_at AS createdAt, mock.changed_at AS changedAt
     FROM mock LEFT JOIN session ON session.id = mock.session_id AND session.deleted_at IS NULL
     WHERE mock.deleted_at IS NULL AND (@id IS NULL OR mock.id = @id)
     ORDER BY date DESC, mock.created_at DESC, mock.id DESC`,
    { id },
  )
  const principles = Map.groupBy(
    db.all<MockPrinciple & { mockId: string }>(
      `SELECT mock_id AS mockId, principle, rating, self_rating AS selfRating, evidence
       FROM mock_principle WHERE @id IS NULL OR mock_id = @id ORDER BY mock_id, principle`,
      { id },
    ),
    ({ mockId }) => mockId,
  )
  const questions = Map.groupBy(
    db.all<MockContent['questions'][number] & { mockId: string }>(
      `SELECT mock_id AS mockId, question, story_id AS storyId
       FROM mock_question WHERE @id IS NULL OR mock_id = @id ORDER BY mock_id, position`,
      { id },
    ),
    ({ mockId }) => mockId,
  )
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    level: row.level,
    date: row.date,
    interviewer: row.interviewer,
    overall: row.overall,
    selfOverall: row.selfOverall,
    principles: (principles.get(row.id) ?? []).map(({ mockId: _, ...rated }) => rated),
    technical: {
      problemSolving: row.problemSolving,
      code: row.code,
      design: row.design,
      communication: row.communication,
    },
    questions: (questions.get(row.id) ?? []).map(({ mockId: _, ...asked }) => asked),
    strengths: row.strengths,
    improvements: row.improvements,
    nextFocus: row.nextFocus,
    session: sessionOf(row),
    revision: row.revision,
    createdAt: row.createdAt,
    changedAt: row.changedAt,
  }))
}

function sessionOf({ sessionId, startedAt, timeZone, durationS }: Row): Mock['session'] {
  if (sessionId === null || startedAt === null || timeZone === null || durationS === null)
    return null
  return { id: sessionId, ...wallClockOfInstant(startedAt, timeZone), durationS }
}

/** One that is not in the trash. */
export function findMock(db: ReadableDb, id: string): Mock | undefined {
  return readMocks(db, id)[0]
}

/** Whether there is one under this id, in the trash or not. */
export function isMock(db: ReadableDb, id: string): boolean {
  return db.get('SELECT 1 FROM mock WHERE id = @id', { id }) !== undefined
}

/** Writes a scorecard, new or in place of the one that has its id. */
export function writeMock(
  db: WritableDb,
  mock: Readonly<{ id: string; level: string; revision: string; now: Instant }>,
  content: MockContent,
): void {
  const { id } = mock
  const { type, date, interviewer, overall, selfOverall, strengths, improvements, nextFocus } =
    content
  db.run(
    `INSERT INTO mock (id, type, level, date, interviewer, overall, self_overall, problem_solving, code, design,
       communication, strengths, improvements, next_focus, revision, created_at, changed_at)
     VALUES (@id, @type, @level, @date, @interviewer, @overall, @selfOverall, @problemSolving, @code, @design,
       @communication, @strengths, @improvements, @nextFocus, @revision, @now, @now)
     ON CONFLICT (id) DO UPDATE SET
       type = excluded.type, date = excluded.date, interviewer = excluded.interviewer, overall = excluded.overall,
       self_overall = excluded.self_overall, problem_solving = excluded.problem_solving, code = excluded.code,
       design = excluded.design, communication = excluded.communication, strengths = excluded.strengths,
       improvements = excluded.improvements, next_focus = excluded.next_focus, revision = excluded.revision,
       changed_at = excluded.changed_at`,
    {
      ...mock,
      ...content.technical,
      type,
      date,
      interviewer,
      overall,
      selfOverall,
      strengths,
      improvements,
      nextFocus,
    },
  )
  writePrinciples(db, id, content.principles)
  writeQuestions(db, id, content.questions)
}

/** A principle about which nothing is said has no row. */
function writePrinciples(db: WritableDb, id: string, rows: MockContent['principles']): void {
  const kept = rows.filter(
    ({ rating, selfRating, evidence }) => rating !== null || selfRating !== null || evidence !== '',
  )
  db.run(
    `DELETE FROM mock_principle WHERE mock_id = @id
       AND principle NOT IN (SELECT value FROM json_each(@kept))`,
    { id, kept: JSON.stringify(kept.map(({ principle }) => principle)) },
  )
  for (const row of kept)
    db.run(
      `INSERT INTO mock_principle (mock_id, principle, rating, self_rating, evidence)
       VALUES (@id, @principle, @rating, @selfRating, @evidence)
       ON CONFLICT DO UPDATE SET
         rating = excluded.rating, self_rating = excluded.self_rating, evidence = excluded.evidence`,
      { id, ...row },
    )
}

function writeQuestions(db: WritableDb, id: string, rows: MockContent['questions']): void {
  db.run('DELETE FROM mock_question WHERE mock_id = @id AND position >= @n', {
    id,
    n: rows.length,
  })
  rows.forEach((row, position) =>
    db.run(
      `INSERT INTO mock_question (mock_id, position, question, story_id)
       VALUES (@id, @position, @question, @storyId)
       ON CONFLICT DO UPDATE SET question = excluded.question, story_id = excluded.story_id`,
      { id, position, ...row },
    ),
  )
}

/** Ties a mock interview to a session, or to none. */
export function writeMockSession(db: WritableDb, id: string, sessionId: string | null): void {
  db.run('UPDATE mock SET session_id = @sessionId WHERE id = @id', { id, sessionId })
}

/** How many mock interviews are tied to a session. */
export function mocksOfSession(db: ReadableDb, sessionId: string): number {
  return (
    db.get<{ n: number }>(
      'SELECT count(*) AS n FROM mock WHERE session_id = @sessionId AND deleted_at IS NULL',
      { sessionId },
    )?.n ?? 0
  )
}

/** Sees to it that a session counts at least so many mock interviews. */
export function raiseMockCount(db: WritableDb, sessionId: string, n: number): void {
  db.run(
    `INSERT INTO session_count (session_id, kind, n) VALUES (@sessionId, 'mock-interview', @n)
     ON CONFLICT DO UPDATE SET n = max(n, excluded.n)`,
    { sessionId, n },
  )
}

/** Deleted mock interviews, the latest first, with when that was. */
export function listTrashedMocks(db: ReadableDb): OutputOf<'trash.list'>['mocks'] {
  return db
    .all<{
      id: string
      type: MockType
      date: StudyDay
      interviewer: string
      deletedAt: Instant
    }>(
      `SELECT id, type, date, interviewer, deleted_at AS deletedAt FROM mock
       WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id`,
    )
    .map(({ deletedAt, ...mock }) => ({ mock, deletedAt }))
}

/** Those of the ids that name no story, or one in the trash. */
export function missingStories(db: ReadableDb, ids: readonly string[]): string[] {
  return db
    .all<{ id: string }>(
      `SELECT DISTINCT value AS id FROM json_each(@ids)
       WHERE value NOT IN (SELECT id FROM story WHERE deleted_at IS NULL)`,
      { ids: JSON.stringify(ids) },
    )
    .map(({ id }) => id)
}
