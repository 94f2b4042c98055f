import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

describe('the migration to 58', () => {
  it('keeps what was logged, and makes room for what imports leave behind', () => {
    const file = new Sqlite(':memory:')
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version < 58),
    )
    file.exec(`
      INSERT INTO session (id, playbook, category, study_day, started_at, time_zone, duration_s, note, created_at, changed_at)
      VALUES ('one', 'L6', 'coding', '2026-10-01', '2026-10-01T08:00:00Z', 'UTC', 60, 'kept', '', '')`)
    const before = file.prepare('SELECT * FROM session').all()
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version <= 58),
    )
    expect(versionOf(file)).toBe(58)
    expect(file.prepare('SELECT * FROM session').all()).toEqual(before)
    file.exec(`INSERT INTO import_record VALUES ('one', '', 'a.csv', 'hash', 0)`)
    expect(() =>
      file.exec(`INSERT INTO import_record VALUES ('two', '', 'a.csv', 'hash', -1)`),
    ).toThrow()
    expect(() =>
      file.exec(`INSERT INTO import_mapping VALUES ('s', 'no json', NULL, NULL, NULL, '[]', '')`),
    ).toThrow()
    file.close()
  })
})
