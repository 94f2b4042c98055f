import type { Migration } from './migration.ts'

export const sessionSearch: Migration = {
  version: 30,
  name: 'session-search',
  sql: `
    -- Full text over the notes; "cafe" finds "café". The notes stand in session alone.
    CREATE VIRTUAL TABLE session_search USING fts5 (
      note, content = 'session', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO session_search (session_search) VALUES ('rebuild');

    CREATE TRIGGER session_search_insert AFTER INSERT ON session BEGIN
      INSERT INTO session_search (rowid, note) VALUES (NEW.seq, NEW.note);
    END;
    CREATE TRIGGER session_search_delete AFTER DELETE ON session BEGIN
      INSERT INTO session_search (session_search, rowid, note) VALUES ('delete', OLD.seq, OLD.note);
    END;
    CREATE TRIGGER session_search_update AFTER UPDATE OF note ON session WHEN OLD.note IS NOT NEW.note BEGIN
      INSERT INTO session_search (session_search, rowid, note) VALUES ('delete', OLD.seq, OLD.note);
      INSERT INTO session_search (rowid, note) VALUES (NEW.seq, NEW.note);
    END;
  `,
}
