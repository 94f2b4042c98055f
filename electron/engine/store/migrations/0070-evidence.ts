import type { Migration } from './migration.ts'

export const evidence: Migration = {
  version: 70,
  name: 'evidence',
  sql: `
    -- The ledger: a figure stands here once, and is referred to wherever it proves something.
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

    -- The checklist items and success indicators that a figure proves.
    CREATE TABLE evidence_link (
      evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      kind        TEXT NOT NULL CHECK (kind IN ('checklist-item', 'indicator')),
      playbook    TEXT NOT NULL,
      item        TEXT NOT NULL,
      PRIMARY KEY (evidence_id, kind, playbook, item)
    ) STRICT, WITHOUT ROWID;

    -- The figures of a story's result, in their order.
    CREATE TABLE story_result (
      story_id    TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE,
      position    INTEGER NOT NULL CHECK (position >= 0),
      evidence_id TEXT    NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      PRIMARY KEY (story_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_result_by_evidence ON story_result (evidence_id);
  `,
}
