import type { Migration } from './migration.ts'

export const questions: Migration = {
  version: 105,
  name: 'questions',
  sql: `
    CREATE TABLE own_question (
      id         TEXT PRIMARY KEY,
      text       TEXT NOT NULL,
      kind       TEXT NOT NULL,
      principle  TEXT,
      level      TEXT,
      created_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT, WITHOUT ROWID;

    -- A question of the bank by its slug, or an own one by its id.
    CREATE TABLE favourite_question (
      question_id TEXT PRIMARY KEY,
      marked_at   TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE question_result (
      id          TEXT    PRIMARY KEY,
      question_id TEXT    NOT NULL,
      at          TEXT    NOT NULL,
      rating      INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
      story_id    TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX question_result_by_question ON question_result (question_id, at);
  `,
}
