import type { Migration } from './migration.ts'

export const metrics: Migration = {
  version: 130,
  name: 'metrics',
  sql: `
    -- The person's own values of success indicators. A value that is a figure of the ledger holds no number of its
    -- own: a number stands once. The integer key says which of one day was entered later.
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
    CREATE INDEX metric_value_by_indicator ON metric_value (playbook, indicator, day);
    CREATE INDEX metric_value_by_evidence ON metric_value (evidence_id) WHERE evidence_id IS NOT NULL;
  `,
}
