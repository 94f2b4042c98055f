import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const below = migrations.filter(({ version }) => version < 150)
const upTo150 = migrations.filter(({ version }) => version <= 150)

describe('the migration to 150', () => {
  it('keeps what is logged, and has room for weekdays and days off, each once', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, below)
    file.exec(`INSERT INTO hour_budget VALUES ('L6', 'coding', 40)`)
    migrate(file, () => {}, upTo150)
    expect(versionOf(file)).toBe(150)
    expect(file.prepare('SELECT hours FROM hour_budget').pluck().get()).toBe(40)
    file.exec(`INSERT INTO rest_weekday VALUES (7); INSERT INTO day_off VALUES ('2026-12-24')`)
    expect(() => file.exec('INSERT INTO rest_weekday VALUES (8)')).toThrow()
    expect(() => file.exec('INSERT INTO rest_weekday VALUES (7)')).toThrow()
    expect(() => file.exec(`INSERT INTO day_off VALUES ('2026-12-24')`)).toThrow()
    file.close()
  })
})
