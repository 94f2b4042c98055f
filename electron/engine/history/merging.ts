import type { ReadableDb, WritableDb } from '../store/database.ts'

/** How long one undo step may grow, in milliseconds from its first call: so much is the most that one undo takes back. */
const longestMs = 5 * 60_000

/**
 * What calls must share to be one undo step: the name and the values of the fields that the contract names. Null
 * where the contract names none, or one of them was left out: the call then stands for itself.
 */
export function mergeKeyOf(
  name: string,
  fields: readonly string[] | undefined,
  input: unknown,
): string | null {
  if (!fields) return null
  // The input has passed the call's schema, which is an object for every call.
  const values = fields.map((field) => (input as Readonly<Record<string, unknown>>)[field])
  return values.includes(undefined) ? null : JSON.stringify([name, ...values])
}

/**
 * The change that a call joins: the latest, when it has the same key, is in force and began less than five minutes
 * ago. Anything done in between, an undo as well, starts a step of its own.
 */
export function changeToJoin(
  db: ReadableDb,
  { mergeKey, madeAt }: Readonly<{ mergeKey: string | null; madeAt: string }>,
): number | null {
  if (mergeKey === null) return null
  const latest = db.get<{ id: number }>(
    `SELECT id FROM change
     WHERE id = (SELECT max(id) FROM change) AND merge_key = @mergeKey AND undone_seq IS NULL
       AND made_at > @earliest AND made_at <= @madeAt`,
    { mergeKey, madeAt, earliest: new Date(Date.parse(madeAt) - longestMs).toISOString() },
  )
  return latest?.id ?? null
}

/**
 * Folds each update that a change wrote down after row `after` into the row of the same change that it goes on from,
 * so that an hour of typing is stored once before and once after and not with every pause. Only updates are moved:
 * inserts and deletions stay in their order, on which references rest.
 */
export function foldUpdates(db: WritableDb, change: number, after: number): void {
  const added = db.all<{ seq: number }>(
    `SELECT seq FROM change_row
     WHERE change_id = @change AND seq > @after AND before IS NOT NULL AND after IS NOT NULL
     ORDER BY seq`,
    { change, after },
  )
  for (const { seq } of added) {
    const earlier = db.get<{ seq: number }>(
      `SELECT earlier.seq FROM change_row AS earlier JOIN change_row AS later
         ON later.change_id = earlier.change_id AND later.table_name = earlier.table_name
        AND later.before = earlier.after
       WHERE later.change_id = @change AND later.seq = @seq AND earlier.seq < @seq
       ORDER BY earlier.seq DESC LIMIT 1`,
      { change, seq },
    )
    if (!earlier) continue
    db.run(
      `UPDATE change_row SET after = (
         SELECT after FROM change_row WHERE change_id = @change AND seq = @seq)
       WHERE change_id = @change AND seq = @earlier`,
      { change, seq, earlier: earlier.seq },
    )
    db.run('DELETE FROM change_row WHERE change_id = @change AND seq = @seq', { change, seq })
  }
}
