import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const below = migrations.filter(({ version }) => version < 105)
const upTo105 = migrations.filter(({ version }) => version <= 105)

describe('the migration to 105', () => {
  it('keeps the mock interviews, and takes results of 1 to 5', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, below)
    file.exec(
      `INSERT INTO mock (id, type, level, date, interviewer, strengths, improvements, next_focus, revision, created_at, changed_at)
       VALUES ('m', 'coding', 'L6', '2026-10-01', '', '', '', '', 'r', '', '')`,
    )
    const before = file.prepare('SELECT * FROM mock').all()
    migrate(file, () => {}, upTo105)
    expect(versionOf(file)).toBe(105)
    expect(file.prepare('SELECT * FROM mock').all()).toEqual(before)
    const rate = (rating: number) =>
      file.exec(
        `INSERT INTO question_result VALUES ('r${rating}', 'co-change-plan', '', ${rating}, NULL)`,
      )
    rate(1)
    rate(5)
    expect(() => rate(0)).toThrow()
    expect(() => rate(6)).toThrow()
    file.close()
  })
})
