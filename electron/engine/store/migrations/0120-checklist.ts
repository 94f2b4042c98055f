import type { Migration } from './migration.ts'

export const checklist: Migration = {
  version: 120,
  name: 'checklist',
  sql: `
    -- What was said of an item, without what proves it: an item is shown with a story where one is linked to it, and
    -- the links stand in story_checklist_item alone. An item that was never touched has no row and is open.
    CREATE TABLE checklist_mark (
      playbook   TEXT NOT NULL,
      item       TEXT NOT NULL,
      state      TEXT NOT NULL CHECK (state IN ('open', 'partial', 'shown')),
      confidence INTEGER CHECK (confidence BETWEEN 1 AND 5),
      changed_at TEXT NOT NULL,
      PRIMARY KEY (playbook, item)
    ) STRICT, WITHOUT ROWID;

    -- Every change of an item's state, numbered from 1. Only ever added to; undo takes back the step that it undoes.
    CREATE TABLE checklist_history (
      playbook TEXT    NOT NULL,
      item     TEXT    NOT NULL,
      n        INTEGER NOT NULL CHECK (n > 0),
      at       TEXT    NOT NULL,
      state    TEXT    NOT NULL CHECK (state IN ('open', 'partial', 'shown', 'shown-with-story')),
      PRIMARY KEY (playbook, item, n)
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

    -- Items that the person added. Their id stands for the item wherever an item of a playbook can.
    CREATE TABLE checklist_own_item (
      id         TEXT PRIMARY KEY,
      playbook   TEXT NOT NULL,
      group_id   TEXT NOT NULL,
      text       TEXT NOT NULL,
      created_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT, WITHOUT ROWID;

    -- Evidence that is kept with the checklist item or the success indicator that it proves. Stories that prove a
    -- checklist item, and figures, are linked in their own tables.
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
    CREATE INDEX proof_by_session ON proof (session_id) WHERE session_id IS NOT NULL;
    CREATE INDEX proof_by_story ON proof (story_id) WHERE story_id IS NOT NULL;
  `,
}
