import type { Migration } from './migration.ts'

export const firstTables: Migration = {
  version: 10,
  name: 'first-tables',
  sql: `
    CREATE TABLE profile (
      id             INTEGER PRIMARY KEY CHECK (id = 1),
      name           TEXT    NOT NULL,
      level          TEXT    NOT NULL,
      start_date     TEXT    NOT NULL,
      interview_date TEXT,
      weekly_hours   REAL    NOT NULL CHECK (weekly_hours > 0),
      theme          TEXT    NOT NULL,
      paper          TEXT    NOT NULL,
      day_starts_at  INTEGER NOT NULL CHECK (day_starts_at BETWEEN 0 AND 6)
    ) STRICT;

    -- Where sessions of another playbook's category count; a NULL to_category is a choice: left unmapped.
    CREATE TABLE category_mapping (
      to_playbook   TEXT NOT NULL,
      from_playbook TEXT NOT NULL,
      from_category TEXT NOT NULL,
      to_category   TEXT,
      PRIMARY KEY (to_playbook, from_playbook, from_category)
    ) STRICT, WITHOUT ROWID;

    -- A session keeps the playbook, category, study day and time zone it was logged with. The integer key is what
    -- the search index refers to: unlike a hidden row number, it is not given out anew when the file is compacted.
    CREATE TABLE session (
      seq        INTEGER PRIMARY KEY,
      id         TEXT    NOT NULL UNIQUE,
      playbook   TEXT    NOT NULL,
      category   TEXT    NOT NULL,
      study_day  TEXT    NOT NULL,
      started_at TEXT    NOT NULL,
      time_zone  TEXT    NOT NULL,
      duration_s INTEGER NOT NULL CHECK (duration_s BETWEEN 1 AND 86400),
      note       TEXT    NOT NULL,
      created_at TEXT    NOT NULL,
      changed_at TEXT    NOT NULL,
      deleted_at TEXT
    ) STRICT;
    CREATE INDEX session_by_day   ON session (study_day, started_at, id, duration_s) WHERE deleted_at IS NULL;
    CREATE INDEX session_by_start ON session (started_at) WHERE deleted_at IS NULL;
    CREATE INDEX session_sums     ON session (playbook, category, duration_s) WHERE deleted_at IS NULL;

    CREATE TABLE session_count (
      session_id TEXT    NOT NULL REFERENCES session (id) ON DELETE CASCADE,
      kind       TEXT    NOT NULL,
      n          INTEGER NOT NULL CHECK (n > 0),
      PRIMARY KEY (session_id, kind)
    ) STRICT, WITHOUT ROWID;

    -- The user's own hours; a category without a row has its playbook's.
    CREATE TABLE hour_budget (
      playbook TEXT NOT NULL,
      category TEXT NOT NULL,
      hours    REAL NOT NULL CHECK (hours >= 0),
      PRIMARY KEY (playbook, category)
    ) STRICT, WITHOUT ROWID;

    -- The user's own target of a milestone, and the count stated where it is not derived from sessions.
    CREATE TABLE milestone_choice (
      playbook  TEXT NOT NULL,
      milestone TEXT NOT NULL,
      target    INTEGER,
      stated    INTEGER,
      PRIMARY KEY (playbook, milestone)
    ) STRICT, WITHOUT ROWID;

    -- One row per call that changed something, and the rows it changed as they were before and after.
    CREATE TABLE change (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      label      TEXT    NOT NULL,
      made_at    TEXT    NOT NULL,
      -- Order of taking back, NULL while in force: the highest is redone first.
      undone_seq INTEGER
    ) STRICT;
    CREATE TABLE change_row (
      change_id  INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
      seq        INTEGER NOT NULL,
      table_name TEXT    NOT NULL,
      before     TEXT,
      after      TEXT,
      PRIMARY KEY (change_id, seq)
    ) STRICT, WITHOUT ROWID;
  `,
}
