import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

describe('the migration to 130', () => {
  it('keeps the ledger, and holds a number here or there but never in both', () => {
    const file = new Sqlite(':memory:')
    file.pragma('foreign_keys = ON')
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version < 130),
    )
    file.exec(`
      INSERT INTO evidence (id, metric, achieved, unit, period, source, note, created_at, changed_at)
      VALUES ('e', 'Retention', 95, '%', '', '', '', '', '')`)
    const before = file.prepare('SELECT * FROM evidence').all()
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version <= 130),
    )
    expect(versionOf(file)).toBe(130)
    expect(file.prepare('SELECT * FROM evidence').all()).toEqual(before)
    const value = (id: string, number: number | null, figure: string | null) => () =>
      file
        .prepare(
          `INSERT INTO metric_value (id, playbook, indicator, day, value, period, source, evidence_id, added_at)
           VALUES (?, 'L6', 'retention', '2026-10-01', ?, '', '', ?, '')`,
        )
        .run(id, number, figure)
    expect(value('both', 1, 'e')).toThrow('CHECK')
    expect(value('neither', null, null)).toThrow('CHECK')
    value('own', 0, null)()
    value('figure', null, 'e')()
    file.exec('DELETE FROM evidence')
    expect(file.prepare('SELECT id FROM metric_value').pluck().all()).toEqual(['own'])
    file.close()
  })
})
