import type { Migration } from './migration.ts'

export const scope: Migration = {
  version: 140,
  name: 'scope',
  sql: `
    -- The person's own scope: figures by what they measure, which means the same at every level.
    CREATE TABLE scope_figure (
      quantity TEXT PRIMARY KEY,
      value    REAL NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID;

    -- And the rung where a dimension is in words.
    CREATE TABLE scope_rung (
      dimension TEXT PRIMARY KEY,
      rung      TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
