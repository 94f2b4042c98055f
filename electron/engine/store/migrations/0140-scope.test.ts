import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

describe('the migration to 140', () => {
  it('keeps the values of indicators, and has one figure for each quantity, 0 at least', () => {
    const file = new Sqlite(':memory:')
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version < 140),
    )
    file.exec(`
      INSERT INTO metric_value (id, playbook, indicator, day, value, period, source, added_at)
      VALUES ('v', 'L6', 'retention', '2026-10-01', 95, '', '', '')`)
    const before = file.prepare('SELECT * FROM metric_value').all()
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version <= 140),
    )
    expect(versionOf(file)).toBe(140)
    expect(file.prepare('SELECT * FROM metric_value').all()).toEqual(before)
    const say = (value: number) => () =>
      file.prepare(`INSERT INTO scope_figure VALUES ('budget-usd', ?)`).run(value)
    say(0.5)()
    expect(say(7)).toThrow('UNIQUE')
    file.exec('DELETE FROM scope_figure')
    expect(say(-1)).toThrow('CHECK')
    file.close()
  })
})
