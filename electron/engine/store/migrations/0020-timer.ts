import type { Migration } from './migration.ts'

export const timer: Migration = {
  version: 20,
  name: 'timer',
  sql: `
    -- What happened to each timer, in order. Only ever added to; taking back removes what was added last.
    CREATE TABLE timer_event (
      timer_id TEXT    NOT NULL,
      seq      INTEGER NOT NULL CHECK (seq > 0),
      kind     TEXT    NOT NULL CHECK (kind IN
        ('start', 'pause', 'resume', 'change', 'subtract', 'keep', 'stop', 'discard')),
      at       TEXT    NOT NULL,
      data     TEXT    NOT NULL CHECK (json_valid(data)),
      PRIMARY KEY (timer_id, seq)
    ) STRICT, WITHOUT ROWID;

    -- The timer that there is: one at most. Its row moves with every event, so that taking an event back is refused
    -- where a later one rests on it.
    CREATE TABLE timer (
      id       INTEGER PRIMARY KEY CHECK (id = 1),
      timer_id TEXT    NOT NULL,
      last_seq INTEGER NOT NULL
    ) STRICT;

    -- When windows saw the person while a timer ran. Not part of the undo history.
    CREATE TABLE timer_seen (
      timer_id TEXT NOT NULL,
      since    TEXT NOT NULL,
      until    TEXT NOT NULL,
      PRIMARY KEY (timer_id, since)
    ) STRICT, WITHOUT ROWID;

    -- How often each noun was changed: says to other processes what they have to read again, and what not.
    CREATE TABLE noun_version (
      noun    TEXT    PRIMARY KEY,
      version INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
