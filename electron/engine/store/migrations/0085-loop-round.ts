import type { Migration } from './migration.ts'

export const loopRound: Migration = {
  version: 85,
  name: 'loop-round',
  sql: `
    -- The rounds of the interview loop; no rows while they are the suggested ones.
    CREATE TABLE loop_round (
      position   INTEGER PRIMARY KEY CHECK (position >= 0),
      name       TEXT NOT NULL,
      -- JSON: the ids of the principles that are asked about, in their order.
      principles TEXT NOT NULL CHECK (json_valid(principles))
    ) STRICT;
  `,
}
