import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const below = migrations.filter(({ version }) => version < 100)
const upTo100 = migrations.filter(({ version }) => version <= 100)

describe('the migration to 100', () => {
  it('keeps the sessions, and takes ratings of 1 to 5 or none', () => {
    const file = new Sqlite(':memory:')
    file.pragma('foreign_keys = ON')
    migrate(file, () => {}, below)
    file.exec(
      `INSERT INTO session (id, playbook, category, study_day, started_at, time_zone, duration_s, note, created_at, changed_at)
       VALUES ('s', 'L6', 'stories', '2026-10-01', '', 'UTC', 60, '', '', '')`,
    )
    const before = file.prepare('SELECT * FROM session').all()
    migrate(file, () => {}, upTo100)
    expect(versionOf(file)).toBe(100)
    expect(file.prepare('SELECT * FROM session').all()).toEqual(before)
    const add = (id: string, overall: string) =>
      file.exec(
        `INSERT INTO mock (id, type, level, date, interviewer, overall, strengths, improvements, next_focus, revision,
           created_at, changed_at)
         VALUES ('${id}', 'coding', 'L6', '2026-10-01', '', ${overall}, '', '', '', 'r', '', '')`,
      )
    add('a', 'NULL')
    add('b', '5')
    for (const wrong of ['0', '6', '2.5']) expect(() => add('c', wrong)).toThrow()
    file.exec(`INSERT INTO mock_principle VALUES ('a', 'ownership', 3, NULL, '')`)
    file.exec(`DELETE FROM mock WHERE id = 'a'`)
    expect(file.prepare('SELECT * FROM mock_principle').all()).toEqual([])
    file.close()
  })
})
