import type { Migration } from './migration.ts'

export const ownPlaybooks: Migration = {
  version: 170,
  name: 'own-playbooks',
  sql: `
    -- The texts of the files in the folder playbooks/, so that what the app writes there can be taken back, and
    -- backups and exports hold it. The files are what counts: one that was edited by hand replaces the text here.
    CREATE TABLE playbook_text (
      file TEXT PRIMARY KEY,
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What is being typed in the app and not saved: no part of the history.
    CREATE TABLE playbook_draft (
      file     TEXT PRIMARY KEY,
      text     TEXT NOT NULL,
      revision TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
