import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const before110 = migrations.filter(({ version }) => version < 110)
const upTo110 = migrations.filter(({ version }) => version <= 110)

describe('the migration to 110', () => {
  it('keeps the stories and has one row of settings at most, of JSON that can be read', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, before110)
    file.exec(
      `INSERT INTO story (id, status, version, created_at, changed_at)
       VALUES ('s', 'draft', 1, '2026-10-01T10:00:00Z', '2026-10-01T10:00:00Z')`,
    )
    migrate(file, () => {}, upTo110)
    expect(versionOf(file)).toBe(110)
    expect(file.prepare('SELECT id FROM story').all()).toEqual([{ id: 's' }])
    file.exec(`INSERT INTO story_settings VALUES (1, 140, 15, '{}', '[]')`)
    expect(() => file.exec(`INSERT INTO story_settings VALUES (2, 140, 15, '{}', '[]')`)).toThrow()
    expect(() => file.exec(`UPDATE story_settings SET formats = 'x'`)).toThrow()
    file.close()
  })
})
