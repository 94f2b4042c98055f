import type { ReadableDb, WritableDb } from '../store/database.ts'

/** The figures that the person said of their scope, by what they measure. */
export function readFigures(db: ReadableDb): ReadonlyMap<string, number> {
  const rows = db.all<{ quantity: string; value: number }>(
    'SELECT quantity, value FROM scope_figure',
  )
  return new Map(rows.map(({ quantity, value }) => [quantity, value]))
}

/** The rungs that the person said, by dimension. */
export function readRungs(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = db.all<{ dimension: string; rung: string }>('SELECT dimension, rung FROM scope_rung')
  return new Map(rows.map(({ dimension, rung }) => [dimension, rung]))
}

/** Says a figure, or takes it back with null. */
export function writeFigure(db: WritableDb, quantity: string, value: number | null): void {
  if (value === null) db.run('DELETE FROM scope_figure WHERE quantity = @quantity', { quantity })
  else
    db.run(
      `INSERT INTO scope_figure (quantity, value) VALUES (@quantity, @value)
       ON CONFLICT (quantity) DO UPDATE SET value = excluded.value`,
      { quantity, value },
    )
}

/** Says a rung, or takes it back with null. */
export function writeRung(db: WritableDb, dimension: string, rung: string | null): void {
  if (rung === null) db.run('DELETE FROM scope_rung WHERE dimension = @dimension', { dimension })
  else
    db.run(
      `INSERT INTO scope_rung (dimension, rung) VALUES (@dimension, @rung)
       ON CONFLICT (dimension) DO UPDATE SET rung = excluded.rung`,
      { dimension, rung },
    )
}
