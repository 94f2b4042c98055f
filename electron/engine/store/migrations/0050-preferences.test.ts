import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const before50 = migrations.filter(({ version }) => version < 50)
const upTo50 = migrations.filter(({ version }) => version <= 50)

describe('the migration to 50', () => {
  it('keeps the profile and gives it the preferences of a new one', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, before50)
    file.exec(
      `INSERT INTO profile VALUES (1, 'Ada', 'L6', '2026-09-01', NULL, 15, 'dark', 'A4', 4)`,
    )
    const before = file.prepare('SELECT * FROM profile').get()
    migrate(file, () => {}, upTo50)
    expect(versionOf(file)).toBe(50)
    expect(file.prepare('SELECT * FROM profile').get()).toEqual({
      ...(before as object),
      week_starts_on: 1,
      idle_after_minutes: 5,
      focus_work_minutes: 0,
      focus_break_minutes: 0,
      streaks: 1,
    })
    expect(() => file.exec('UPDATE profile SET week_starts_on = 8')).toThrow()
    file.close()
  })
})
