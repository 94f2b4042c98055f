import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './index.ts'

describe('the migration to 120', () => {
  it('keeps stories and their links to items, and lets evidence go with its session', () => {
    const file = new Sqlite(':memory:')
    file.pragma('foreign_keys = ON')
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version < 120),
    )
    file.exec(`
      INSERT INTO story (id, status, version, created_at, changed_at) VALUES ('a', 'draft', 1, '', '');
      INSERT INTO story_checklist_item VALUES ('a', 0, 'L6', 'monitoring');
      INSERT INTO session (id, playbook, category, study_day, started_at, time_zone, duration_s, note, created_at, changed_at)
      VALUES ('s', 'L6', 'coding', '2026-10-01', '', 'UTC', 60, '', '', '');
    `)
    const before = file.prepare('SELECT * FROM story_checklist_item').all()
    migrate(
      file,
      () => {},
      migrations.filter(({ version }) => version <= 120),
    )
    expect(versionOf(file)).toBe(120)
    expect(file.prepare('SELECT * FROM story_checklist_item').all()).toEqual(before)
    const proof = (kind: string, session: string | null) => () =>
      file
        .prepare(
          `INSERT INTO proof VALUES (?, 'checklist-item', 'L6', 'monitoring', ?, ?, NULL, '', '')`,
        )
        .run(kind, kind, session)
    expect(proof('session', null)).toThrow('CHECK')
    expect(proof('text', 's')).toThrow('CHECK')
    expect(proof('session', 'nobody')).toThrow('FOREIGN KEY')
    proof('session', 's')()
    file.exec('DELETE FROM session')
    expect(file.prepare('SELECT * FROM proof').all()).toEqual([])
    file.close()
  })

  it('has no state and no confidence but those there are', () => {
    const file = new Sqlite(':memory:')
    migrate(file, () => {}, migrations)
    const mark = (state: string, confidence: number | null) => () =>
      file
        .prepare(`INSERT INTO checklist_mark VALUES ('L6', ?, ?, ?, '')`)
        .run(state, state, confidence)
    expect(mark('shown-with-story', 3)).toThrow('CHECK')
    expect(mark('open', 6)).toThrow('CHECK')
    mark('shown', null)()
    file.close()
  })
})
