import type { Migration } from './migration.ts'

export const stories: Migration = {
  version: 60,
  name: 'stories',
  sql: `
    -- What is small and of one value. Texts and lists have rows of their own, so that saving a word of one part
    -- writes that part down for undo, and not the other five.
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

    -- Everything that a person writes, one row for each text; lists (tags, follow-ups) number theirs from 0. The
    -- integer key is what the search index refers to; it is never given twice.
    CREATE TABLE story_text (
      seq      INTEGER PRIMARY KEY AUTOINCREMENT,
      story_id TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE,
      field    TEXT    NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      text     TEXT    NOT NULL,
      UNIQUE (story_id, field, position)
    ) STRICT;

    -- The secondary principles in their order; the primary one stands in story.
    CREATE TABLE story_principle (
      story_id  TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE,
      position  INTEGER NOT NULL CHECK (position >= 0),
      principle TEXT    NOT NULL,
      PRIMARY KEY (story_id, position)
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

    -- What a story was after each stretch of editing. Only ever added to, and no part of the undo history: what was
    -- undone can still be read here. No reference to story, so that it outlives a deletion that may be undone.
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

    -- Full text over all that was written; "cafe" finds "café". The texts stand in story_text alone.
    CREATE VIRTUAL TABLE story_search USING fts5 (
      text, content = 'story_text', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER story_search_insert AFTER INSERT ON story_text BEGIN
      INSERT INTO story_search (rowid, text) VALUES (NEW.seq, NEW.text);
    END;
    CREATE TRIGGER story_search_delete AFTER DELETE ON story_text BEGIN
      INSERT INTO story_search (story_search, rowid, text) VALUES ('delete', OLD.seq, OLD.text);
    END;
    CREATE TRIGGER story_search_update AFTER UPDATE OF text ON story_text WHEN OLD.text IS NOT NEW.text BEGIN
      INSERT INTO story_search (story_search, rowid, text) VALUES ('delete', OLD.seq, OLD.text);
      INSERT INTO story_search (rowid, text) VALUES (NEW.seq, NEW.text);
    END;

    -- Calls that follow each other closely and share this key are one undo step.
    ALTER TABLE change ADD COLUMN merge_key TEXT;
  `,
}
