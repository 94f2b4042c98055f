import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const before190 = migrations.filter(({ version }) => version < 190)
const upTo190 = migrations.filter(({ version }) => version <= 190)

describe('the migration to 190', () => {
  it('keeps what is there, and lets in one choice at most and no empty alias', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, before190)
    file.exec(`INSERT INTO scope_figure VALUES ('teams-in-scope', 3)`)
    migrate(file, () => {}, upTo190)
    expect(versionOf(file)).toBe(190)
    expect(file.prepare('SELECT value FROM scope_figure').all()).toEqual([{ value: 3 }])
    file.exec(`INSERT INTO report_choice VALUES (1, '{}')`)
    expect(() => file.exec(`INSERT INTO report_choice VALUES (2, '{}')`)).toThrow()
    expect(() => file.exec(`INSERT INTO report_preset VALUES ('a', 'Mine', 'no json')`)).toThrow()
    expect(() => file.exec(`INSERT INTO report_alias VALUES ('Acme', 0, '')`)).toThrow()
    file.close()
  })
})
