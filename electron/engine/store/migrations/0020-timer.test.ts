import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version)

describe('the migration to 20', () => {
  it('keeps what there is and has room for one timer', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, upTo(10))
    file.exec(`
      INSERT INTO profile VALUES (1, 'Ada', 'L6', '2026-09-01', NULL, 15, 'dark', 'A4', 4);
      INSERT INTO change (label, made_at) VALUES ('Change profile', '2026-09-01T08:00:00Z');
    `)
    const before = file.prepare('SELECT * FROM profile, change').all()
    migrate(file, () => {}, upTo(20))
    expect(versionOf(file)).toBe(20)
    expect(file.prepare('SELECT * FROM profile, change').all()).toEqual(before)
    expect(file.prepare('SELECT * FROM timer').all()).toEqual([])
    file.exec(`INSERT INTO timer VALUES (1, 'a', 1)`)
    expect(() => file.exec(`INSERT INTO timer VALUES (2, 'b', 1)`)).toThrow()
    const event = (kind: string, data: string) => () =>
      file
        .prepare(`INSERT INTO timer_event VALUES ('a', 1, ?, '2026-10-01T10:00:00Z', ?)`)
        .run(kind, data)
    expect(event('dance', '{}')).toThrow()
    expect(event('start', 'no json')).toThrow()
    event('start', '{}')()
    expect(event('start', '{}')).toThrow()
    file.close()
  })
})
