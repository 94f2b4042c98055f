import type { Migration } from './migration.ts'

export const storySettings: Migration = {
  version: 110,
  name: 'story-settings',
  sql: `
    -- How stories are measured; no row while everything is as it comes.
    CREATE TABLE story_settings (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      words_per_minute INTEGER NOT NULL CHECK (words_per_minute > 0),
      tolerance_percent INTEGER NOT NULL CHECK (tolerance_percent >= 0),
      -- JSON: percent by part, 100 together; the lengths that are on.
      shares TEXT NOT NULL CHECK (json_valid(shares)),
      formats TEXT NOT NULL CHECK (json_valid(formats))
    ) STRICT;
  `,
}
