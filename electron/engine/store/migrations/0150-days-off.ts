import type { Migration } from './migration.ts'

export const daysOff: Migration = {
  version: 150,
  name: 'days-off',
  sql: `
    -- Weekdays that rest every week: 1 Monday to 7 Sunday.
    CREATE TABLE rest_weekday (
      weekday INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7)
    ) STRICT;

    -- Single days on which nothing is to be studied, such as those of a holiday.
    CREATE TABLE day_off (
      day TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
  `,
}
