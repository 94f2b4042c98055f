import type { Migration } from './migration.ts'

export const report: Migration = {
  version: 190,
  name: 'report',
  sql: `
    -- What the report holds; no row while nothing was chosen. Contents are JSON: sections that are on, length of the
    -- stories, findings, aliases.
    CREATE TABLE report_choice (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      contents TEXT NOT NULL CHECK (json_valid(contents))
    ) STRICT;

    -- Presets of the person's own; those that come with the app are no rows.
    CREATE TABLE report_preset (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      contents TEXT NOT NULL CHECK (json_valid(contents))
    ) STRICT;

    -- Names that a report for others replaces, in the order of the list.
    CREATE TABLE report_alias (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      position INTEGER NOT NULL CHECK (position >= 0),
      alias TEXT NOT NULL CHECK (alias <> '')
    ) STRICT;
  `,
}
