import type { HandlersFor } from '../handlers.ts'
import { refuse } from '../refusal.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { replay } from './replay.ts'

type Change = Readonly<{ id: number; label: string }>

const latest = 'SELECT id, label FROM change WHERE undone_seq IS NULL ORDER BY id DESC LIMIT 1'
const latestUndone =
  'SELECT id, label FROM change WHERE undone_seq IS NOT NULL ORDER BY undone_seq DESC LIMIT 1'

export const historyHandlers: HandlersFor<'history'> = {
  'history.peek': ({ db }) => ({
    undo: step(db.get<Change>(latest)),
    redo: step(db.get<Change>(latestUndone)),
  }),

  'history.list': ({ db }, { limit }) =>
    db
      .all<Change & { madeAt: string; undone: number }>(
        `SELECT id, label, made_at AS madeAt, undone_seq IS NOT NULL AS undone
         FROM change ORDER BY id DESC LIMIT @limit`,
        { limit },
      )
      .map(({ id, label, madeAt, undone }) => ({
        change: id,
        label,
        madeAt,
        undone: undone === 1,
      })),

  'history.undo': ({ db }, input) => {
    const change = input.change === undefined ? db.get<Change>(latest) : inForce(db, input.change)
    if (!change) refuse({ code: 'nothing-to-undo', message: 'There is nothing to undo.' })
    replay(db, change.id, 'undo')
    markUndone(db, change.id)
    return { label: change.label }
  },

  'history.redo': ({ db }) => {
    const change = db.get<Change>(latestUndone)
    if (!change) refuse({ code: 'nothing-to-undo', message: 'There is nothing to redo.' })
    replay(db, change.id, 'redo')
    db.run('UPDATE change SET undone_seq = NULL WHERE id = @id', { id: change.id })
    return { label: change.label }
  },
}

function inForce(db: ReadableDb, id: number): Change | undefined {
  return db.get<Change>('SELECT id, label FROM change WHERE id = @id AND undone_seq IS NULL', {
    id,
  })
}

function markUndone(db: WritableDb, id: number): void {
  db.run(
    `UPDATE change SET undone_seq = (SELECT coalesce(max(undone_seq), 0) + 1 FROM change)
     WHERE id = @id`,
    { id },
  )
}

function step(change: Change | undefined): { label: string } | null {
  return change ? { label: change.label } : null
}
