import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

describe('the migration to 90', () => {
  it('keeps stories and sessions, and lets a rehearsal go with its story but outlive its session', () => {
    const file = new Sqlite(':memory:')
    file.pragma('foreign_keys = ON')
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version < 90),
    )
    file.exec(`
      INSERT INTO story (id, status, version, created_at, changed_at) VALUES ('a', 'ready', 1, '', '');
      INSERT INTO session (id, playbook, category, study_day, started_at, time_zone, duration_s, note, created_at, changed_at)
      VALUES ('s', 'L6', 'stories', '2026-10-01', '2026-10-01T10:00:00Z', 'UTC', 60, '', '', '');
    `)
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version <= 90),
    )
    expect(versionOf(file)).toBe(90)
    file.exec(`
      INSERT INTO rehearsal VALUES ('r', 'a', '2min', '', 'UTC', '2026-10-01', 3, '', 's', '', '', NULL);
      INSERT INTO rehearsal_part VALUES ('r', 'task', 12000, 9000);
      INSERT INTO recording VALUES ('x', 'r', 'audio/webm', 10, '', NULL);
    `)
    const count = (table: string) => file.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    file.exec('DELETE FROM session')
    expect(file.prepare('SELECT session_id FROM rehearsal').pluck().get()).toBeNull()
    file.exec('DELETE FROM story')
    expect([count('rehearsal'), count('rehearsal_part'), count('recording')]).toEqual([0, 0, 0])
    file.close()
  })

  it.each([
    `INSERT INTO rehearsal VALUES ('r', 'a', '7min', '', '', '', NULL, '', NULL, '', '', NULL)`,
    `INSERT INTO rehearsal VALUES ('r', 'a', '2min', '', '', '', 6, '', NULL, '', '', NULL)`,
    `INSERT INTO recording_setting VALUES (2, 1)`,
  ])('refuses %s', (sql) => {
    const file = new Sqlite(':memory:')
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version <= 90),
    )
    file.exec(
      `INSERT INTO story (id, status, version, created_at, changed_at) VALUES ('a', 'ready', 1, '', '')`,
    )
    expect(() => file.exec(sql)).toThrow(/CHECK/)
    file.close()
  })
})
