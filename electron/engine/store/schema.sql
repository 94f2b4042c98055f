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

CREATE TRIGGER story_search_delete AFTER DELETE ON story_text BEGIN
  INSERT INTO story_search (story_search, rowid, text) VALUES ('delete', OLD.seq, OLD.text);
END;

CREATE TRIGGER story_search_insert AFTER INSERT ON story_text BEGIN
  INSERT INTO story_search (rowid, text) VALUES (NEW.seq, NEW.text);
END;

CREATE TRIGGER story_search_update AFTER UPDATE OF text ON story_text WHEN OLD.text IS NOT NEW.text BEGIN
  INSERT INTO story_search (story_search, rowid, text) VALUES ('delete', OLD.seq, OLD.text);
  INSERT INTO story_search (rowid, text) VALUES (NEW.seq, NEW.text);
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
, merge_key TEXT) STRICT;

CREATE TABLE change_row (
  change_id  INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
  seq        INTEGER NOT NULL,
  table_name TEXT    NOT NULL,
  before     TEXT,
  after      TEXT,
  PRIMARY KEY (change_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist_history (
  playbook TEXT    NOT NULL,
  item     TEXT    NOT NULL,
  n        INTEGER NOT NULL CHECK (n > 0),
  at       TEXT    NOT NULL,
  state    TEXT    NOT NULL CHECK (state IN ('open', 'partial', 'shown', 'shown-with-story')),
  PRIMARY KEY (playbook, item, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist_mark (
  playbook   TEXT NOT NULL,
  item       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('open', 'partial', 'shown')),
  confidence INTEGER CHECK (confidence BETWEEN 1 AND 5),
  changed_at TEXT NOT NULL,
  PRIMARY KEY (playbook, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist_note (
  id         TEXT PRIMARY KEY,
  playbook   TEXT NOT NULL,
  item       TEXT NOT NULL,
  date       TEXT NOT NULL,
  text       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist_own_item (
  id         TEXT PRIMARY KEY,
  playbook   TEXT NOT NULL,
  group_id   TEXT NOT NULL,
  text       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE day_off (
  day TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id         TEXT PRIMARY KEY,
  metric     TEXT NOT NULL,
  baseline   REAL,
  target     REAL,
  achieved   REAL,
  unit       TEXT NOT NULL,
  period     TEXT NOT NULL,
  source     TEXT NOT NULL,
  note       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_link (
  evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  kind        TEXT NOT NULL CHECK (kind IN ('checklist-item', 'indicator')),
  playbook    TEXT NOT NULL,
  item        TEXT NOT NULL,
  PRIMARY KEY (evidence_id, kind, playbook, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE favourite_question (
  question_id TEXT PRIMARY KEY,
  marked_at   TEXT NOT NULL
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

CREATE TABLE loop_round (
  position   INTEGER PRIMARY KEY CHECK (position >= 0),
  name       TEXT NOT NULL,
  -- JSON: the ids of the principles that are asked about, in their order.
  principles TEXT NOT NULL CHECK (json_valid(principles))
) STRICT;

CREATE TABLE metric_value (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  id          TEXT NOT NULL UNIQUE,
  playbook    TEXT NOT NULL,
  indicator   TEXT NOT NULL,
  day         TEXT NOT NULL,
  value       REAL,
  baseline    REAL,
  period      TEXT NOT NULL,
  source      TEXT NOT NULL,
  evidence_id TEXT REFERENCES evidence (id) ON DELETE CASCADE,
  added_at    TEXT NOT NULL,
  CHECK ((value IS NULL) = (evidence_id IS NOT NULL))
) STRICT;

CREATE TABLE milestone_choice (
  playbook  TEXT NOT NULL,
  milestone TEXT NOT NULL,
  target    INTEGER,
  stated    INTEGER,
  PRIMARY KEY (playbook, milestone)
) STRICT, WITHOUT ROWID;

CREATE TABLE mock (
  id              TEXT PRIMARY KEY,
  type            TEXT NOT NULL,
  level           TEXT NOT NULL,
  date            TEXT NOT NULL,
  interviewer     TEXT NOT NULL,
  overall INTEGER CHECK (overall BETWEEN 1 AND 5),
  self_overall INTEGER CHECK (self_overall BETWEEN 1 AND 5),
  problem_solving INTEGER CHECK (problem_solving BETWEEN 1 AND 5),
  code INTEGER CHECK (code BETWEEN 1 AND 5),
  design INTEGER CHECK (design BETWEEN 1 AND 5),
  communication INTEGER CHECK (communication BETWEEN 1 AND 5),
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

CREATE TABLE mock_principle (
  mock_id     TEXT NOT NULL REFERENCES mock (id) ON DELETE CASCADE,
  principle   TEXT NOT NULL,
  rating INTEGER CHECK (rating BETWEEN 1 AND 5),
  self_rating INTEGER CHECK (self_rating BETWEEN 1 AND 5),
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

CREATE TABLE noun_version (
  noun    TEXT    PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE playbook_draft (
  file     TEXT PRIMARY KEY,
  text     TEXT NOT NULL,
  revision TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE playbook_text (
  file TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE principle_minimum (
  principle TEXT    PRIMARY KEY,
  minimum   INTEGER NOT NULL CHECK (minimum BETWEEN 0 AND 20)
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

CREATE TABLE proof (
  id         TEXT PRIMARY KEY,
  subject    TEXT NOT NULL CHECK (subject IN ('checklist-item', 'indicator')),
  playbook   TEXT NOT NULL,
  item       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('story', 'session', 'link', 'file', 'text')),
  session_id TEXT REFERENCES session (id) ON DELETE CASCADE,
  story_id   TEXT REFERENCES story (id) ON DELETE CASCADE,
  text       TEXT NOT NULL,
  added_at   TEXT NOT NULL,
  CHECK ((kind = 'session') = (session_id IS NOT NULL)),
  CHECK ((kind = 'story') = (story_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE question_result (
  id          TEXT    PRIMARY KEY,
  question_id TEXT    NOT NULL,
  at          TEXT    NOT NULL,
  rating      INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  story_id    TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE recording (
  id           TEXT    PRIMARY KEY,
  rehearsal_id TEXT    NOT NULL UNIQUE REFERENCES rehearsal (id) ON DELETE CASCADE,
  media_type   TEXT    NOT NULL,
  bytes        INTEGER NOT NULL CHECK (bytes > 0),
  created_at   TEXT    NOT NULL,
  deleted_at   TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE recording_setting (
  id  INTEGER PRIMARY KEY CHECK (id = 1),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT;

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

CREATE TABLE rehearsal_part (
  rehearsal_id TEXT    NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
  part         TEXT    NOT NULL
    CHECK (part IN ('situation', 'task', 'action', 'result', 'reflection', 'growth')),
  budget_ms    INTEGER NOT NULL CHECK (budget_ms >= 0),
  actual_ms    INTEGER NOT NULL CHECK (actual_ms >= 0),
  PRIMARY KEY (rehearsal_id, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_alias (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  position INTEGER NOT NULL CHECK (position >= 0),
  alias TEXT NOT NULL CHECK (alias <> '')
) STRICT;

CREATE TABLE report_choice (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  contents TEXT NOT NULL CHECK (json_valid(contents))
) STRICT;

CREATE TABLE report_preset (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  contents TEXT NOT NULL CHECK (json_valid(contents))
) STRICT;

CREATE TABLE rest_weekday (
  weekday INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7)
) STRICT;

CREATE TABLE scope_figure (
  quantity TEXT PRIMARY KEY,
  value    REAL NOT NULL CHECK (value >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE scope_rung (
  dimension TEXT PRIMARY KEY,
  rung      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE story (
  id                  TEXT    PRIMARY KEY,
  status              TEXT    NOT NULL CHECK (status IN ('draft', 'ready', 'rehearsed', 'retired')),
  version             INTEGER NOT NULL CHECK (version > 0),
  level               TEXT,
  primary_principle   TEXT,
  archetype           TEXT,
  when_from           TEXT,
  when_to             TEXT CHECK (when_to IS NULL OR when_from IS NOT NULL),
  people_led          INTEGER,
  people_affected     INTEGER,
  teams               INTEGER,
  budget_usd          REAL,
  duration_months     REAL,
  highest_stakeholder TEXT,
  technology_level    TEXT,
  created_at          TEXT    NOT NULL,
  changed_at          TEXT    NOT NULL,
  deleted_at          TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE story_checklist_item (
  story_id TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  playbook TEXT    NOT NULL,
  item     TEXT    NOT NULL,
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_dismissal (
  story_id     TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  rule         TEXT NOT NULL,
  reason       TEXT NOT NULL,
  dismissed_at TEXT NOT NULL,
  PRIMARY KEY (story_id, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_principle (
  story_id  TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  principle TEXT    NOT NULL,
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_result (
  story_id    TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL CHECK (position >= 0),
  evidence_id TEXT    NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE story_search USING fts5 (
  text, content = 'story_text', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE story_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  words_per_minute INTEGER NOT NULL CHECK (words_per_minute > 0),
  tolerance_percent INTEGER NOT NULL CHECK (tolerance_percent >= 0),
  -- JSON: percent by part, 100 together; the lengths that are on.
  shares TEXT NOT NULL CHECK (json_valid(shares)),
  formats TEXT NOT NULL CHECK (json_valid(formats))
) STRICT;

CREATE TABLE story_text (
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  story_id TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  field    TEXT    NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  text     TEXT    NOT NULL,
  UNIQUE (story_id, field, position)
) STRICT;

CREATE TABLE story_version (
  story_id   TEXT    NOT NULL,
  version    INTEGER NOT NULL CHECK (version > 0),
  origin     TEXT    NOT NULL CHECK (origin IN ('created', 'edited', 'restored', 'imported')),
  began_at   TEXT    NOT NULL,
  saved_at   TEXT    NOT NULL,
  -- Taken out of the content, so that a list of versions need not read it.
  title      TEXT    NOT NULL,
  characters INTEGER NOT NULL,
  content    TEXT    NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (story_id, version)
) STRICT;

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

CREATE INDEX metric_value_by_evidence ON metric_value (evidence_id) WHERE evidence_id IS NOT NULL;

CREATE INDEX metric_value_by_indicator ON metric_value (playbook, indicator, day);

CREATE INDEX mock_by_session ON mock (session_id);

CREATE INDEX proof_by_session ON proof (session_id) WHERE session_id IS NOT NULL;

CREATE INDEX proof_by_story ON proof (story_id) WHERE story_id IS NOT NULL;

CREATE INDEX question_result_by_question ON question_result (question_id, at);

CREATE INDEX rehearsal_by_session ON rehearsal (session_id);

CREATE INDEX rehearsal_by_story ON rehearsal (story_id, started_at);

CREATE INDEX session_by_day   ON session (study_day, started_at, id, duration_s) WHERE deleted_at IS NULL;

CREATE INDEX session_by_start ON session (started_at) WHERE deleted_at IS NULL;

CREATE INDEX session_sums     ON session (playbook, category, duration_s) WHERE deleted_at IS NULL;

CREATE INDEX story_result_by_evidence ON story_result (evidence_id);
