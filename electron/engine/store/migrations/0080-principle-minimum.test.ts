import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const below = migrations.filter(({ version }) => version < 80)
const upTo80 = migrations.filter(({ version }) => version <= 80)

describe('the migration to 80', () => {
  it('keeps the stories, and has room for one row', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, below)
    file.exec(
      `INSERT INTO story (id, status, version, created_at, changed_at) VALUES ('a', 'draft', 1, '', '')`,
    )
    const before = file.prepare('SELECT * FROM story').all()
    migrate(file, () => {}, upTo80)
    expect(versionOf(file)).toBe(80)
    expect(file.prepare('SELECT * FROM story').all()).toEqual(before)
    const insert = `INSERT INTO principle_minimum (principle,minimum) VALUES ('ownership',3)`
    file.exec(insert)
    expect(() => file.exec(insert)).toThrow('UNIQUE')
    file.close()
  })
})
