import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const below = migrations.filter(({ version }) => version < 70)
const upTo70 = migrations.filter(({ version }) => version <= 70)

describe('the migration to 70', () => {
  it('keeps the stories, and ties their results to figures that there are', () => {
    const file = new Sqlite(':memory:')
    file.pragma('foreign_keys = ON')
    migrate(file, () => {}, below)
    file.exec(
      `INSERT INTO story (id, status, version, created_at, changed_at) VALUES ('a', 'draft', 1, '', '')`,
    )
    const before = file.prepare('SELECT * FROM story').all()
    migrate(file, () => {}, upTo70)
    expect(versionOf(file)).toBe(70)
    expect(file.prepare('SELECT * FROM story').all()).toEqual(before)
    const use = () => file.exec(`INSERT INTO story_result VALUES ('a', 0, 'e')`)
    expect(use).toThrow('FOREIGN KEY')
    file.exec(`
      INSERT INTO evidence (id, metric, unit, period, source, note, created_at, changed_at)
      VALUES ('e', 'Latency', '', '', '', '', '', '')`)
    use()
    file.exec('DELETE FROM evidence')
    expect(file.prepare('SELECT * FROM story_result').all()).toEqual([])
    file.close()
  })
})
