import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

const below = migrations.filter(({ version }) => version < 60)
const upTo60 = migrations.filter(({ version }) => version <= 60)

describe('the migration to 60', () => {
  it('keeps the undo history, whose steps then join no others, and has room for stories', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, below)
    file.exec(`
      INSERT INTO change (label, made_at) VALUES ('Log session', '2026-10-01T10:00:00.000Z');
      INSERT INTO change_row VALUES (1, 1, 'session', NULL, '{}');
    `)
    const rows = file.prepare('SELECT * FROM change_row').all()
    migrate(file, () => {}, upTo60)
    expect(versionOf(file)).toBe(60)
    expect(file.prepare('SELECT label, merge_key FROM change').all()).toEqual([
      { label: 'Log session', merge_key: null },
    ])
    expect(file.prepare('SELECT * FROM change_row').all()).toEqual(rows)
    file.close()
  })

  it('finds what is written in a story, through every change of its text', () => {
    const file = new Sqlite(':memory:')
    file.pragma('foreign_keys = ON')
    migrate(file, () => {}, upTo60)
    const found = (word: string) =>
      file.prepare(`SELECT count(*) FROM story_search WHERE story_search MATCH ?`).pluck().get(word)
    file.exec(`
      INSERT INTO story (id, status, version, created_at, changed_at) VALUES ('a', 'draft', 1, '', '');
      INSERT INTO story_text (story_id, field, position, text) VALUES ('a', 'title', 0, 'Café launch');
    `)
    expect([found('cafe'), found('coffee')]).toEqual([1, 0])
    file.exec(`UPDATE story_text SET text = 'Coffee launch'`)
    expect([found('cafe'), found('coffee')]).toEqual([0, 1])
    file.exec('VACUUM')
    expect(found('coffee')).toBe(1)
    file.exec(`DELETE FROM story`)
    expect([
      found('coffee'),
      file.prepare('SELECT count(*) FROM story_text').pluck().get(),
    ]).toEqual([0, 0])
    file.close()
  })

  it('never gives the key of a text twice, on which undo rests', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, upTo60)
    const add = () =>
      file
        .prepare(
          `INSERT INTO story_text (story_id, field, position, text) VALUES ('a', 'x', 0, '')`,
        )
        .run().lastInsertRowid
    file.exec(
      `INSERT INTO story (id, status, version, created_at, changed_at) VALUES ('a', 'draft', 1, '', '')`,
    )
    const first = add()
    file.exec('DELETE FROM story_text')
    expect(add()).not.toBe(first)
    file.close()
  })
})
