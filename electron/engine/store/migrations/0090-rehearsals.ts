import type { Migration } from './migration.ts'

export const rehearsals: Migration = {
  version: 90,
  name: 'rehearsals',
  sql: `
    CREATE TABLE rehearsal (
      id         TEXT    PRIMARY KEY,
      story_id   TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE,
      format     TEXT    NOT NULL CHECK (format IN ('30s', '60s', '2min', '3min', '5min')),
      started_at TEXT    NOT NULL,
      time_zone  TEXT    NOT NULL,
      study_day  TEXT    NOT NULL,
      rating     INTEGER CHECK (rating BETWEEN 1 AND 5),
      note       TEXT    NOT NULL,
      session_id TEXT    REFERENCES session (id) ON DELETE SET NULL,
      created_at TEXT    NOT NULL,
      changed_at TEXT    NOT NULL,
      deleted_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rehearsal_by_story ON rehearsal (story_id, started_at);
    CREATE INDEX rehearsal_by_session ON rehearsal (session_id);

    -- The budget is kept beside what was spoken: shares that are changed later do not change what was rehearsed.
    -- Milliseconds, as the shortest part is allowed a second and a half.
    CREATE TABLE rehearsal_part (
      rehearsal_id TEXT    NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
      part         TEXT    NOT NULL
        CHECK (part IN ('situation', 'task', 'action', 'result', 'reflection', 'growth')),
      budget_ms    INTEGER NOT NULL CHECK (budget_ms >= 0),
      actual_ms    INTEGER NOT NULL CHECK (actual_ms >= 0),
      PRIMARY KEY (rehearsal_id, part)
    ) STRICT, WITHOUT ROWID;

    -- What is known of a recording; its sound is a file named by the id in the folder recordings.
    CREATE TABLE recording (
      id           TEXT    PRIMARY KEY,
      rehearsal_id TEXT    NOT NULL UNIQUE REFERENCES rehearsal (id) ON DELETE CASCADE,
      media_type   TEXT    NOT NULL,
      bytes        INTEGER NOT NULL CHECK (bytes > 0),
      created_at   TEXT    NOT NULL,
      deleted_at   TEXT
    ) STRICT, WITHOUT ROWID;

    -- No row is off, which is how it begins.
    CREATE TABLE recording_setting (
      id  INTEGER PRIMARY KEY CHECK (id = 1),
      is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
    ) STRICT;
  `,
}
