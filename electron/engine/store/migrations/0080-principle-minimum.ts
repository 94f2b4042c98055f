import type { Migration } from './migration.ts'

export const principleMinimum: Migration = {
  version: 80,
  name: 'principle-minimum',
  sql: `
    -- How many stories should serve a principle, where that is not the default.
    CREATE TABLE principle_minimum (
      principle TEXT    PRIMARY KEY,
      minimum   INTEGER NOT NULL CHECK (minimum BETWEEN 0 AND 20)
    ) STRICT, WITHOUT ROWID;
  `,
}
