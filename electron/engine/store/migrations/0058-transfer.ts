import type { Migration } from './migration.ts'

export const transfer: Migration = {
  version: 58,
  name: 'transfer',
  sql: `
    -- Each import of a table: by its bytes one sees that a file was imported before. Taken back with the import.
    CREATE TABLE import_record (
      id          TEXT    PRIMARY KEY,
      imported_at TEXT    NOT NULL,
      file_name   TEXT    NOT NULL,
      file_hash   TEXT    NOT NULL,
      sessions    INTEGER NOT NULL CHECK (sessions >= 0)
    ) STRICT, WITHOUT ROWID;

    -- How a file with these headings was read the last time. "columns" and "categories" are JSON.
    CREATE TABLE import_mapping (
      signature     TEXT PRIMARY KEY,
      columns       TEXT NOT NULL CHECK (json_valid(columns)),
      date_order    TEXT,
      duration_unit TEXT,
      time_zone     TEXT,
      categories    TEXT NOT NULL CHECK (json_valid(categories)),
      used_at       TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
