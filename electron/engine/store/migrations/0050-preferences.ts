import type { Migration } from './migration.ts'

export const preferences: Migration = {
  version: 50,
  name: 'preferences',
  sql: `
    -- ISO weekday: 1 Monday to 7 Sunday.
    ALTER TABLE profile ADD COLUMN week_starts_on INTEGER NOT NULL DEFAULT 1
      CHECK (week_starts_on BETWEEN 1 AND 7);
    -- 0 never asks.
    ALTER TABLE profile ADD COLUMN idle_after_minutes INTEGER NOT NULL DEFAULT 5
      CHECK (idle_after_minutes >= 0);
    -- 0 is no focus intervals.
    ALTER TABLE profile ADD COLUMN focus_work_minutes INTEGER NOT NULL DEFAULT 0
      CHECK (focus_work_minutes >= 0);
    ALTER TABLE profile ADD COLUMN focus_break_minutes INTEGER NOT NULL DEFAULT 0
      CHECK (focus_break_minutes >= 0);
    ALTER TABLE profile ADD COLUMN streaks INTEGER NOT NULL DEFAULT 1 CHECK (streaks IN (0, 1));
  `,
}
