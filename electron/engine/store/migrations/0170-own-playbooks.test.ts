import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

describe('the migration to 170', () => {
  it('keeps what is there, and has one text for each file', () => {
    const file = new Sqlite(':memory:')
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version < 170),
    )
    file.exec(`INSERT INTO scope_figure VALUES ('budget-usd', 7)`)
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version <= 170),
    )
    expect(versionOf(file)).toBe(170)
    expect(file.prepare('SELECT * FROM scope_figure').all()).toEqual([
      { quantity: 'budget-usd', value: 7 },
    ])
    const put = file.prepare(`INSERT INTO playbook_text VALUES ('EM.yaml', 'id: EM')`)
    put.run()
    expect(() => put.run()).toThrow('UNIQUE')
    file.close()
  })
})
