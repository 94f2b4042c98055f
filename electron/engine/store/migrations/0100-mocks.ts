import type { Migration } from './migration.ts'

const rated = (column: string) => `${column} INTEGER CHECK (${column} BETWEEN 1 AND 5)`

export const mocks: Migration = {
  version: 100,
  name: 'mocks',
  sql: `
    CREATE TABLE mock (
      id              TEXT PRIMARY KEY,
      type            TEXT NOT NULL,
      level           TEXT NOT NULL,
      date            TEXT NOT NULL,
      interviewer     TEXT NOT NULL,
      ${rated('overall')},
      ${rated('self_overall')},
      ${rated('problem_solving')},
      ${rated('code')},
      ${rated('design')},
      ${rated('communication')},
      strengths       TEXT NOT NULL,
      improvements    TEXT NOT NULL,
      next_focus      TEXT NOT NULL,
      -- No reference: the session may be deleted, put back or imported later than this.
      session_id      TEXT,
      revision        TEXT NOT NULL,
      created_at      TEXT NOT NULL,
      changed_at      TEXT NOT NULL,
      deleted_at      TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mock_by_session ON mock (session_id);

    CREATE TABLE mock_principle (
      mock_id     TEXT NOT NULL REFERENCES mock (id) ON DELETE CASCADE,
      principle   TEXT NOT NULL,
      ${rated('rating')},
      ${rated('self_rating')},
      evidence    TEXT NOT NULL,
      PRIMARY KEY (mock_id, principle)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE mock_question (
      mock_id  TEXT    NOT NULL REFERENCES mock (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      question TEXT    NOT NULL,
      -- No reference: that a story was told stays true when it is deleted for good.
      story_id TEXT,
      PRIMARY KEY (mock_id, position)
    ) STRICT, WITHOUT ROWID;
  `,
}
