CREATE TRIGGER session_search_delete AFTER DELETE ON session BEGIN
  INSERT INTO session_search (session_search, rowid, note) VALUES ('delete', OLD.seq, OLD.note);
END;

CREATE TRIGGER session_search_insert AFTER INSERT ON session BEGIN
  INSERT INTO session_search (rowid, note) VALUES (NEW.seq, NEW.note);
END;

CREATE TRIGGER session_search_update AFTER UPDATE OF note ON session WHEN OLD.note IS NOT NEW.note BEGIN
  INSERT INTO session_search (session_search, rowid, note) VALUES ('delete', OLD.seq, OLD.note);
  INSERT INTO session_search (rowid, note) VALUES (NEW.seq, NEW.note);
END;

CREATE TABLE category_mapping (
  to_playbook   TEXT NOT NULL,
  from_playbook TEXT NOT NULL,
  from_category TEXT NOT NULL,
  to_category   TEXT,
  PRIMARY KEY (to_playbook, from_playbook, from_category)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE hour_budget (
  playbook TEXT NOT NULL,
  category TEXT NOT NULL,
  hours    REAL NOT NULL CHECK (hours >= 0),
  PRIMARY KEY (playbook, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
  signature     TEXT PRIMARY KEY,
  columns       TEXT NOT NULL CHECK (json_valid(columns)),
  date_order    TEXT,
  duration_unit TEXT,
  time_zone     TEXT,
  categories    TEXT NOT NULL CHECK (json_valid(categories)),
  used_at       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_record (
  id          TEXT    PRIMARY KEY,
  imported_at TEXT    NOT NULL,
  file_name   TEXT    NOT NULL,
  file_hash   TEXT    NOT NULL,
  sessions    INTEGER NOT NULL CHECK (sessions >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone_choice (
  playbook  TEXT NOT NULL,
  milestone TEXT NOT NULL,
  target    INTEGER,
  stated    INTEGER,
  PRIMARY KEY (playbook, milestone)
) STRICT, WITHOUT ROWID;

CREATE TABLE noun_version (
  noun    TEXT    PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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
, week_starts_on INTEGER NOT NULL DEFAULT 1
  CHECK (week_starts_on BETWEEN 1 AND 7), idle_after_minutes INTEGER NOT NULL DEFAULT 5
  CHECK (idle_after_minutes >= 0), focus_work_minutes INTEGER NOT NULL DEFAULT 0
  CHECK (focus_work_minutes >= 0), focus_break_minutes INTEGER NOT NULL DEFAULT 0
  CHECK (focus_break_minutes >= 0), streaks INTEGER NOT NULL DEFAULT 1 CHECK (streaks IN (0, 1))) STRICT;

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

CREATE TABLE session_count (
  session_id TEXT    NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL,
  n          INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (session_id, kind)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE session_search USING fts5 (
  note, content = 'session', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE timer (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  timer_id TEXT    NOT NULL,
  last_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE timer_event (
  timer_id TEXT    NOT NULL,
  seq      INTEGER NOT NULL CHECK (seq > 0),
  kind     TEXT    NOT NULL CHECK (kind IN
    ('start', 'pause', 'resume', 'change', 'subtract', 'keep', 'stop', 'discard')),
  at       TEXT    NOT NULL,
  data     TEXT    NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (timer_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE timer_seen (
  timer_id TEXT NOT NULL,
  since    TEXT NOT NULL,
  until    TEXT NOT NULL,
  PRIMARY KEY (timer_id, since)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_day   ON session (study_day, started_at, id, duration_s) WHERE deleted_at IS NULL;

CREATE INDEX session_by_start ON session (started_at) WHERE deleted_at IS NULL;

CREATE INDEX session_sums     ON session (playbook, category, duration_s) WHERE deleted_at IS NULL;
